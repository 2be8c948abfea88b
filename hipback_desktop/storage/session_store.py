"""Finished sessions: kept once and for good, found by their time, merged with those of another computer."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.merging import taken_in
from hipback_desktop.storage.cells import UnreadableRowError, kept_text, utc_us_of
from hipback_desktop.storage.day_sums import summed_at_the_end
from hipback_desktop.storage.rows import insert_session, log_values, session_from

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from hipback_desktop.core.record import ComfortLog, SessionRecord
    from hipback_desktop.storage.cells import Row
    from hipback_desktop.storage.database import Database

logger = logging.getLogger(__name__)

_BEGINNING_US: Final = -(2**63)
_NO_LIMIT: Final = -1

SESSION: Final = """
    SELECT id, routine_id, name, started_utc_us, started_offset_seconds, ended_utc_us, ended_offset_seconds,
        planned_seconds, active_seconds, paused_seconds, outcome, origin, edited_utc_us, edited_offset_seconds,
        set_counts_from, stiffness_before, stiffness_after, discomfort, effort, felt_sharp, stop_reason,
        stop_exercise_id, since_last_time, note
    FROM session"""
_ARE_CHOSEN: Final = "started_utc_us >= ? AND (? OR origin <> 'break') ORDER BY started_utc_us DESC, id LIMIT ?"
_CHOSEN: Final = f"{SESSION} WHERE {_ARE_CHOSEN}"
_OLDEST_FIRST: Final = f"{SESSION} ORDER BY started_utc_us, id"
_COUNTED: Final = f"{SESSION} WHERE is_counted = 1 AND routine_id <> ? ORDER BY started_utc_us DESC, id"
BY_ID: Final = f"{SESSION} WHERE id = ?"
_STEPS_BY_ID: Final = """
    SELECT exercise_id, exercise_name, phase, side, set_number, planned_seconds, done_seconds, planned_reps, done_reps,
        outcome
    FROM session_step WHERE session_id = ? ORDER BY ordinal"""
_STEPS_OF_CHOSEN: Final = f"""
    SELECT session_id, exercise_id, exercise_name, phase, side, set_number, planned_seconds, done_seconds,
        planned_reps, done_reps, outcome
    FROM session_step WHERE session_id IN
        (SELECT id FROM session WHERE {_ARE_CHOSEN})
    ORDER BY session_id, ordinal"""  # noqa: S608 - our own words
_IS_DELETED: Final = "SELECT 1 FROM deleted_session WHERE id = ?"
_TIMES_MET: Final = """
    SELECT exercise_id, count(DISTINCT session_id) FROM session_step WHERE outcome != 'skipped' GROUP BY exercise_id"""


@dataclass(frozen=True, slots=True)
class Merge:
    """How many sessions were new, became fuller, were there already, or had been deleted and stay so."""

    added: int
    changed: int
    unchanged: int
    deleted: int = 0


class SessionStore:
    """Adds and finds sessions; a session that cannot be read is left where it is and left out, with a log line."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, record: SessionRecord) -> bool:
        """Keeps a session for good; False, and no change, when it is there already."""
        with self._database.writing() as connection:
            return insert_session(connection, record)

    def records(
        self, since: datetime | None = None, limit: int | None = None, *, with_breaks: bool = True
    ) -> tuple[SessionRecord, ...]:
        """The sessions that started at ``since`` or later, at most ``limit`` of them, newest first."""
        start = _BEGINNING_US if since is None else utc_us_of(since)
        count = _NO_LIMIT if limit is None else max(0, limit)
        with self._database.reading() as connection:
            return _records(connection, (start, with_breaks, count))

    def last_counted(self, without: str) -> SessionRecord | None:
        """The last session that counts (``core.day``), of any routine but one, however many breaks came after it."""
        with self._database.reading() as connection:
            found = (record_of(connection, row) for row in connection.execute(_COUNTED, (without,)))
            return next(filter(None, found), None)

    def times_met(self) -> dict[str, int]:
        """In how many sessions each exercise was done, by its id."""
        with self._database.reading() as connection:
            return dict(connection.execute(_TIMES_MET))

    def oldest_first(self) -> Iterator[SessionRecord]:
        """All sessions one by one, for which there need not be room at once."""
        with self._database.reading() as connection:
            for row in connection.execute(_OLDEST_FIRST):
                record = record_of(connection, row)
                if record is not None:
                    yield record

    def merge(self, records: Iterable[SessionRecord]) -> Merge:
        """Takes in copies of sessions from elsewhere, all of them or, when one cannot be had, none."""
        added = changed = unchanged = deleted = 0
        with self._database.writing() as connection, summed_at_the_end(connection) as take_out:
            for record in records:
                if connection.execute(_IS_DELETED, (record.id,)).fetchone():
                    deleted += 1
                    continue
                row = connection.execute(BY_ID, (record.id,)).fetchone()
                known = None if row is None else record_of(connection, row)
                kept = record if known is None else taken_in(known, record)
                if repr(kept) == repr(known):  # moments of other offsets are equal
                    unchanged += 1
                    continue
                if row is not None:
                    take_out(record.id)
                insert_session(connection, kept)
                added, changed = (added + 1, changed) if row is None else (added, changed + 1)
        return Merge(added, changed, unchanged, deleted)

    def update_log(self, session_id: str, log: ComfortLog) -> bool:
        """Exchanges what the person said about a session; False when there is no such session."""
        with self._database.writing() as connection:
            changed = connection.execute(
                """UPDATE session SET stiffness_before = ?, stiffness_after = ?, discomfort = ?, effort = ?,
                       felt_sharp = ?, stop_reason = ?, stop_exercise_id = ?, since_last_time = ?, note = ?
                   WHERE id = ?""",
                (*log_values(log), kept_text(session_id)),
            )
            return changed.rowcount > 0


def record_of(connection: sqlite3.Connection, row: Row) -> SessionRecord | None:
    """The session of a row with its steps, None when it cannot be read."""
    try:
        return session_from(row, connection.execute(_STEPS_BY_ID, (row[0],)).fetchall())
    except UnreadableRowError as error:
        logger.warning("A session cannot be read and is left out: %s", error)
        return None


def _records(connection: sqlite3.Connection, values: Row) -> tuple[SessionRecord, ...]:
    steps_by_id: dict[str, list[Row]] = {}
    for session_id, *step in connection.execute(_STEPS_OF_CHOSEN, values):
        steps_by_id.setdefault(session_id, []).append(tuple(step))
    records: list[SessionRecord] = []
    for row in connection.execute(_CHOSEN, values):
        try:
            records.append(session_from(row, steps_by_id.get(row[0], ())))
        except UnreadableRowError as error:
            logger.warning("A session cannot be read and is left out: %s", error)
    return tuple(records)
