"""The session page in windows of every size: nothing is cut off, and nothing lies over anything else."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.ui.session_keys import SessionAction
from hipback_desktop.ui.session_page import SessionPage
from tests.ui.moments import EXERCISES, TIMELINE, a_page, moment
from tests.ui.painting import paint_now


@pytest.fixture
def page() -> SessionPage:
    page = a_page()
    page.show_timeline(TIMELINE, EXERCISES)
    page.show_view(moment(0))
    return page


@pytest.fixture
def window(qtbot: QtBot, page: SessionPage) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.addWidget(page)
    window.show()
    return window


@pytest.mark.parametrize("size", [(900, 600), (1280, 800), (1920, 1080), (3840, 2160)])
def test_controls_stay_inside_every_window(window: QWidget, page: SessionPage, size: tuple[int, int]) -> None:
    window.resize(*size)
    paint_now(window)
    assert (window.width(), window.height()) == size
    for action in (SessionAction.PREVIOUS, SessionAction.PAUSE, SessionAction.STOP):
        button = page.scene.controls.button(action)
        corner = button.mapTo(window, button.rect().bottomRight())
        assert window.rect().contains(corner)
        assert button.width() >= button.minimumSizeHint().width()


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
def test_a_notice_of_two_lines_pushes_nothing_over_the_countdown(
    window: QWidget, page: SessionPage, size: tuple[int, int]
) -> None:
    window.resize(*size)
    page.notices.show_notice("The voice stops with an error, its files may be damaged: install it again. " * 2)
    paint_now(window)
    ring, panel = page.scene.ring, page.scene.panel
    assert ring.geometry().bottom() < panel.geometry().top()
    assert page.scene.panel.geometry().bottom() < page.scene.caption.geometry().top()
