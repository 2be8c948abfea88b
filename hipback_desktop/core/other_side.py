"""The sides that were left out in a session while their other side was done (evidence.md §14.3)."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.timeline import SegmentKind, Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hipback_desktop.core.record import StepRecord

COUNTS_FROM = 0.5
"""So much of a set makes it count as done."""

_EVEN_PHASES = (Phase.SMR, Phase.STRETCH, Phase.STRENGTHEN)


def left_out(timeline: Timeline, steps: Iterable[StepRecord], lead_in_seconds: float) -> Timeline | None:
    """As many sets of each side that was left out as were done of the other, each behind a lead-in; None without any.

    ``timeline`` is that of the session, where every set has its length.
    """
    sets = _sets_to_do(steps)
    work = [
        segment
        for segment in timeline.segments
        if segment.kind is SegmentKind.WORK and segment.set_number <= sets.get((segment.exercise_id, segment.side), 0)
    ]
    if not work:
        return None
    rest = Timeline(timeline.routine_id, timeline.name, tuple(work), timeline.file)
    for index in reversed(range(len(work))):
        rest = rest.with_lead_in(index, lead_in_seconds)
    return rest


def _sets_to_do(steps: Iterable[StepRecord]) -> Mapping[tuple[str, Side | None], int]:
    """For each exercise of which one side was done and the other not: the other side, and the sets it lacks."""
    done: defaultdict[str, Counter[Side]] = defaultdict(Counter)
    for step in steps:
        counts = step.done_seconds >= COUNTS_FROM * step.planned_seconds
        if step.side is not None and step.phase in _EVEN_PHASES and counts:
            done[step.exercise_id][step.side] += 1
    return {
        (exercise_id, Side.LEFT if side is Side.RIGHT else Side.RIGHT): sets
        for exercise_id, by_side in done.items()
        if len(by_side) == 1
        for side, sets in by_side.items()
    }
