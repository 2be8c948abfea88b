"""Sessions told by hand: one that was done without the program, and one whose day or answers are put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.record import ComfortLog, Outcome, SessionOrigin, SessionRecord, StepRecord
from hipback_desktop.core.wording import phase_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from hipback_desktop.core.exercise import Phase

BY_HAND: Final = "by_hand"
"""What stands for the routine and its exercises, of which no more is known than their phase."""
_MINUTE: Final = 60


def told(
    session_id: str,
    name: str,
    started_at: datetime,
    minutes: int,
    phases: Sequence[Phase],
    note: str = "",
) -> SessionRecord:
    """A session that was done elsewhere, its minutes spread evenly over its phases; it counts like any other."""
    seconds = float(minutes * _MINUTE)
    return SessionRecord(
        id=session_id,
        routine_id=BY_HAND,
        name=name,
        started_at=started_at,
        ended_at=started_at + timedelta(seconds=seconds),
        planned_seconds=seconds,
        active_seconds=seconds,
        paused_seconds=0,
        outcome=Outcome.COMPLETED,
        origin=SessionOrigin.MANUAL,
        steps=tuple(_step(phase, seconds / len(phases)) for phase in phases),
        log=ComfortLog(note=note),
    )


def put_right(record: SessionRecord, started_at: datetime, log: ComfortLog, now: datetime) -> SessionRecord:
    """The session at another time, which took as long as before, with other answers."""
    moved_by = started_at - record.started_at
    ended_at = (record.ended_at + moved_by).astimezone(started_at.tzinfo)
    if (started_at, ended_at, log) == (record.started_at, record.ended_at, record.log):
        return record
    return replace(record, started_at=started_at, ended_at=ended_at, log=log, edited_at=now)


def _step(phase: Phase, seconds: float) -> StepRecord:
    return StepRecord(
        exercise_id=BY_HAND,
        exercise_name=phase_name(phase),
        phase=phase,
        side=None,
        set_number=1,
        planned_seconds=seconds,
        done_seconds=seconds,
        planned_reps=None,
        done_reps=None,
        outcome=Outcome.COMPLETED,
    )
