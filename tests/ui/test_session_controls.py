"""The controls of a session."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hipback_desktop.ui.session_controls import SessionControls
from hipback_desktop.ui.session_header import SessionHeader
from hipback_desktop.ui.session_keys import SessionAction
from hipback_desktop.ui.theme import CONTRAST, LIGHT
from tests.ui.moments import TIMELINE, asset

BELOW = (
    SessionAction.PREVIOUS,
    SessionAction.SHORTER,
    SessionAction.PAUSE,
    SessionAction.LONGER,
    SessionAction.NEXT,
    SessionAction.EASIER,
    SessionAction.REPEAT,
    SessionAction.STOP,
)


@pytest.fixture
def controls(qtbot: QtBot) -> SessionControls:
    controls = SessionControls(LIGHT, asset)
    qtbot.addWidget(controls)
    controls.show()
    return controls


@pytest.mark.parametrize("action", BELOW)
def test_a_click_says_which_action(qtbot: QtBot, controls: SessionControls, action: SessionAction) -> None:
    with qtbot.waitSignal(controls.requested) as seen:
        QTest.mouseClick(controls.button(action), Qt.MouseButton.LeftButton)
    assert seen.args == [action]


@pytest.mark.parametrize("action", BELOW)
def test_every_control_has_a_name_its_key_and_the_tab_key(controls: SessionControls, action: SessionAction) -> None:
    button = controls.button(action)
    assert button.accessibleName()
    assert button.toolTip().endswith(")")
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_large_button_says_what_it_would_do(controls: SessionControls) -> None:
    pause = controls.button(SessionAction.PAUSE)
    controls.show_paused(paused=True)
    assert (pause.text(), pause.accessibleName()) == ("Go on", "Go on")
    controls.show_done()
    assert pause.text() == "Done"
    controls.show_paused(paused=False)
    assert pause.text() == "Pause"


def test_stop_and_pause_are_the_largest(controls: SessionControls) -> None:
    widths = {action: controls.button(action).sizeHint().width() for action in BELOW}
    assert set(sorted(widths, key=lambda action: widths[action])[-2:]) == {SessionAction.PAUSE, SessionAction.STOP}


def test_a_control_with_the_focus_looks_so(qtbot: QtBot, controls: SessionControls) -> None:
    button = controls.button(SessionAction.REPEAT)
    button.show_theme(CONTRAST)
    before = button.grab().toImage()
    controls.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != before


def test_the_header_names_the_routine_and_the_state_of_the_sound(qtbot: QtBot) -> None:
    header = SessionHeader(LIGHT, asset)
    qtbot.addWidget(header)
    header.show_timeline(TIMELINE)
    header.show_step(1)
    mute = header.button(SessionAction.MUTE)
    header.show_muted(muted=True)
    assert mute.accessibleName() == "Sound off"
    header.show_muted(muted=False)
    assert mute.accessibleName() == "Sound on"
    with qtbot.waitSignal(header.requested) as seen:
        mute.click()
    assert seen.args == [SessionAction.MUTE]
