"""Esc stops at once, at any moment; what is said about it is kept and changes what comes next."""

from __future__ import annotations

import pytest

from hipback_desktop.core.record import Outcome, StopReason
from hipback_desktop.core.timeline import SegmentKind
from hipback_desktop.ui.rating_row import RatingRow
from tests.stories.house import ENTER, ESC, House


@pytest.fixture
def playing(house: House) -> House:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    assert house.page == "session"
    return house


def into_the_stretch(house: House) -> None:
    house.after(90)
    assert house.now.segment.kind is SegmentKind.WORK
    assert house.now.exercise.id == "hip_flexor_standing"


def test_esc_in_the_first_countdown_stops_and_is_quiet_at_once(playing: House) -> None:
    playing.after(3)
    assert playing.now.segment.kind is SegmentKind.GET_READY
    playing.press(ESC)
    assert not playing.is_playing
    assert playing.announcer.planned == []
    assert playing.announcer.silences
    assert playing.page == "today"
    assert playing.sees("Stopped. Your session is kept.")
    (session,) = playing.sessions
    assert session.outcome is Outcome.SKIPPED


def test_nothing_need_be_said(playing: House) -> None:
    into_the_stretch(playing)
    playing.press(ESC, ESC)
    assert not playing.sees("Stopped. Your session is kept.")
    (session,) = playing.sessions
    assert (session.outcome, session.log.stop_reason) == (Outcome.STOPPED, None)
    assert session.active_seconds == pytest.approx(90)
    assert playing.window.focusWidget() is not None
    playing.press(ENTER)
    assert playing.sees("How stiff do you feel right now?")


def test_what_was_too_hard_is_easier_next_time(playing: House) -> None:
    into_the_stretch(playing)
    playing.press(ESC, "2", ENTER)
    assert playing.sessions[0].log.stop_reason is StopReason.TOO_HARD
    assert playing.sessions[0].log.stop_exercise_id == "hip_flexor_standing"
    assert playing.settings.easier_next == ("hip_flexor_standing",)


def test_what_was_sharp_is_no_longer_offered(playing: House) -> None:
    into_the_stretch(playing)
    name = playing.now.exercise.name
    playing.press(ESC, "4")
    assert playing.sees(f"Leave {name} out for now.")
    playing.press(ENTER)
    assert playing.settings.left_out == ("hip_flexor_standing",)
    playing.press(ENTER, ENTER)
    ids = {segment.exercise_id for segment in playing.now.timeline.segments}
    assert ids
    assert "hip_flexor_standing" not in ids


def test_discomfort_is_asked_and_kept_beside_the_reason(playing: House) -> None:
    into_the_stretch(playing)
    playing.press(ESC, "3")
    assert playing.sees("How uncomfortable was it?")
    playing.window.findChildren(RatingRow)[-1].setFocus()
    playing.press("7", ESC)
    log = playing.sessions[0].log
    assert (log.stop_reason, log.discomfort) == (StopReason.UNCOMFORTABLE, 7)


def test_after_numbness_the_next_days_are_gentle(playing: House) -> None:
    into_the_stretch(playing)
    playing.press(ESC, "5", ENTER)
    assert playing.settings.goes_gently_until
    assert playing.sees("A gentle one, lying down.")


@pytest.mark.parametrize("seconds", [0.0, 14.9, 15.0, 60.0, 79.0, 100.5, 117.9])
def test_stop_works_at_every_moment(playing: House, seconds: float) -> None:
    playing.after(seconds)
    playing.press(ESC)
    assert not playing.is_playing
    assert playing.sessions[0].active_seconds == pytest.approx(seconds, abs=0.01)


def test_stop_works_in_a_pause_and_over_the_sheet_of_keys(playing: House) -> None:
    playing.after(30)
    playing.press(" ")
    playing.after(20)
    playing.press("?")
    playing.press(ESC)
    playing.press(ESC)
    assert not playing.is_playing
    (session,) = playing.sessions
    assert [session.active_seconds, session.paused_seconds] == pytest.approx([30, 20])
