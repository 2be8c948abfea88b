"""Records, timelines and open sessions with readable defaults."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import UUID

from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.record import (
    ComfortLog,
    OpenSession,
    Outcome,
    SessionOrigin,
    SessionRecord,
    StepRecord,
)
from hipback_desktop.core.timeline import Segment, SegmentKind, Timeline

HERE = timezone(timedelta(hours=5, minutes=45))
STARTED = datetime(2026, 3, 1, 7, 30, tzinfo=HERE)


def an_id(number: int) -> str:
    return str(UUID(int=number))


def a_step(**changes: Any) -> StepRecord:
    step = StepRecord(
        exercise_id="pigeon_modified",
        exercise_name="Modified pigeon",
        phase=Phase.STRETCH,
        side=Side.RIGHT,
        set_number=1,
        planned_seconds=30,
        done_seconds=30,
        planned_reps=None,
        done_reps=None,
        outcome=Outcome.COMPLETED,
    )
    return replace(step, **changes)


def a_record(number: int = 1, **changes: Any) -> SessionRecord:
    """The session of one number; a later number started a day later."""
    started = STARTED + timedelta(days=number)
    record = SessionRecord(
        id=an_id(number),
        routine_id="daily_reset",
        name="Daily reset",
        started_at=started,
        ended_at=started + timedelta(minutes=10),
        planned_seconds=590.5,
        active_seconds=580.25,
        paused_seconds=12,
        outcome=Outcome.COMPLETED,
        origin=SessionOrigin.ROUTINE,
        steps=(a_step(), a_step(side=Side.LEFT), a_step(set_number=2, done_seconds=3, outcome=Outcome.STOPPED)),
        log=ComfortLog(stiffness_before=6, stiffness_after=3, note="Better than yesterday"),
    )
    return replace(record, **changes)


def a_timeline(work_seconds: float = 30, **changes: Any) -> Timeline:
    """Get ready 10, right side, switch 5, left side."""
    pieces = (
        (SegmentKind.GET_READY, 10.0, Side.RIGHT),
        (SegmentKind.WORK, work_seconds, Side.RIGHT),
        (SegmentKind.SIDE_SWITCH, 5.0, Side.LEFT),
        (SegmentKind.WORK, work_seconds, Side.LEFT),
    )
    segments: list[Segment] = []
    for kind, seconds, side in pieces:
        segment = Segment(
            index=len(segments),
            start_seconds=segments[-1].end_seconds if segments else 0,
            seconds=seconds,
            kind=kind,
            phase=Phase.STRETCH,
            exercise_id="pigeon_modified",
            side=side,
            set_number=1,
            sets=1,
            step_index=0,
            planned_seconds=seconds,
            work_seconds=work_seconds,
        )
        segments.append(replace(segment, **changes))
    return Timeline("daily_reset", "Daily reset", tuple(segments))


def an_open_session(number: int = 1, **changes: Any) -> OpenSession:
    session = OpenSession(
        id=an_id(number),
        routine_id="daily_reset",
        name="Daily reset",
        origin=SessionOrigin.ROUTINE,
        started_at=STARTED,
        updated_at=STARTED,
        planned_seconds=75,
        active_seconds=0,
        paused_seconds=0,
        position_seconds=0,
        timeline=a_timeline(),
        steps=(),
        stiffness_before=4,
    )
    return replace(session, **changes)
