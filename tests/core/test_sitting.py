"""What counts as sitting: typing or not, and what ends it (breaks.md §12.1; the numbers are those of §12.6)."""

from __future__ import annotations

import pytest

from hipback_desktop.core.presence import Mode, Said, SittingState
from hipback_desktop.core.spans import Source
from tests.core.sitter import HOUR, MINUTE, Sitter, absences, state, where


def test_typing_and_thinking_is_sitting() -> None:
    sitter = Sitter()
    sitter.sits(20 * MINUTE)
    assert where(sitter) == (SittingState.SITTING, 20 * MINUTE)


@pytest.mark.parametrize("look_seconds", [0.25, 1, 7, 60])
def test_the_count_does_not_depend_on_how_often_one_looks(look_seconds: float) -> None:
    sitter = Sitter(look_seconds=look_seconds)
    sitter.sits(14 * MINUTE)
    sitter.walks(4 * MINUTE)
    sitter.types(14 * MINUTE)
    assert sitter.sat == pytest.approx(14 * MINUTE, abs=max(1, look_seconds))


def test_1_a_silence_as_long_as_the_limit_resets_and_a_shorter_one_freezes() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.is_still(170)
    assert where(sitter) == (SittingState.UNSURE, 11 * MINUTE)
    sitter.types(1)
    assert where(sitter) == (SittingState.SITTING, 11 * MINUTE)
    sitter.is_still(180)
    assert where(sitter) == (SittingState.AWAY, 11 * MINUTE - 60 + 60)
    sitter.types(5)
    assert where(sitter) == (SittingState.SITTING, pytest.approx(5, abs=2.1))
    assert sitter.reminder.sitting.sit_number == 2


def test_1_the_time_since_the_last_input_is_taken_back() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.walks(12 * MINUTE)
    sitter.types(5)
    assert sitter.spans == [("sitting", 10 * MINUTE), ("away", pytest.approx(12 * MINUTE, abs=2.1))]
    (absence,) = absences(sitter)
    assert (absence.is_break, absence.asks, absence.span.source) == (True, True, Source.IDLE)


def test_1_a_return_between_two_rare_looks_is_an_absence_all_the_same() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.is_still(170)
    sitter.look_seconds = 60
    sitter.monotonic += 50
    sitter.types(70)
    assert sitter.reminder.sitting.sit_number == 2


def test_2_locked_for_as_long_as_a_break_is_one_from_the_last_input_on() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.is_still(30)
    sitter.locks()
    assert where(sitter) == (SittingState.AWAY, 10 * MINUTE)
    sitter.walks(90)
    sitter.unlocks()
    assert sitter.spans == [("sitting", 10 * MINUTE), ("away", pytest.approx(2 * MINUTE, abs=3.1))]
    assert sitter.sat < 5
    (absence,) = absences(sitter)
    assert (absence.span.source, absence.asks) == (Source.LOCK, False)


def test_2_locked_for_less_only_freezes() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.locks()
    sitter.is_still(60)
    sitter.unlocks()
    assert sitter.sat == pytest.approx(10 * MINUTE, abs=5)
    assert not absences(sitter)[0].is_break


def test_3_a_film_is_sitting_for_an_hour_and_nobody_knows_after_that() -> None:
    sitter = Sitter()
    sitter.types(MINUTE)
    sitter.sees(is_inhibited=True)
    sitter.is_still(59 * MINUTE)
    assert where(sitter) == (SittingState.PASSIVE, HOUR)
    sitter.is_still(2 * HOUR)
    assert state(sitter) is SittingState.UNSURE
    assert sitter.sat == pytest.approx(61 * MINUTE, abs=61)
    sitter.types(5)
    assert (state(sitter), sitter.reminder.sitting.sit_number) == (SittingState.SITTING, 1)


def test_3_who_leaves_after_the_film_left_when_it_ended() -> None:
    sitter = Sitter()
    sitter.types(MINUTE)
    sitter.watches(30 * MINUTE)
    sitter.walks(10 * MINUTE)
    assert state(sitter) is SittingState.AWAY
    assert sitter.spans == [("sitting", 2 * MINUTE), ("passive", 29 * MINUTE)]


def test_4_a_call_is_sitting() -> None:
    sitter = Sitter()
    sitter.in_call(90 * MINUTE)
    assert sitter.sat == pytest.approx(90 * MINUTE, abs=1)
    sitter.types(5)
    assert sitter.reminder.sitting.sit_number == 1


@pytest.mark.parametrize("mode", [Mode.CALL, Mode.READING])
def test_4_so_is_what_the_person_says(mode: Mode) -> None:
    sitter = Sitter()
    sitter.says(mode)
    sitter.is_still(90 * MINUTE)
    assert where(sitter) == (SittingState.PASSIVE, pytest.approx(90 * MINUTE, abs=1))
    sitter.says(None)
    sitter.is_still(4 * MINUTE)
    assert state(sitter) is SittingState.AWAY


def test_what_the_person_forgets_to_take_back_ends_by_itself() -> None:
    sitter = Sitter()
    sitter.says(Mode.CALL)
    sitter.is_still(2 * HOUR + 5 * MINUTE)
    assert (state(sitter), sitter.reminder.sitting.said) == (SittingState.AWAY, None)


def test_the_lock_beats_what_the_person_said() -> None:
    sitter = Sitter()
    sitter.says(Mode.READING)
    sitter.is_still(5 * MINUTE)
    sitter.locks()
    assert (state(sitter), sitter.reminder.sitting.said) == (SittingState.AWAY, None)


def test_5_a_night_asleep_is_a_break() -> None:
    sitter = Sitter()
    sitter.types(40 * MINUTE)
    sitter.sleeps(8 * HOUR)
    assert state(sitter) is SittingState.AWAY
    sitter.types(5)
    assert sitter.sat < 6
    assert sitter.spans[-1] == ("away", pytest.approx(8 * HOUR, abs=6))
    assert absences(sitter)[0].span.source is Source.SLEEP


def test_6_half_a_minute_asleep_only_freezes() -> None:
    sitter = Sitter()
    sitter.types(40 * MINUTE)
    sitter.sleeps(30)
    sitter.types(5)
    assert sitter.sat == pytest.approx(40 * MINUTE, abs=10)
    assert sitter.reminder.sitting.sit_number == 1


def test_6_an_idle_time_that_slept_as_well_is_no_input() -> None:
    sitter = Sitter()
    sitter.types(40 * MINUTE)
    sitter.is_still(20)
    sitter.sleeps(30)
    sitter.is_still(30)
    assert state(sitter) is SittingState.AWAY


@pytest.mark.parametrize("hours", [2, -2])
def test_7_a_wall_clock_that_is_set_counts_nothing(hours: float) -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.sets_the_clock(hours=hours)
    sitter.types(5 * MINUTE)
    assert where(sitter) == (SittingState.SITTING, 15 * MINUTE)
    sitter.walks(10 * MINUTE)
    assert sitter.spans == [("sitting", 15 * MINUTE)]


def test_standing_stops_the_counter_and_is_a_break_when_as_long_as_one() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.says(Mode.STANDING)
    sitter.types(90)
    sitter.says(None)
    sitter.types(MINUTE)
    assert sitter.sat == 11 * MINUTE
    sitter.says(Mode.STANDING)
    sitter.is_still(10 * MINUTE)
    assert where(sitter) == (SittingState.STANDING, 11 * MINUTE)
    sitter.says(None)
    sitter.types(MINUTE)
    assert sitter.sat == MINUTE
    assert sitter.spans == [("sitting", 600), ("standing", 90), ("sitting", 60), ("standing", 600)]


def test_standing_ends_by_itself_and_by_sleep() -> None:
    sitter = Sitter()
    sitter.says(Mode.STANDING)
    sitter.types(59 * MINUTE)
    assert state(sitter) is SittingState.STANDING
    sitter.types(2 * MINUTE)
    assert state(sitter) is SittingState.SITTING
    sitter.says(Mode.STANDING)
    sitter.types(5 * MINUTE)
    sitter.sleeps(HOUR)
    assert (state(sitter), sitter.reminder.sitting.said) == (SittingState.AWAY, None)
    assert sitter.spans == [("standing", HOUR), ("sitting", MINUTE), ("standing", 5 * MINUTE)]
    sitter.types(5)
    assert sitter.spans[3:] == [("away", pytest.approx(HOUR, abs=3))]


def test_a_session_resets_and_a_locked_screen_does_not_end_it() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.sees(session_runs=True)
    sitter.is_still(5 * MINUTE)
    sitter.locks()
    assert where(sitter) == (SittingState.MOVING, 10 * MINUTE)
    sitter.sees(is_locked=False, session_runs=False)
    sitter.types(30)
    assert where(sitter) == (SittingState.SITTING, 30)
    assert sitter.spans == [("sitting", 10 * MINUTE), ("session", 5 * MINUTE)]


def test_sitting_down_unseen_after_a_session_is_doubted() -> None:
    sitter = Sitter()
    sitter.plays(10 * MINUTE)
    sitter.is_still(MINUTE)
    assert state(sitter) is SittingState.UNSURE


def test_moving_goes_on_in_the_session_it_starts() -> None:
    sitter = Sitter()
    sitter.says(Mode.MOVING)
    sitter.plays(5 * MINUTE)
    sitter.types(10)
    assert [kind for kind, _ in sitter.spans] == ["session"]


def test_what_was_said_is_void_once_its_time_is_over() -> None:
    sitter = Sitter()
    sitter.says(Mode.MOVING)
    assert sitter.reminder.sitting.said == Said(Mode.MOVING, sitter.now.boot + 120)
    sitter.types(121)
    assert sitter.reminder.sitting.said is None
