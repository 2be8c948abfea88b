"""The step that is being done in its easier form, in the middle of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.core.adaptation import easier_step, step_of
from hipback_desktop.core.exercise import Side, Sides
from hipback_desktop.core.timeline import SegmentKind, Timeline, compile_step

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.timeline import Segment, Timings


def easier_segments(
    timeline: Timeline,
    segment: Segment,
    exercises: Mapping[str, Exercise],
    timings: Timings,
    suits: Callable[[Exercise], bool],
) -> tuple[Segment, ...] | None:
    """What stands in for the step of ``segment``; None when it has no easier form, or one that does not suit.

    Where only one side is made up for, the easier form is for that side as well.
    """
    step = easier_step(step_of(segment, exercises), exercises)
    if step is None or not suits(step.exercise):
        return None
    moves = step.exercise.position is not exercises[segment.exercise_id].position
    free_reps = any(other.is_open for other in timeline.segments)
    whole = compile_step(step, segment.step_index, timings, changes_position=moves, free_reps=free_reps)
    sides = {timeline.segments[index].side for index in timeline.step_range(segment.step_index)}
    if None in sides or len(sides) == len(Side) or step.exercise.sides is not Sides.EACH:
        return whole
    work = tuple(piece for piece in whole if piece.kind is SegmentKind.WORK and piece.side in sides)
    return Timeline("", "", work).with_lead_ins(timings.lead_in_change_seconds).segments
