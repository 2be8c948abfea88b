"""Sessions told by hand: one that was done without the program, and one whose day or answers are put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.exercise import Phase, Side, Sides
from hipback_desktop.core.record import ComfortLog, Outcome, SessionOrigin, SessionRecord, StepRecord
from hipback_desktop.core.wording import phase_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from hipback_desktop.core.exercise import Exercise

BY_HAND: Final = "by_hand"
"""What stands for the routine, and for exercises of which no more is known than their phase."""
_MINUTE: Final = 60
_MOMENT: Final = timedelta(microseconds=1)


def told(
    session_id: str,
    name: str,
    started_at: datetime,
    minutes: int,
    phases: Sequence[Phase],
    exercises: Sequence[Exercise] = (),
    note: str = "",
) -> SessionRecord:
    """A session that was done elsewhere, its minutes spread evenly over its parts; it counts like any other.

    The parts are the exercises of the phases, and each phase of which no exercise is known.
    """
    seconds = float(minutes * _MINUTE)
    known = [exercise for exercise in exercises if exercise.phase in phases]
    parts: list[Phase | Exercise] = [phase for phase in phases if all(it.phase is not phase for it in known)]
    parts += known
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
        steps=tuple(step for part in parts for step in _steps(part, seconds / len(parts))),
        log=ComfortLog(note=note),
    )


def put_right(record: SessionRecord, started_at: datetime, log: ComfortLog, now: datetime) -> SessionRecord:
    """The session at another time, which took as long as before, with other answers.

    It is edited later than before also when the clock was ahead then.
    """
    moved_by = started_at - record.started_at
    ended_at = (record.ended_at + moved_by).astimezone(started_at.tzinfo)
    if (started_at, ended_at, log) == (record.started_at, record.ended_at, record.log):
        return record
    edited_at = now if record.edited_at is None else max(now, record.edited_at + _MOMENT)
    return replace(record, started_at=started_at, ended_at=ended_at, log=log, edited_at=edited_at)


def _steps(part: Phase | Exercise, seconds: float) -> tuple[StepRecord, ...]:
    if isinstance(part, Phase):
        return (_step(BY_HAND, phase_name(part), part, None, seconds),)
    sides = (Side.RIGHT, Side.LEFT) if part.sides is Sides.EACH else (None,)
    return tuple(_step(part.id, part.name, part.phase, side, seconds / len(sides)) for side in sides)


def _step(exercise_id: str, name: str, phase: Phase, side: Side | None, seconds: float) -> StepRecord:
    return StepRecord(
        exercise_id=exercise_id,
        exercise_name=name,
        phase=phase,
        side=side,
        set_number=1,
        planned_seconds=seconds,
        done_seconds=seconds,
        planned_reps=None,
        done_reps=None,
        outcome=Outcome.COMPLETED,
    )
