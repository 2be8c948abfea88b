"""What a journalled session amounts to after a crash: put in order, so that it can go on, or kept as far as it went."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from hipback_desktop.core import ledger
from hipback_desktop.core.events import WorkEnded
from hipback_desktop.core.record import Outcome
from hipback_desktop.core.timeline import SegmentKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hipback_desktop.core.exercise import Side
    from hipback_desktop.core.record import OpenSession, SessionRecord, StepRecord
    from hipback_desktop.core.timeline import Segment

OVERRUN_SECONDS = 1.0


def caught_up(session: OpenSession, later: Sequence[StepRecord]) -> OpenSession:
    """The session with its position where its steps say it is; ``later`` are those recorded after the position was.

    A set among them has ended, so the position moves to its end. And an open set goes on beyond its estimated length
    until it is recorded, so one that was begun and has no record yet is made to reach the position.
    """
    caught = _overrun(replace(session, steps=session.steps[: len(session.steps) - len(later)]))
    for step in later:
        index = caught.timeline.index_at(caught.position_seconds)
        ends = (s.end_seconds for s in _work(caught.timeline.segments[index:]) if _key(s) == _key(step))
        position = next(ends, caught.position_seconds)
        caught = replace(caught, steps=(*caught.steps, step), position_seconds=position)
    return caught


def taken_up(session: OpenSession, lead_in_seconds: float) -> OpenSession:
    """The session as it goes on: at the beginning of the work it was in or that was next, behind a long lead-in.

    Whoever comes back to it stands at the computer and has to get down and into the position first.
    """
    segments = session.timeline.segments
    ahead = _work(segments[session.timeline.index_at(session.position_seconds) :])
    index = ahead[0].index if ahead else len(segments) - 1
    timeline = session.timeline.with_lead_in(index, lead_in_seconds)
    lead_in = timeline.segments[index - len(segments) - 1]
    return replace(session, timeline=timeline, position_seconds=lead_in.start_seconds)


def record_of(session: OpenSession, exercise_names: Mapping[str, str] | None = None) -> SessionRecord:
    """The session as far as it went: the recorded steps, and the work under way as stopped where it was.

    An exercise that ``exercise_names`` leaves out is called as in an earlier step, or else by its id.
    """
    reached_the_end = session.position_seconds >= session.timeline.seconds
    current = session.timeline.segments[session.timeline.index_at(session.position_seconds)]
    done_seconds = session.position_seconds - current.start_seconds
    if current.kind is SegmentKind.WORK and done_seconds > 0 and not reached_the_end:
        ended = WorkEnded(current, done_seconds, _done_reps(current, done_seconds), Outcome.STOPPED, at=0)
        session = ledger.with_work(session, ended, _name(session, current.exercise_id, exercise_names or {}))
    return ledger.closed(
        session, ended_at=session.updated_at, active_seconds=0, paused_seconds=0, reached_the_end=reached_the_end
    )


def _overrun(session: OpenSession) -> OpenSession:
    """The same with the open set that is under way made long enough, if there is one and its estimate is over."""
    recorded = Counter(_key(step) for step in session.steps)
    for segment in _work(session.timeline.segments):
        recorded[_key(segment)] -= 1
        elapsed = session.position_seconds - segment.start_seconds
        if segment.is_open and recorded[_key(segment)] < 0 and elapsed > 0:
            seconds = max(segment.seconds, elapsed + OVERRUN_SECONDS)
            return replace(session, timeline=session.timeline.with_seconds(segment.index, seconds))
    return session


def _work(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    return tuple(segment for segment in segments if segment.kind is SegmentKind.WORK)


def _key(work: Segment | StepRecord) -> tuple[str, Side | None, int]:
    return work.exercise_id, work.side, work.set_number


def _done_reps(work: Segment, done_seconds: float) -> int | None:
    """Full reps by the pace of the set, never more than it has; None for work that is not counted in reps."""
    if work.reps is None or work.seconds_per_rep is None:
        return None
    return min(work.reps, int(done_seconds / work.seconds_per_rep + 1e-9))


def _name(session: OpenSession, exercise_id: str, names: Mapping[str, str]) -> str:
    earlier = (step.exercise_name for step in session.steps if step.exercise_id == exercise_id)
    return names.get(exercise_id) or next(earlier, exercise_id.replace("_", " ").capitalize())
