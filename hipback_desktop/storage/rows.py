"""Sessions as rows and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hipback_desktop.core.day import exercises_done, is_counted, works
from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.record import (
    ComfortLog,
    Outcome,
    SessionOrigin,
    SessionRecord,
    SinceLastTime,
    StepRecord,
    StopReason,
)
from hipback_desktop.storage.cells import (
    Kinds,
    Row,
    UnreadableRowError,
    check_kinds,
    kept_seconds,
    kept_text,
    moment_from,
    moment_values,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

# What each column gives: damage may turn text into bytes and numbers into text without breaking the file.
_LOG_KINDS: Final[Kinds] = (*(int | None,) * 5, *(str | None,) * 3, str)
_EDITED_KINDS: Final[Kinds] = (int | None, int | None)
_SESSION_KINDS: Final[Kinds] = (
    *(str,) * 3, *(int,) * 4, *(float,) * 3, *(str,) * 2, *_EDITED_KINDS, float, *_LOG_KINDS,
)  # fmt: skip
_STEP_KINDS: Final[Kinds] = (str, str, str, str | None, int, float, float, int | None, int | None, str)


def insert_session(connection: sqlite3.Connection, record: SessionRecord) -> bool:
    """Adds a session with its steps inside the caller's transaction; False, and no change, when it is there."""
    log = log_values(record.log)
    started = moment_values(record.started_at)
    added = connection.execute(
        """INSERT INTO session (id, routine_id, name, started_utc_us, started_offset_seconds, ended_utc_us,
               ended_offset_seconds, local_day, planned_seconds, active_seconds, paused_seconds, outcome, origin,
               edited_utc_us, edited_offset_seconds, set_counts_from, stiffness_before, stiffness_after, discomfort,
               effort, felt_sharp, stop_reason, stop_exercise_id, since_last_time, note, exercise_names, exercises,
               stretches, strengthens, is_counted)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO NOTHING""",
        (
            kept_text(record.id),
            kept_text(record.routine_id),
            kept_text(record.name),
            *started,
            *moment_values(record.ended_at),
            moment_from(*started).toordinal(),
            kept_seconds(record.planned_seconds),
            kept_seconds(record.active_seconds),
            kept_seconds(record.paused_seconds),
            record.outcome.value,
            record.origin.value,
            *edited_values(record),
            record.set_counts_from,
            *log,
            *_found_by(record),
        ),
    )
    if added.rowcount == 0:
        return False
    connection.executemany(
        """INSERT INTO session_step (session_id, ordinal, exercise_id, exercise_name, phase, side, set_number,
               planned_seconds, done_seconds, planned_reps, done_reps, outcome)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [(kept_text(record.id), ordinal, *step_values(step)) for ordinal, step in enumerate(record.steps)],
    )
    return True


def _found_by(record: SessionRecord) -> Row:
    """What searches and sums look for, from ``exercise_names`` to ``is_counted``."""
    names = kept_text("\n".join(dict.fromkeys(step.exercise_name for step in record.steps)))
    stretches, strengthens = works(record, Phase.STRETCH), works(record, Phase.STRENGTHEN)
    return names, exercises_done(record), stretches, strengthens, is_counted(record)


def edited_values(record: SessionRecord) -> Row:
    """When it was edited, as a moment is kept; nothing when it never was."""
    return (None, None) if record.edited_at is None else moment_values(record.edited_at)


def log_values(log: ComfortLog) -> Row:
    """The comfort log in the order of its columns, from ``stiffness_before`` to ``note``."""
    return (
        log.stiffness_before,
        log.stiffness_after,
        log.discomfort,
        log.effort,
        log.felt_sharp,
        None if log.stop_reason is None else log.stop_reason.value,
        None if log.stop_exercise_id is None else kept_text(log.stop_exercise_id),
        None if log.since_last_time is None else log.since_last_time.value,
        kept_text(log.note),
    )


def step_values(step: StepRecord) -> Row:
    """A step in the order of its columns, from ``exercise_id`` to ``outcome``."""
    return (
        kept_text(step.exercise_id),
        kept_text(step.exercise_name),
        step.phase.value,
        None if step.side is None else step.side.value,
        step.set_number,
        kept_seconds(step.planned_seconds),
        kept_seconds(step.done_seconds),
        step.planned_reps,
        step.done_reps,
        step.outcome.value,
    )


def session_from(row: Row, steps: Iterable[Row]) -> SessionRecord:
    """The session of a row without ``local_day``, and of the rows of its steps."""
    (session_id, routine_id, name, started, started_offset, ended, ended_offset, planned, active, paused,
     outcome, origin, edited, edited_offset, set_counts_from, *log) = row  # fmt: skip
    check_kinds(row, _SESSION_KINDS)
    try:
        return SessionRecord(
            id=session_id,
            routine_id=routine_id,
            name=name,
            started_at=moment_from(started, started_offset),
            ended_at=moment_from(ended, ended_offset),
            planned_seconds=planned,
            active_seconds=active,
            paused_seconds=paused,
            outcome=Outcome(outcome),
            origin=SessionOrigin(origin),
            steps=tuple(step_from(step) for step in steps),
            log=_log_from(log),
            edited_at=None if edited is None else moment_from(edited, edited_offset or 0),
            set_counts_from=set_counts_from,
        )
    except ValueError as error:
        raise UnreadableRowError(f"session {session_id}: {error}") from error


def step_from(row: Row) -> StepRecord:
    """The step of a row."""
    exercise_id, name, phase, side, set_number, planned, done, planned_reps, done_reps, outcome = row
    check_kinds(row, _STEP_KINDS)
    try:
        return StepRecord(
            exercise_id=exercise_id,
            exercise_name=name,
            phase=Phase(phase),
            side=None if side is None else Side(side),
            set_number=set_number,
            planned_seconds=planned,
            done_seconds=done,
            planned_reps=planned_reps,
            done_reps=done_reps,
            outcome=Outcome(outcome),
        )
    except ValueError as error:
        raise UnreadableRowError(f"a step of {exercise_id}: {error}") from error


def _log_from(values: Iterable[Any]) -> ComfortLog:
    before, after, discomfort, effort, felt_sharp, stop_reason, stop_exercise_id, since_last_time, note = values
    return ComfortLog(
        stiffness_before=before,
        stiffness_after=after,
        discomfort=discomfort,
        effort=effort,
        felt_sharp=None if felt_sharp is None else bool(felt_sharp),
        stop_reason=None if stop_reason is None else StopReason(stop_reason),
        stop_exercise_id=stop_exercise_id,
        since_last_time=None if since_last_time is None else SinceLastTime(since_last_time),
        note=note,
    )
