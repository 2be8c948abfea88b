"""E in the middle of a step: what stands in for it."""

from __future__ import annotations

from dataclasses import replace

from hipback_desktop.core.easier import easier_segments
from hipback_desktop.core.exercise import Exercise, Position, Side, Sides, Variant
from hipback_desktop.core.routine import Step
from hipback_desktop.core.timeline import Segment, SegmentKind, Timeline, Timings, compile_routine
from tests.builders import a_hold, a_rep_step, a_routine, by_id

SEATED = a_hold(id="seated", position=Position.CHAIR).exercise
HUG = a_hold(id="hug", easier=Variant("Sit.", "seated"))
CURL = a_rep_step(id="curl").exercise
PRESS = a_rep_step(id="press", easier=Variant("Smaller.", "curl"))
READY, WORK = SegmentKind.GET_READY, SegmentKind.WORK


def easier(timeline: Timeline, *known: Exercise, at: int = 0, suits: bool = True) -> tuple[Segment, ...] | None:
    exercises = by_id(HUG.exercise, PRESS.exercise, SEATED, CURL, *known)
    return easier_segments(timeline, timeline.segments[at], exercises, Timings(), lambda _exercise: suits)


def shape(segments: tuple[Segment, ...] | None) -> list[tuple[str, Side | None, float]]:
    assert segments is not None
    return [(segment.kind, segment.side, segment.seconds) for segment in segments]


def the_left_side_of(step: Step) -> Timeline:
    """The step as it is made up for."""
    whole = compile_routine(a_routine(step))
    left = (segment for segment in whole.segments if segment.kind is WORK and segment.side is Side.LEFT)
    return replace(whole, segments=tuple(left)).with_lead_ins(15)


def test_both_sides_in_the_time_of_the_step_behind_the_lead_in_of_its_position() -> None:
    found = easier(compile_routine(a_routine(HUG)))
    assert shape(found) == [
        (READY, Side.RIGHT, 15),
        (WORK, Side.RIGHT, 30),
        (SegmentKind.SIDE_SWITCH, Side.LEFT, 5),
        (WORK, Side.LEFT, 30),
    ]
    assert found is not None
    assert {segment.exercise_id for segment in found} == {"seated"}


def test_a_side_that_is_made_up_for_stays_the_only_one() -> None:
    assert shape(easier(the_left_side_of(a_hold(30, 2, id="hug", easier=Variant("Sit.", "seated"))), at=1)) == [
        (READY, Side.LEFT, 15),
        (WORK, Side.LEFT, 30),
        (READY, Side.LEFT, 15),
        (WORK, Side.LEFT, 30),
    ]


def test_what_is_done_with_both_sides_at_once_takes_the_place_of_one() -> None:
    both = replace(SEATED, sides=Sides.NONE)
    assert shape(easier(the_left_side_of(HUG), both)) == [(READY, None, 15), (WORK, None, 30)]


def test_a_set_at_ones_own_pace_stays_one_in_its_lead_in_too() -> None:
    for at in (0, 1):
        found = easier(compile_routine(a_routine(PRESS), free_reps=True), at=at)
        assert found is not None
        assert [segment.is_open for segment in found if segment.kind is WORK] == [True]
    paced = easier(compile_routine(a_routine(PRESS)))
    assert paced is not None
    assert not any(segment.is_open for segment in paced)


def test_without_an_easier_form_or_one_that_suits_there_is_nothing() -> None:
    assert easier(compile_routine(a_routine(a_hold(id="seated")))) is None
    assert easier(compile_routine(a_routine(HUG)), suits=False) is None
