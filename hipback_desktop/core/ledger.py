"""The book of a running session: opened at its start, a line for every set, closed into a record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hipback_desktop.core.record import (
    ComfortLog,
    OpenSession,
    SessionOrigin,
    SessionRecord,
    StepRecord,
    session_outcome,
)

if TYPE_CHECKING:
    from datetime import datetime

    from hipback_desktop.core.events import WorkEnded
    from hipback_desktop.core.timeline import Timeline


def open_ledger(
    session_id: str,
    timeline: Timeline,
    now: datetime,
    *,
    origin: SessionOrigin = SessionOrigin.ROUTINE,
    stiffness_before: int | None = None,
) -> OpenSession:
    """A session that is about to begin at the wall-clock moment ``now``."""
    return OpenSession(
        id=session_id,
        routine_id=timeline.routine_id,
        name=timeline.name,
        origin=origin,
        started_at=now,
        updated_at=now,
        planned_seconds=timeline.seconds,
        active_seconds=0,
        paused_seconds=0,
        position_seconds=0,
        timeline=timeline,
        steps=(),
        stiffness_before=stiffness_before,
    )


def with_work(opened: OpenSession, ended: WorkEnded, exercise_name: str) -> OpenSession:
    """The same with one more line: a set on one side, planned beside done."""
    segment = ended.segment
    line = StepRecord(
        exercise_id=segment.exercise_id,
        exercise_name=exercise_name,
        phase=segment.phase,
        side=segment.side,
        set_number=segment.set_number,
        planned_seconds=segment.work_seconds,
        done_seconds=ended.done_seconds,
        planned_reps=segment.reps,
        done_reps=ended.done_reps,
        outcome=ended.outcome,
    )
    return replace(opened, steps=(*opened.steps, line))


def closed(
    opened: OpenSession,
    *,
    ended_at: datetime,
    active_seconds: float,
    paused_seconds: float,
    reached_the_end: bool,
) -> SessionRecord:
    """The record of a session; the seconds are those since it was opened or taken up again."""
    return SessionRecord(
        id=opened.id,
        routine_id=opened.routine_id,
        name=opened.name,
        started_at=opened.started_at,
        ended_at=max(opened.started_at, ended_at),
        planned_seconds=opened.planned_seconds,
        active_seconds=opened.active_seconds + active_seconds,
        paused_seconds=opened.paused_seconds + paused_seconds,
        outcome=session_outcome(opened.steps, reached_the_end=reached_the_end),
        origin=opened.origin,
        steps=opened.steps,
        log=ComfortLog(stiffness_before=opened.stiffness_before),
    )
