"""The sides that were left out in a session while their other side was done (evidence.md §14.3)."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.record import ENOUGH_SHARE
from hipback_desktop.core.timeline import SegmentKind, Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hipback_desktop.core.record import StepRecord
    from hipback_desktop.core.timeline import Segment

OTHER_SIDE: Final = "other_side"
"""The id that its record carries: it is no performance of the routine it was left out in."""

_EVEN_PHASES = (Phase.SMR, Phase.STRETCH, Phase.STRENGTHEN)


def left_out(timeline: Timeline, steps: Iterable[StepRecord], lead_in_seconds: float) -> Timeline | None:
    """As many sets of each side that was left out as were done of the other, each behind a lead-in; None without any.

    ``timeline`` is that of the session; a set that was begun and given up is offered as long as it was meant to be.
    """
    lacking = _sets_to_do(steps)
    work: list[Segment] = []
    for segment in timeline.segments:
        key = segment.exercise_id, segment.side
        if segment.kind is SegmentKind.WORK and lacking[key] > 0:
            lacking[key] -= 1
            work.append(replace(segment, seconds=segment.planned_seconds))
    if not work:
        return None
    return Timeline(OTHER_SIDE, timeline.name, tuple(work), timeline.file).with_lead_ins(lead_in_seconds)


def _sets_to_do(steps: Iterable[StepRecord]) -> Counter[tuple[str, Side | None]]:
    """For each exercise of which one side was done and the other not: the other side, and the sets it lacks."""
    done: defaultdict[str, Counter[Side]] = defaultdict(Counter)
    for step in steps:
        counts = step.done_seconds >= ENOUGH_SHARE * step.planned_seconds  # also of one that was called done before
        if step.side is not None and step.phase in _EVEN_PHASES and counts:
            done[step.exercise_id][step.side] += 1
    return Counter(
        {
            (exercise_id, Side.LEFT if side is Side.RIGHT else Side.RIGHT): sets
            for exercise_id, by_side in done.items()
            if len(by_side) == 1
            for side, sets in by_side.items()
        }
    )
