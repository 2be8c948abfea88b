"""The power goes in the middle of a session; the next start offers to go on where it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hipback_desktop.app.start import Start
from hipback_desktop.core.exercise import Side
from hipback_desktop.core.record import Outcome
from hipback_desktop.core.timeline import SegmentKind
from hipback_desktop.storage import database
from tests.catalogue.documents import a_routine, written
from tests.stories.house import ENTER, TAB, House

IN_THE_LEFT_STRETCH = 98 + 5 + 7.5
"""desk_reset_2: a walk until 75, the right side from 83 to 98, five seconds to change, then the left side."""


@pytest.fixture
def interrupted(house: House) -> House:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, "4", ENTER)
    assert house.now.timeline.routine_id == "desk_reset_2"
    house.after(IN_THE_LEFT_STRETCH)
    assert (house.now.segment.kind, house.now.segment.side) == (SegmentKind.WORK, Side.LEFT)
    house.cut_power()
    house.after(3600)
    house.open()
    return house


def test_the_next_start_offers_to_go_on_at_the_same_step_and_side(interrupted: House) -> None:
    assert interrupted.page == "today"
    assert interrupted.sees("You were in the middle of Micro-break")
    assert interrupted.sees("left side")
    assert interrupted.sessions == ()


def test_going_on_leaves_time_to_get_there_and_ends_in_one_session(interrupted: House) -> None:
    assert interrupted.sees("0:30 left")
    interrupted.press(ENTER)
    now = interrupted.now.segment
    assert (now.kind, now.side, now.seconds) == (SegmentKind.GET_READY, Side.LEFT, 15)
    interrupted.after(4)
    assert interrupted.hears("Next, in 15 seconds: Standing hip-flexor stretch, left side.")
    assert not interrupted.hears("Come out slowly.")
    interrupted.to_the_end()
    assert interrupted.sees("How was it?")
    (session,) = interrupted.sessions
    assert session.outcome is Outcome.COMPLETED
    assert [(step.side, step.done_seconds) for step in session.steps] == [
        (None, 60),
        (Side.RIGHT, 15),
        (Side.LEFT, 15),
    ]
    assert session.log.stiffness_before == 4
    assert session.planned_seconds == 118
    interrupted.close()
    interrupted.open()
    assert not interrupted.sees("You were in the middle of")
    assert len(interrupted.sessions) == 1


def test_keeping_what_was_done_is_a_session_stopped_early(interrupted: House) -> None:
    interrupted.press(TAB, ENTER)
    assert not interrupted.sees("You were in the middle of")
    (session,) = interrupted.sessions
    assert session.outcome is Outcome.STOPPED
    assert [step.outcome for step in session.steps] == [Outcome.COMPLETED, Outcome.COMPLETED, Outcome.STOPPED]
    assert session.steps[-1].done_seconds == pytest.approx(7.5, abs=1.01)


def test_starting_another_session_keeps_what_was_done_as_well(interrupted: House) -> None:
    interrupted.window.start_requested.emit("keep_going_5")
    interrupted.press(ENTER)
    assert interrupted.now.timeline.routine_id == "keep_going_5"
    interrupted.to_the_end()
    assert sorted(session.routine_id for session in interrupted.sessions) == ["desk_reset_2", "keep_going_5"]


def test_a_second_power_cut_offers_the_same_again(interrupted: House) -> None:
    interrupted.press(ENTER)
    interrupted.after(2)
    interrupted.cut_power()
    interrupted.open()
    assert interrupted.sees("You were in the middle of Micro-break")
    interrupted.press(ENTER)
    interrupted.to_the_end()
    (session,) = interrupted.sessions
    assert session.outcome is Outcome.COMPLETED


def test_closing_the_window_in_a_session_keeps_it_and_offers_nothing(house: House) -> None:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    house.after(40)
    house.close()
    (session,) = house.sessions
    assert session.outcome is Outcome.STOPPED
    assert session.active_seconds == pytest.approx(40)
    house.open()
    assert not house.sees("You were in the middle of")


def test_sleep_pauses_and_says_so(house: House) -> None:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    house.after(30)
    house.after(1, asleep=600)
    assert house.is_paused
    assert house.sees("asleep") or house.sees("slept"), house.words
    house.press(" ")
    assert not house.sees("asleep"), house.words
    assert not house.sees("slept"), house.words


def test_a_sleep_that_became_a_long_pause_leaves_no_notice_behind(house: House) -> None:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    house.after(30)
    house.after(1, asleep=600)
    house.after(310)
    assert house.sees("asleep"), house.words
    assert house.sees("away for a while"), house.words
    house.press(" ")
    assert not house.sees("asleep"), house.words
    assert not house.sees("away for a while"), house.words


def test_a_pause_forgotten_for_a_quarter_of_an_hour_ends_the_session_and_says_so(house: House) -> None:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    house.after(30)
    house.press(" ")
    house.after(310)
    assert house.is_playing
    house.after(600)
    assert not house.is_playing
    assert len(house.sessions) == 1
    assert house.window._notices is not None
    assert len(house.window._notices.sentences()) == 1


def test_a_session_from_a_file_goes_on_with_its_own_exercises(house: House, tmp_path: Path) -> None:
    house.has_two_minutes()
    file = written(tmp_path, a_routine())
    house.open(Start(str(file)))
    house.after(20)
    house.cut_power()
    house.open()
    assert house.sees("Knee hug, right side, set 1 of 2")
    house.press(ENTER)
    house.to_the_end()
    (session,) = house.sessions
    assert session.outcome is Outcome.COMPLETED
    assert {step.exercise_name for step in session.steps} == {"Knee hug"}


def test_a_session_whose_file_goes_while_it_is_offered_is_offered_no_longer(house: House, tmp_path: Path) -> None:
    house.has_two_minutes()
    file = written(tmp_path, a_routine())
    house.open(Start(str(file)))
    house.after(20)
    house.cut_power()
    house.open()
    file.unlink()
    house.press(ENTER)
    assert house.sees("cannot go on")
    assert not house.sees("You were in the middle of")
    assert len(house.sessions) == 1


def test_closing_in_a_session_that_changes_the_next_one_leaves_nothing_to_do(house: House) -> None:
    house.has_two_minutes(easier_next=("not_shipped_any_more",))
    house.open()
    house.press(ENTER, ENTER)
    house.after(30)
    house.window.close()
    assert house.settings.easier_next == ()
    assert not house.program._front.today.is_due


def test_a_session_whose_file_is_gone_is_kept_and_said(house: House, tmp_path: Path) -> None:
    house.has_two_minutes()
    file = written(tmp_path, a_routine())
    house.open(Start(str(file)))
    house.after(20)
    house.cut_power()
    file.unlink()
    house.open()
    assert not house.sees("You were in the middle of")
    assert house.sees(f"Two things cannot go on: its file {file.name} is not there")
    assert len(house.sessions) == 1


@pytest.mark.expects_log
def test_a_session_the_history_cannot_take_is_there_after_the_next_start(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE_SECONDS", 0.05)
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    house.after(60)
    with closing(sqlite3.connect(house.folders.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        house.to_the_end()
        assert house.sees("The session is kept in")
    house.close()
    house.open()
    assert house.sees("1 session that could not be kept at its time is in your history now.")
    assert not house.sees("You were in the middle of")
    assert [record.outcome for record in house.program._archive.store.records()] == [Outcome.COMPLETED]
