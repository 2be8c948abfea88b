"""A routine becomes timed segments (domain.md §8.1)."""

from __future__ import annotations

import pytest

from hipback_desktop.core.dose import Dose
from hipback_desktop.core.exercise import Phase, Position, Side, Sides
from hipback_desktop.core.routine import Routine, Step
from hipback_desktop.core.timeline import Segment, SegmentKind, Timeline, Timings, compile_routine, compile_step
from tests.builders import a_hold, a_rep_step, a_routine, a_segment, a_timeline, a_walk, an_exercise

READY, WORK, SWITCH, REST = SegmentKind


def shape(segments: tuple[Segment, ...]) -> list[tuple[SegmentKind, float, Side | None, int]]:
    return [(segment.kind, segment.seconds, segment.side, segment.set_number) for segment in segments]


def compiled(*steps: Step) -> Timeline:
    return compile_routine(a_routine(*steps))


def test_a_sided_stretch_runs_right_left_right_left_with_switches_only() -> None:
    assert shape(compiled(a_hold(30, sets=2)).segments) == [
        (READY, 15, Side.RIGHT, 1),
        (WORK, 30, Side.RIGHT, 1),
        (SWITCH, 5, Side.LEFT, 1),
        (WORK, 30, Side.LEFT, 1),
        (SWITCH, 5, Side.RIGHT, 2),
        (WORK, 30, Side.RIGHT, 2),
        (SWITCH, 5, Side.LEFT, 2),
        (WORK, 30, Side.LEFT, 2),
    ]


def test_a_half_kneeling_stretch_of_two_sets_takes_150_seconds() -> None:
    """The example of domain.md §8.1."""
    assert compiled(a_hold(30, sets=2, position=Position.HALF_KNEELING)).seconds == 150


def test_sided_strength_rests_between_rounds_and_then_changes_sides() -> None:
    step = a_rep_step(reps=10, sets=2, seconds_per_rep=4, sides=Sides.EACH)
    assert shape(compiled(step).segments)[1:] == [
        (WORK, 40, Side.RIGHT, 1),
        (SWITCH, 5, Side.LEFT, 1),
        (WORK, 40, Side.LEFT, 1),
        (REST, 15, Side.RIGHT, 2),
        (SWITCH, 5, Side.RIGHT, 2),
        (WORK, 40, Side.RIGHT, 2),
        (SWITCH, 5, Side.LEFT, 2),
        (WORK, 40, Side.LEFT, 2),
    ]


@pytest.mark.parametrize(
    "phase, rest",
    [(Phase.STRENGTHEN, 30), (Phase.SMR, 5), (Phase.STRETCH, 8), (Phase.WARM_UP, 8), (Phase.CALM, 8)],
)
def test_the_rest_between_unsided_sets_depends_on_the_phase(phase: Phase, rest: float) -> None:
    segments = compiled(a_hold(30, sets=2, phase=phase, sides=Sides.NONE)).segments
    assert shape(segments)[1:] == [(WORK, 30, None, 1), (REST, rest, None, 2), (WORK, 30, None, 2)]


def test_an_alternating_exercise_is_one_set_for_both_sides() -> None:
    segments = compiled(a_rep_step(reps=10, seconds_per_rep=6, sides=Sides.ALTERNATING)).segments
    assert shape(segments)[1:] == [(WORK, 60, None, 1)]


def test_the_lead_in_is_short_when_the_position_stays() -> None:
    timeline = compiled(a_hold(), a_hold(id="twist"), a_walk(), a_walk(id="march"))
    lead_ins = [segment for segment in timeline.segments if segment.kind is READY]
    assert [segment.seconds for segment in lead_ins] == [15, 8, 15, 8]
    assert [segment.changes_position for segment in lead_ins] == [True, False, True, False]


def test_a_lead_in_tells_of_the_work_it_leads_to() -> None:
    lead_in, work = compiled(a_rep_step(reps=12, sets=3)).segments[:2]
    assert (lead_in.work_seconds, lead_in.reps, lead_in.sets, lead_in.set_number) == (60, 12, 3, 1)
    assert (lead_in.exercise_id, lead_in.planned_seconds) == (work.exercise_id, 15)


def test_all_times_can_be_chosen() -> None:
    timings = Timings(20, 40, 6, 9, 7, 45, 25)
    routine = a_routine(
        a_hold(30, sides=Sides.NONE, sets=2),
        a_hold(30, phase=Phase.SMR, sides=Sides.NONE, sets=2, id="roll"),
        a_rep_step(sets=2, position=Position.PRONE),
        a_rep_step(sets=2, sides=Sides.EACH, id="clam", position=Position.PRONE),
    )
    segments = compile_routine(routine, timings).segments
    assert [segment.seconds for segment in segments if segment.kind is not WORK] == [
        *(40, 9, 20, 7),
        *(40, 45, 20, 6, 25, 6, 6),
    ]


def test_free_reps_wait_for_the_person_and_nothing_else_does() -> None:
    timeline = compile_routine(a_routine(a_walk(), a_hold(), a_rep_step()), free_reps=True)
    assert [segment.exercise_id for segment in timeline.segments if segment.is_open] == ["bridge"]
    assert {segment.kind for segment in timeline.segments if segment.is_open} == {WORK}


def test_the_same_exercise_twice_is_two_steps() -> None:
    timeline = compiled(a_walk(), a_hold(), a_walk())
    assert [segment.step_index for segment in timeline.segments] == [0, 0, 1, 1, 1, 1, 2, 2]
    assert [timeline.step_range(index) for index in (0, 1, 2)] == [range(2), range(2, 6), range(6, 8)]


def test_a_timeline_has_at_least_one_segment() -> None:
    with pytest.raises(ValueError):
        compile_routine(Routine("r", "Nothing", ()))


def test_a_boundary_belongs_to_the_segment_it_opens() -> None:
    timeline = a_timeline(a_segment(seconds=10), a_segment(seconds=20))
    places = {-1: 0, 0: 0, 9.99: 0, 10: 1, 29.99: 1, 30: 1, 99: 1}
    assert {seconds: timeline.index_at(seconds) for seconds in places} == places


def test_another_length_moves_what_follows() -> None:
    timeline = compiled(a_walk(60)).with_seconds(0, 25)
    assert [(segment.start_seconds, segment.end_seconds) for segment in timeline.segments] == [(0, 25), (25, 85)]
    assert timeline.segments[0].planned_seconds == 15


def test_a_repeat_comes_right_after_behind_a_short_lead_in() -> None:
    timeline = compiled(a_hold(30), a_walk()).with_seconds(1, 12).with_repeat(1, 5)
    assert shape(timeline.segments)[:5] == [
        (READY, 15, Side.RIGHT, 1),
        (WORK, 12, Side.RIGHT, 1),
        (READY, 5, Side.RIGHT, 1),
        (WORK, 30, Side.RIGHT, 1),
        (SWITCH, 5, Side.LEFT, 1),
    ]
    assert timeline.step_range(0) == range(6)
    assert timeline.seconds == 15 + 12 + 5 + 30 + 5 + 30 + 15 + 60


def test_the_lead_in_of_a_repeat_ends_by_itself_even_when_the_reps_are_free() -> None:
    timeline = compile_routine(a_routine(a_rep_step()), free_reps=True).with_repeat(1, 5)
    assert [segment.is_open for segment in timeline.segments] == [False, True, False, True]


def test_a_step_can_be_exchanged_in_place() -> None:
    timeline = compiled(a_walk(), a_hold(30), a_walk())
    easier = Step(an_exercise(id="easy_hug", sides=Sides.NONE), Dose(1, 20))
    changed = timeline.with_step(1, compile_step(easier, 1, Timings(), changes_position=False))
    assert [segment.exercise_id for segment in changed.segments] == [*["walk"] * 2, *["easy_hug"] * 2, *["walk"] * 2]
    assert [segment.index for segment in changed.segments] == list(range(6))
    assert changed.segments[2].seconds == 8
    assert changed.seconds == 75 + 28 + 75
