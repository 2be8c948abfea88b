"""What holds for the timeline of any routine (domain.md §8.1)."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.core.exercise import Phase, Side, Sides
from hipback_desktop.core.routine import Routine, Step
from hipback_desktop.core.timeline import SegmentKind, Timeline, Timings, compile_routine
from tests.core.strategies import STEADY, routines, timings


def seconds_by_formula(step: Step, timings: Timings) -> float:
    """The duration of an exercise, written as in domain.md §8.1."""
    sets, work = step.dose.sets, step.dose.work_seconds
    strengthens = step.exercise.phase is Phase.STRENGTHEN
    if step.exercise.sides is Sides.EACH:
        between_rounds = (sets - 1) * timings.strength_round_rest_seconds if strengthens else 0
        return sets * 2 * work + (2 * sets - 1) * timings.side_switch_seconds + between_rounds
    rest = {Phase.STRENGTHEN: timings.strength_rest_seconds, Phase.SMR: timings.smr_rest_seconds}
    return sets * work + (sets - 1) * rest.get(step.exercise.phase, timings.rest_seconds)


def lead_ins_by_formula(routine: Routine, timings: Timings) -> float:
    positions = [None, *(step.exercise.position for step in routine.steps)]
    return sum(
        timings.lead_in_same_seconds if before is after else timings.lead_in_change_seconds
        for before, after in pairwise(positions)
    )


def assert_without_gaps(timeline: Timeline) -> None:
    assert timeline.segments[0].start_seconds == 0
    assert [segment.index for segment in timeline.segments] == list(range(len(timeline.segments)))
    for before, after in pairwise(timeline.segments):
        assert before.end_seconds == after.start_seconds


@STEADY
@given(routines(), timings())
def test_the_total_is_the_sum_of_the_segments_and_that_of_the_formula(routine: Routine, timings: Timings) -> None:
    timeline = compile_routine(routine, timings)
    assert timeline.seconds == sum(segment.seconds for segment in timeline.segments)
    by_formula = sum(seconds_by_formula(step, timings) for step in routine.steps)
    assert timeline.seconds == by_formula + lead_ins_by_formula(routine, timings)


@STEADY
@given(routines(), timings())
def test_left_works_as_long_as_right(routine: Routine, timings: Timings) -> None:
    for index, step in enumerate(routine.steps):
        work = [
            segment
            for segment in compile_routine(routine, timings).segments
            if segment.step_index == index and segment.kind is SegmentKind.WORK
        ]
        seconds = {side: sum(s.seconds for s in work if s.side is side) for side in (*Side, None)}
        assert sum(seconds.values()) == step.dose.sets * step.dose.work_seconds * (2 if seconds[Side.LEFT] else 1)
        assert seconds[Side.LEFT] == seconds[Side.RIGHT]
        assert (seconds[None] == 0) == (step.exercise.sides is Sides.EACH)


@STEADY
@given(routines(), timings(), st.booleans())
def test_there_are_no_gaps_and_every_step_begins_with_a_lead_in(
    routine: Routine, timings: Timings, free_reps: bool
) -> None:
    timeline = compile_routine(routine, timings, free_reps=free_reps)
    assert_without_gaps(timeline)
    for index in range(len(routine.steps)):
        segments = [timeline.segments[place] for place in timeline.step_range(index)]
        assert {segment.step_index for segment in segments} == {index}
        assert segments[0].kind is SegmentKind.GET_READY
        assert segments[-1].kind is SegmentKind.WORK


@STEADY
@given(routines(), st.data())
def test_changes_leave_no_gaps_and_change_nothing_else(routine: Routine, data: st.DataObject) -> None:
    before = compile_routine(routine)
    index = data.draw(st.integers(0, len(before.segments) - 1))
    longer = before.with_seconds(index, before.segments[index].seconds + 10)
    assert_without_gaps(longer)
    assert longer.seconds == before.seconds + 10
    work = data.draw(st.sampled_from([s.index for s in before.segments if s.kind is SegmentKind.WORK]))
    repeated = before.with_repeat(work, 5)
    assert_without_gaps(repeated)
    assert repeated.seconds == before.seconds + 5 + before.segments[work].seconds


@STEADY
@given(routines(), st.floats(0, 5000))
def test_every_moment_has_its_segment(routine: Routine, moment: float) -> None:
    timeline = compile_routine(routine)
    segment = timeline.segments[timeline.index_at(moment)]
    assert segment.start_seconds <= moment
    assert moment < segment.end_seconds or segment is timeline.segments[-1]
