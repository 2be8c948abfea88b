"""The session page: what it shows and what its keys ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.core.cues import Channel
from hipback_desktop.core.exercise import Side
from hipback_desktop.core.playback import Playback, Status
from hipback_desktop.core.timeline import SegmentKind
from hipback_desktop.ui.session_keys import SessionAction
from hipback_desktop.ui.session_page import SessionPage
from hipback_desktop.ui.theme import CONTRAST, DARK, LIGHT
from tests.ui.moments import EXERCISES, TIMELINE, a_cue, a_page, free_timeline, moment, playing


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with the page and something else that can have the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    page = a_page()
    rows = QVBoxLayout(window)
    rows.addWidget(page)
    rows.addWidget(QLineEdit(readOnly=True))
    page.show_timeline(TIMELINE, EXERCISES)
    page.show_view(moment(0))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


@pytest.fixture
def page(window: QWidget) -> SessionPage:
    page = window.findChild(SessionPage)
    assert page is not None
    return page


KEYS = [
    (Qt.Key.Key_Space, "pause_toggled", []),
    (Qt.Key.Key_Period, "pause_toggled", []),
    (Qt.Key.Key_B, "pause_toggled", []),
    (Qt.Key.Key_Right, "next_requested", []),
    (Qt.Key.Key_PageDown, "next_requested", []),
    (Qt.Key.Key_Left, "previous_requested", []),
    (Qt.Key.Key_PageUp, "previous_requested", []),
    (Qt.Key.Key_Up, "extend_requested", [10]),
    (Qt.Key.Key_Down, "extend_requested", [-10]),
    (Qt.Key.Key_E, "easier_requested", []),
    (Qt.Key.Key_R, "repeat_requested", []),
    (Qt.Key.Key_M, "mute_toggled", []),
    (Qt.Key.Key_F, "room_view_toggled", []),
    (Qt.Key.Key_Escape, "stop_requested", []),
    (Qt.Key.Key_Return, "done_requested", []),
    (Qt.Key.Key_Enter, "done_requested", []),
]


@pytest.mark.parametrize("key, signal, arguments", KEYS)
def test_each_key_asks_for_its_action_once(
    window: QWidget, page: SessionPage, key: Qt.Key, signal: str, arguments: list[int]
) -> None:
    spy = QSignalSpy(getattr(page, signal))
    press(window, key)
    assert spy.count() == 1
    assert spy.at(0) == arguments


def press(window: QWidget, key: Qt.Key) -> None:
    """Presses a key as the window system would, shortcuts first."""
    QTest.keyClick(window.windowHandle(), key)


MEDIA_KEYS = [
    (Qt.Key.Key_MediaTogglePlayPause, "pause_toggled"),
    (Qt.Key.Key_MediaPlay, "pause_toggled"),
    (Qt.Key.Key_MediaPause, "pause_toggled"),
    (Qt.Key.Key_MediaNext, "next_requested"),
    (Qt.Key.Key_MediaPrevious, "previous_requested"),
    (Qt.Key.Key_MediaStop, "stop_requested"),
]


@pytest.mark.parametrize("key, signal", MEDIA_KEYS)
def test_the_keys_of_a_headset_do_too(page: SessionPage, key: Qt.Key, signal: str) -> None:
    """QtTest cannot press them, so their shortcut is set off."""
    spy = QSignalSpy(getattr(page, signal))
    shortcut = next(s for s in page.findChildren(QShortcut) if s.key() == QKeySequence(key))
    shortcut.activated.emit()
    assert spy.count() == 1


@pytest.mark.parametrize("place", ["control", "panel", "outside"])
def test_keys_are_heard_wherever_the_focus_is_and_space_once(
    qtbot: QtBot, window: QWidget, page: SessionPage, place: str
) -> None:
    focused: QWidget | None = {
        "control": page.scene.controls.button(SessionAction.STOP),
        "panel": page.scene.panel.findChild(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly),
        "outside": window.findChild(QLineEdit),
    }[place]
    assert focused is not None
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    pauses, stops = QSignalSpy(page.pause_toggled), QSignalSpy(page.stop_requested)
    press(window, Qt.Key.Key_Space)
    assert (pauses.count(), stops.count()) == (1, 0)
    press(window, Qt.Key.Key_Escape)
    assert (pauses.count(), stops.count()) == (1, 1)


def test_enter_presses_the_control_with_the_focus(qtbot: QtBot, window: QWidget, page: SessionPage) -> None:
    page.scene.controls.button(SessionAction.REPEAT).setFocus(Qt.FocusReason.TabFocusReason)
    repeats, dones = QSignalSpy(page.repeat_requested), QSignalSpy(page.done_requested)
    press(window, Qt.Key.Key_Return)
    assert (repeats.count(), dones.count()) == (1, 0)


def test_space_in_free_reps_says_done(window: QWidget, page: SessionPage) -> None:
    page.show_view(moment(5, playing("bridge", timeline=free_timeline())))
    pauses, dones = QSignalSpy(page.pause_toggled), QSignalSpy(page.done_requested)
    press(window, Qt.Key.Key_Space)
    assert (pauses.count(), dones.count()) == (0, 1)
    assert page.scene.controls.button(SessionAction.PAUSE).text() == "Done"


def test_a_session_that_is_over_hears_no_keys(window: QWidget, page: SessionPage) -> None:
    page.show_view(replace(moment(1), status=Status.STOPPED))
    spy = QSignalSpy(page.stop_requested)
    press(window, Qt.Key.Key_Escape)
    assert spy.count() == 0
    page.show_view(moment(2))
    press(window, Qt.Key.Key_Escape)
    assert spy.count() == 1


def test_listening_can_be_turned_off(window: QWidget, page: SessionPage) -> None:
    page.listen(listens=False)
    spy = QSignalSpy(page.pause_toggled)
    press(window, Qt.Key.Key_Space)
    assert spy.count() == 0


def test_a_moment_is_shown_on_every_part(page: SessionPage) -> None:
    page.show_view(moment(10, playing(side=Side.LEFT)))
    scene = page.scene
    face = scene.ring.face()
    assert face is not None
    assert face.digits == "20"
    assert scene.name.text() == "Knee hug"
    assert scene.side.accessibleName() == "Left side, 30 seconds"
    assert scene.upcoming.text() == "Next: Bridge, 10 reps"
    assert "left, ends at" in scene.time_left.text()
    assert scene.panel.exercise() is EXERCISES["knee_hug"]


def test_a_pause_is_shown_and_the_large_button_goes_on(page: SessionPage) -> None:
    page.show_view(moment(9, playing().pause(3)[0]))
    assert page.scene.controls.button(SessionAction.PAUSE).text() == "Go on"
    face = page.scene.ring.face()
    assert face is not None
    assert face.label == "Paused"


def test_cues_notices_and_the_sound_are_shown(page: SessionPage) -> None:
    page.show_cue(a_cue("Head heavy."))
    assert page.scene.caption.text() == "Head heavy."
    page.notices.show_notice("No sound device was found: cues are shown on screen only.")
    assert page.notices.isVisible()
    page.notices.clear()
    assert not page.notices.isVisible()
    page.show_muted(muted=True)
    assert page.scene.header.button(SessionAction.MUTE).text() == "Sound off"


@pytest.mark.parametrize(
    "there",
    [
        pytest.param(playing("bridge", SegmentKind.GET_READY), id="next"),
        pytest.param(playing("walk", SegmentKind.GET_READY), id="previous"),
        pytest.param(playing(kind=SegmentKind.GET_READY), id="restart"),
    ],
)
def test_words_of_where_the_person_was_go_when_they_go_elsewhere(page: SessionPage, there: Playback) -> None:
    page.show_view(moment(20))
    page.show_cue(replace(a_cue("Head heavy."), at_seconds=moment(18).position_seconds))
    page.show_view(moment(21))
    assert page.scene.caption.text() == page.room.caption.text() == "Head heavy."
    page.show_cue(a_cue("switch", Channel.CHIME))
    page.show_view(moment(1, there))
    assert page.scene.caption.text() == page.room.caption.text() == ""


def test_the_last_words_of_an_exercise_are_read_while_the_next_one_is_got_ready_for(page: SessionPage) -> None:
    left = playing(side=Side.LEFT)
    page.show_view(moment(29, left))
    page.show_cue(replace(a_cue("Ease out slowly."), at_seconds=left.segment.end_seconds))
    page.show_view(moment(31, left))
    assert page.scene.caption.text() == "Ease out slowly."


def test_a_changed_timeline_is_taken_from_the_view(page: SessionPage) -> None:
    longer, _ = playing().extend(1, 600)
    page.show_view(moment(1, playing()))
    there = page.scene.bar.marker_x()
    page.show_view(moment(1, longer))
    assert page.scene.bar.marker_x() < there


def test_the_room_view_shows_the_moment_at_once(page: SessionPage) -> None:
    page.show_view(moment(10))
    page.show_room_view(shown=True)
    assert page.shows_room_view()
    assert page.room.digits.text() == "20"
    page.show_view(moment(11))
    page.show_room_view(shown=False)
    face = page.scene.ring.face()
    assert face is not None
    assert face.digits == "19"


def test_keys_are_heard_in_the_room_view(window: QWidget, page: SessionPage) -> None:
    page.show_room_view(shown=True)
    page.show_room_scale(120)
    spy = QSignalSpy(page.stop_requested)
    press(window, Qt.Key.Key_Escape)
    page.room.stop.click()
    assert spy.count() == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Question, Qt.Key.Key_F1])
def test_the_sheet_of_keys_comes_and_goes(window: QWidget, page: SessionPage, key: Qt.Key) -> None:
    press(window, key)
    assert page._sheets.sheet is not None
    press(window, key)
    assert page._sheets.sheet is None


@pytest.mark.parametrize("clicks_beside", [False, True])
def test_escape_closes_the_sheet_of_keys_and_only_then_stops(
    window: QWidget, page: SessionPage, clicks_beside: bool
) -> None:
    spy = QSignalSpy(page.stop_requested)
    press(window, Qt.Key.Key_Question)
    if clicks_beside:
        QTest.mouseClick(page._sheets, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    press(window, Qt.Key.Key_Escape)
    assert (page._sheets.sheet, spy.count()) == (None, 0)
    press(window, Qt.Key.Key_Escape)
    assert spy.count() == 1


def test_other_keys_and_the_stop_key_of_a_headset_go_on_working_over_the_sheet(
    window: QWidget, page: SessionPage
) -> None:
    stops, nexts = QSignalSpy(page.stop_requested), QSignalSpy(page.next_requested)
    press(window, Qt.Key.Key_Question)
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_MediaStop)
    assert (stops.count(), nexts.count()) == (1, 1)


def test_enter_closes_the_sheet_of_keys(window: QWidget, page: SessionPage) -> None:
    press(window, Qt.Key.Key_Question)
    press(window, Qt.Key.Key_Return)
    assert page._sheets.sheet is None


def test_less_motion_and_other_themes_are_taken_up(page: SessionPage) -> None:
    page.show_reduced_motion(reduced=True)
    page.show_view(moment(10.2))
    page.show_view(moment(10.9))
    face = page.scene.ring.face()
    assert face is not None
    assert face.fraction == pytest.approx(20 / 30)
    for theme in (DARK, CONTRAST, LIGHT):
        page.show_theme(theme)
        assert page.scene.ring.grab().toImage().pixelColor(1, 1).name().upper() == theme.background
