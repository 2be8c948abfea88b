"""The session page in windows of every size: nothing is cut off, and nothing lies over anything else."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.core import wording
from hipback_desktop.ui.session_keys import SessionAction
from hipback_desktop.ui.session_page import SessionPage
from hipback_desktop.ui.type_scale import TypeRole, body_pixels
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


def test_a_long_name_is_whole_below_two_notices(window: QWidget, page: SessionPage) -> None:
    """In a window that just fills a small screen: the name is painted smaller, and nothing lies over it."""
    long = replace(EXERCISES["knee_hug"], name="Half-kneeling hip-flexor stretch")
    page.show_timeline(TIMELINE, {**EXERCISES, "knee_hug": long})
    window.resize(1266, 757)
    page.notices.show_notice("The sound is off. M turns it on.")
    page.notices.show_notice(wording.preview_text(20))
    page.show_view(replace(moment(0), exercise=long))
    paint_now(window)
    scene = page.scene
    assert scene.panel.isVisible()
    parts = [scene.side.geometry(), scene.name.geometry(), scene.pacer.geometry(), scene.panel.geometry()]
    for above, below in pairwise(parts):
        assert above.bottom() < below.top()
    assert scene.name.drawn_pixels() >= body_pixels()
    page.notices.take_back("The sound is off. M turns it on.")
    paint_now(window)
    assert scene.name.drawn_pixels() == round(body_pixels() * TypeRole.HEADLINE.value)  # one message takes nothing away
