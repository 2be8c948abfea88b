"""The words and numbers of a moment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipback_desktop.core.exercise import Phase, Side, Sides
from hipback_desktop.core.playback import Status
from hipback_desktop.core.timeline import SegmentKind
from hipback_desktop.core.view import SessionView
from hipback_desktop.ui.clock_words import time_of_day
from hipback_desktop.ui.session_words import (
    Face,
    Look,
    MomentWords,
    counts_freely,
    milestone,
    next_title,
    next_words,
    side_words,
)
from tests.builders import NOON, a_rep_step, a_routine, exercises_of
from tests.ui.moments import free_timeline, moment, playing


def face(view: SessionView, *, steady: bool = False) -> Face:
    return MomentWords().face_of(view, steady=steady)


def test_a_hold_counts_down_and_its_arc_empties() -> None:
    shown = face(moment(10.4))
    assert (shown.label, shown.digits, shown.look, shown.fills) == ("Hold", "20", Look.WORK, False)
    assert shown.fraction == pytest.approx(19.6 / 30)


def test_an_arc_has_the_pace_of_its_segment_and_none_where_the_clock_stands() -> None:
    view = moment(10.4)
    assert face(view).pace == pytest.approx(1 / 30)
    assert face(view, steady=True).pace == 0
    assert face(replace(view, lead_in_seconds=2.0)).pace == 0
    assert face(replace(view, status=Status.PAUSED)).pace == 0


@pytest.mark.parametrize("seconds, digits", [(0, "30"), (0.01, "30"), (1.0, "29"), (29.5, "1")])
def test_the_count_is_rounded_up_so_that_nought_is_never_waited_for(seconds: float, digits: str) -> None:
    assert face(moment(seconds)).digits == digits


def test_a_minute_and_more_reads_as_a_clock() -> None:
    assert face(moment(0, playing("walk"))).digits == "1:00"
    assert face(moment(1, playing("walk"))).digits == "59"


@pytest.mark.parametrize(
    "kind, exercise, label",
    [
        (SegmentKind.GET_READY, "knee_hug", "Get ready"),
        (SegmentKind.SIDE_SWITCH, "knee_hug", "Change sides"),
        (SegmentKind.REST, "bridge", "Rest"),
    ],
)
def test_what_is_not_work_says_so_and_looks_otherwise(kind: SegmentKind, exercise: str, label: str) -> None:
    shown = face(moment(1, playing(exercise, kind)))
    assert (shown.label, shown.look) == (label, Look.LEAD_IN)


def test_who_only_breathes_is_not_told_to_move() -> None:
    view = moment(10, playing("walk"))
    calm = face(replace(view, segment=replace(view.segment, phase=Phase.CALM)))
    assert (calm.label, calm.brief) == ("Breathe", "Breathe")
    assert face(view).label == "Keep moving"


def test_paced_reps_count_the_reps_that_are_done() -> None:
    shown = face(moment(22, playing("bridge")))
    assert (shown.digits, shown.below, shown.fills) == ("4", "of 10", True)
    assert shown.fraction == pytest.approx(22 / 50)


def test_free_reps_count_up_and_say_how_to_end() -> None:
    view = moment(23.9, playing("bridge", timeline=free_timeline()))
    shown = face(view)
    assert counts_freely(view)
    assert (shown.label, shown.digits) == ("At your own pace", "23")
    assert "Space when done" in shown.below


def test_a_pause_keeps_the_count_and_says_how_to_go_on() -> None:
    paused, _ = playing().pause(10)
    shown = face(moment(60, paused))
    assert (shown.label, shown.digits, shown.below, shown.look) == ("Paused", "20", "Space to go on", Look.HELD)


def test_after_a_pause_the_lead_in_is_counted() -> None:
    paused, _ = playing().pause(10)
    resumed, _ = paused.resume(60, lead_in_seconds=3)
    shown = face(moment(60.4, resumed))
    assert (shown.label, shown.digits, shown.look) == ("Go on in", "3", Look.LEAD_IN)
    assert face(moment(63.5, resumed)).label == "Hold"


def test_with_less_motion_the_arc_moves_once_a_second() -> None:
    assert face(moment(10.1), steady=True).fraction == face(moment(10.9), steady=True).fraction
    assert face(moment(11.0), steady=True).fraction < face(moment(10.9), steady=True).fraction


def test_words_follow_when_they_change() -> None:
    words = MomentWords()
    assert words.face_of(moment(1)).label == "Hold"
    assert words.face_of(moment(31)).label == "Change sides"
    assert words.face_of(moment(36)).label == "Hold"


def test_time_left_counts_and_names_the_end() -> None:
    words = MomentWords()
    first = words.time_left(moment(0))
    assert first.endswith(f"left, ends at {time_of_day(NOON)}")
    assert words.time_left(moment(1)) != first
    paused, _ = playing().pause(1)
    assert words.time_left(moment(5, paused)).endswith("left, paused")


def test_next_names_exercise_side_and_amount() -> None:
    assert next_words(moment(0, playing(side=Side.RIGHT))) == "Next: Knee hug, left side, 30 seconds"
    assert next_words(moment(0, playing(side=Side.LEFT))) == "Next: Bridge, 10 reps"
    assert next_title(moment(0, playing(side=Side.RIGHT))) == "Next: Knee hug, left side"


def test_the_last_set_is_followed_by_the_end() -> None:
    view = moment(90, playing("bridge"))
    assert view.segment.set_number == 2
    assert next_words(view) == "Next: the end of the session"
    assert next_title(view) == "Next: the end"


def test_beside_the_side_stand_set_and_amount() -> None:
    assert side_words(moment(0)) == "30 seconds"
    assert side_words(moment(0, playing("bridge"))) == "Set 1 of 2, 10 reps"


def test_sides_in_turn_are_said_in_words() -> None:

    routine = a_routine(a_rep_step(sides=Sides.ALTERNATING))
    view = replace(moment(0, playing("bridge")), exercise=exercises_of(routine)["bridge"])
    assert side_words(view).endswith("sides in turn")


def test_a_screen_reader_is_told_what_begins() -> None:
    assert milestone(moment(0)) == "Knee hug, right side, 30 seconds"
    assert milestone(moment(0, playing(kind=SegmentKind.SIDE_SWITCH))).startswith("Change sides: Knee hug, left side")
    assert milestone(moment(9, playing().pause(3)[0])) == "Paused"


def test_the_phase_comes_with_the_face() -> None:
    assert face(moment(0)).phase is Phase.STRETCH
