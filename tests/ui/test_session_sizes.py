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


@pytest.mark.parametrize("size", [(944, 492), (900, 600), (1280, 800)])
@pytest.mark.parametrize("has_notice", [False, True])
def test_nothing_lies_over_the_countdown(
    window: QWidget, page: SessionPage, size: tuple[int, int], has_notice: bool
) -> None:
    """The lowest is a window on a screen of 1920 by 1080 at 200 %."""
    scene = page.scene
    window.setMinimumSize(1, 1)
    window.resize(*size)
    if has_notice:
        page.notices.show_notice("The voice stops with an error, its files may be damaged: install it again. " * 2)
    paint_now(window)
    assert (window.width(), window.height()) == size
    ring, side, name = scene.ring, scene.side, scene.name
    beside = scene.panel.parentWidget()
    assert beside is not None
    for part in (ring, name, *([side] if side.isVisible() else [])):
        assert beside.rect().contains(part.geometry()), part
    assert scene.panel.isVisible() or size[1] < 600
    if scene.panel.isVisible():
        assert ring.geometry().bottom() < scene.panel.geometry().top()
        assert beside.rect().contains(scene.panel.geometry())
