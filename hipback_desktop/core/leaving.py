"""What leaving a set of work amounts to: how long it was done, how many reps, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.core.events import Event, WorkEnded
from hipback_desktop.core.record import Outcome
from hipback_desktop.core.timeline import SegmentKind

if TYPE_CHECKING:
    from hipback_desktop.core.playback import Playback


def work_ended(playback: Playback, outcome: Outcome, at: float) -> tuple[Event, ...]:
    """The event for leaving the current segment, if it was work that had begun."""
    if playback.segment.kind is not SegmentKind.WORK:
        return ()
    done = playback.elapsed(at)
    if done <= 0 and outcome is Outcome.STOPPED:
        return ()
    return (WorkEnded(playback.segment, done, _reps_at_end(playback, outcome, at), outcome, at),)


def _reps_at_end(playback: Playback, outcome: Outcome, at: float) -> int | None:
    """Reps done: all of them when a free set is called done, else what the pace gives."""
    if playback.segment.reps is None:
        return None
    if playback.segment.is_open and outcome is Outcome.COMPLETED:
        return playback.segment.reps
    return playback.done_reps(at)


def passed_over(playback: Playback, target: int, at: float) -> tuple[Event, ...]:
    """Events for the work between here and ``target`` that is not done any more."""
    events = list(work_ended(playback, Outcome.SKIPPED, at))
    for segment in playback.timeline.segments[playback.index + 1 : target]:
        if segment.kind is SegmentKind.WORK:
            reps = 0 if segment.reps is not None else None
            events.append(WorkEnded(segment, 0, reps, Outcome.SKIPPED, at))
    return tuple(events)


def with_left_out(playback: Playback, at: float) -> tuple[tuple[float, float], ...]:
    """What was skipped before, and what is left of the current step."""
    step = playback.timeline.step_range(playback.segment.step_index)
    start = min(playback.position(at), playback.segment.end_seconds)
    return (*playback.left_out, (start, playback.timeline.segments[step.stop - 1].end_seconds))
