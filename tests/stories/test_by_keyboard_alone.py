"""A whole session with every key there is, and no mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hipback_desktop.core.exercise import Side
from hipback_desktop.core.record import Outcome
from hipback_desktop.core.timeline import SegmentKind
from hipback_desktop.ui.session_page import SessionPage
from tests.stories.house import DOWN, ENTER, LEFT, RIGHT, UP, House


@pytest.fixture
def playing(house: House) -> House:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    return house


def page(house: House) -> SessionPage:
    return house.window.findChildren(SessionPage)[0]


def test_every_key_of_a_session_does_its_work(playing: House) -> None:
    playing.press(ENTER)  # ready before the lead-in is over
    assert playing.now.segment.kind is SegmentKind.WORK
    playing.after(10)
    playing.press(UP, UP, DOWN)
    assert playing.now.remaining_seconds == pytest.approx(60)
    playing.press(" ")
    playing.after(100)
    playing.press(" ")
    assert not playing.is_paused
    playing.press(RIGHT)
    assert playing.now.exercise.id == "hip_flexor_standing"
    playing.press(LEFT, LEFT)
    assert playing.now.exercise.id == "break_stand_walk"
    playing.press(RIGHT)
    playing.press("m", "f")
    assert playing.announcer.is_muted
    assert page(playing).shows_room_view()
    playing.press("m", "f", "?")
    playing.press("?")
    while playing.now.segment.kind is not SegmentKind.WORK:
        playing.after(1)
    assert playing.now.segment.side is Side.RIGHT
    playing.press("r")
    playing.to_the_end()
    assert playing.page == "today"
    playing.press(ENTER)
    (session,) = playing.sessions
    assert session.outcome is Outcome.COMPLETED
    assert session.paused_seconds == pytest.approx(100)
    assert [step.side for step in session.steps].count(Side.RIGHT) == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Period, Qt.Key.Key_B, Qt.Key.Key_MediaTogglePlayPause])
def test_a_headset_or_a_page_turner_pauses_as_space_does(playing: House, key: Qt.Key) -> None:
    playing.after(20)
    playing.press(key)
    assert playing.is_paused
    playing.press(key)
    assert not playing.is_paused


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_MediaNext])
def test_a_headset_or_a_page_turner_goes_on_as_the_arrow_does(playing: House, key: Qt.Key) -> None:
    playing.press(key)
    assert playing.now.exercise.id == "hip_flexor_standing"


def test_where_there_is_no_easier_exercise_the_key_says_how_to_make_it_easier(playing: House) -> None:
    playing.after(20)
    exercise = playing.now.exercise
    assert exercise.easier is None or exercise.easier.exercise_id is None
    playing.press("e")
    hint = exercise.easier.text if exercise.easier else "Make it smaller"
    (notice,) = page(playing).notices.sentences()
    assert notice.startswith(hint)
    playing.after(5)
    assert page(playing).notices.isVisible()
    playing.press(RIGHT)
    assert page(playing).notices.sentences() == ()  # it was about the exercise before


def test_the_clock_goes_on_when_the_window_loses_the_focus(playing: House) -> None:
    playing.after(20)
    playing.window.clearFocus()
    playing.window.lower()
    playing.after(20)
    assert playing.now.position_seconds == 40
    assert not playing.is_paused


def test_sets_at_ones_own_pace_wait_for_space(house: House) -> None:
    house.knows_me(free_reps=True, level="regular")
    house.open()
    house.window.start_requested.emit("keep_going_5")
    house.press(ENTER)
    while not house.now.segment.is_open:
        house.press(ENTER)
    began = house.now.segment.index
    house.after(600)
    assert house.now.segment.index == began
    house.press(" ")
    assert house.now.segment.index == began + 1
