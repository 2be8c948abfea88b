"""One side done and the other left out: the other is what is offered."""

from __future__ import annotations

import pytest

from hipback_desktop.core.events import WorkEnded
from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.ledger import open_ledger, with_work
from hipback_desktop.core.other_side import OTHER_SIDE, left_out
from hipback_desktop.core.record import StepRecord
from hipback_desktop.core.timeline import SegmentKind, Timeline, compile_routine
from tests.builders import NOON, a_hold, a_rep_step, a_routine, a_step_record, a_walk
from tests.core.person import Person

TIMELINE = compile_routine(a_routine(a_walk(60), a_hold(30, sets=2), a_rep_step(), a_hold(20, id="twist")))


def done_by(person: Person) -> tuple[StepRecord, ...]:
    opened = open_ledger("s1", person.playback.timeline, NOON)
    for event in person.events:
        if isinstance(event, WorkEnded):
            opened = with_work(opened, event, event.segment.exercise_id)
    return opened.steps


def described(rest: Timeline | None) -> list[tuple[str, str, Side | None, float]]:
    assert rest is not None
    return [(segment.kind, segment.exercise_id, segment.side, segment.seconds) for segment in rest.segments]


def to_the_first_hold(seconds: float) -> Person:
    """So many seconds into the right side of the first set of the knee hug."""
    person = Person(TIMELINE)
    person.wait(15 + 60 + 15 + seconds)
    return person


def test_whole_sessions_leave_nothing_out() -> None:
    person = Person(TIMELINE)
    person.wait(10_000)
    assert left_out(TIMELINE, done_by(person), 15) is None
    assert left_out(TIMELINE, (), 15) is None


def test_skipping_in_the_second_side_leaves_that_side_to_do() -> None:
    person = to_the_first_hold(30 + 5 + 3)
    person.next()
    person.wait(10_000)
    rest = left_out(TIMELINE, done_by(person), 15)
    assert described(rest) == [
        (SegmentKind.GET_READY, "knee_hug", Side.LEFT, 15),
        (SegmentKind.WORK, "knee_hug", Side.LEFT, 30),
    ]
    assert rest is not None
    assert (rest.routine_id, rest.name, rest.seconds) == (OTHER_SIDE, TIMELINE.name, 45)
    assert all(segment.changes_position for segment in rest.segments[::2])


def test_stopping_before_the_second_side_leaves_it_to_do_as_well() -> None:
    person = to_the_first_hold(32)
    person.stop()
    assert [place[1:3] for place in described(left_out(TIMELINE, done_by(person), 15))] == [
        ("knee_hug", Side.LEFT),
        ("knee_hug", Side.LEFT),
    ]


@pytest.mark.parametrize("seconds, is_offered", [(14, False), (16, True)])
def test_less_than_half_of_a_side_is_as_good_as_none(seconds: float, is_offered: bool) -> None:
    person = to_the_first_hold(seconds)
    person.stop()
    assert (left_out(TIMELINE, done_by(person), 15) is not None) is is_offered


def test_a_set_that_was_done_on_both_sides_is_enough() -> None:
    person = to_the_first_hold(30 + 5 + 30 + 5 + 20)
    person.stop()
    assert left_out(TIMELINE, done_by(person), 15) is None


def test_as_many_sets_as_were_done_of_the_other_side() -> None:
    steps = [a_step_record(side=Side.LEFT, set_number=number) for number in (1, 2)]
    assert [place[2:] for place in described(left_out(TIMELINE, steps, 8))] == [
        (Side.RIGHT, 8),
        (Side.RIGHT, 30),
        (Side.RIGHT, 8),
        (Side.RIGHT, 30),
    ]


def test_a_set_that_was_begun_and_given_up_is_offered_in_its_whole_length() -> None:
    person = to_the_first_hold(30 + 5 + 3)
    person.is_done()
    person.next()
    person.wait(10_000)
    assert described(left_out(person.playback.timeline, done_by(person), 15))[1::2] == [
        (SegmentKind.WORK, "knee_hug", Side.LEFT, 30),
    ]


def test_an_exercise_that_comes_twice_is_not_offered_twice() -> None:
    person = Person(compile_routine(a_routine(a_hold(30), a_rep_step(), a_hold(20))))
    person.wait(15 + 30 + 2)
    person.stop()
    assert described(left_out(person.playback.timeline, done_by(person), 15))[1::2] == [
        (SegmentKind.WORK, "knee_hug", Side.LEFT, 30),
    ]


def test_several_exercises_come_in_the_order_of_the_session() -> None:
    steps = [a_step_record(exercise_id=name, side=Side.RIGHT, planned_seconds=20) for name in ("twist", "knee_hug")]
    assert [place[1] for place in described(left_out(TIMELINE, steps, 8))[::2]] == ["knee_hug", "twist"]


@pytest.mark.parametrize("phase, is_offered", [(phase, phase not in (Phase.WARM_UP, Phase.CALM)) for phase in Phase])
def test_warm_up_and_breathing_need_no_other_side(phase: Phase, is_offered: bool) -> None:
    steps = [a_step_record(side=Side.RIGHT, phase=phase)]
    assert (left_out(TIMELINE, steps, 8) is not None) is is_offered


def test_what_the_timeline_does_not_have_cannot_be_offered() -> None:
    assert left_out(TIMELINE, [a_step_record(exercise_id="gone", side=Side.RIGHT)], 8) is None
