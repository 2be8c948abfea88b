"""The session under way, written as it happens: a crash loses at most the last second of it."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.record import OpenSession, Outcome, SessionOrigin
from hipback_desktop.core.recovery import caught_up, record_of
from hipback_desktop.storage.cells import (
    UnreadableRowError,
    check_kinds,
    kept_seconds,
    kept_text,
    moment_from,
    moment_values,
)
from hipback_desktop.storage.faults import faults_told
from hipback_desktop.storage.rows import insert_session, step_from, step_values
from hipback_desktop.storage.timeline_text import text_of, timeline_from

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import datetime

    from hipback_desktop.core.record import SessionRecord, StepRecord
    from hipback_desktop.core.timeline import Timeline
    from hipback_desktop.storage.cells import Kinds, Row
    from hipback_desktop.storage.database import Database
    from hipback_desktop.storage.unsaved import Unsaved

logger = logging.getLogger(__name__)

_OPEN_KINDS: Final[Kinds] = (*(str,) * 4, *(int,) * 4, *(float,) * 4, int | None, str)


class SessionJournal:
    """The journal of at most one session; what is written survives a crash of the program at once.

    Only ``finish`` waits until the disk has it; after a power cut the journal may be some seconds old, but whole.
    """

    def __init__(self, database: Database, unsaved: Unsaved | None = None) -> None:
        self._database = database
        self._unsaved = unsaved

    def begin(self, session: OpenSession) -> None:
        """Starts the journal of a session, or goes on with it; another one still open is first kept as partial."""
        earlier = self.open_session()
        with self._database.writing(is_durable=False) as connection:
            if earlier is not None and earlier.id != session.id:
                _keep_partial(connection, earlier)
            connection.execute("DELETE FROM open_session")
            _insert_open(connection, session)
        self._database.checkpoint()

    def progress(
        self, position_seconds: float, active_seconds: float, paused_seconds: float, updated_at: datetime
    ) -> None:
        """Notes how far it is; skipped when the database is in use, since the next time writes it anew."""
        self._database.write_or_skip(
            """UPDATE open_session_progress SET position_seconds = ?, active_seconds = ?, paused_seconds = ?,
                   updated_utc_us = ?, updated_offset_seconds = ?, write_number = write_number + 1""",
            (
                kept_seconds(position_seconds),
                kept_seconds(active_seconds),
                kept_seconds(paused_seconds),
                *moment_values(updated_at),
            ),
        )

    def add_step(self, step: StepRecord) -> None:
        """Notes a set that ended; without a session under way, nothing."""
        with self._database.writing(is_durable=False) as connection:
            connection.execute(
                """INSERT INTO open_session_step (after_write, exercise_id, exercise_name, phase, side, set_number,
                       planned_seconds, done_seconds, planned_reps, done_reps, outcome)
                   SELECT write_number, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM open_session_progress""",
                step_values(step),
            )

    def change_timeline(self, timeline: Timeline) -> None:
        """Notes that lengths or segments changed."""
        with self._database.writing(is_durable=False) as connection:
            connection.execute("UPDATE open_session SET timeline = ?", (text_of(timeline),))

    def open_session(self) -> OpenSession | None:
        """The session that was left open, None without one; one that cannot be read is moved out of the way."""
        with self._database.reading() as connection:
            row, steps = _rows(connection)
        if row is None:
            return None
        try:
            return _open_session_from(row, steps)
        except ValueError as error:
            logger.warning("The session under way cannot be read and was set aside: %s", error)
        with self._database.writing() as connection:
            content = json.dumps({"session": row, "steps": steps}, default=repr)
            connection.execute("INSERT INTO unreadable_session (content) VALUES (?)", (content,))
            connection.execute("DELETE FROM open_session")
        return None

    def finish(self, record: SessionRecord) -> None:
        """Keeps the session for good and ends its journal, both or neither; a session that is there stays as it is.

        When the database does not take it, it is kept in a file until ``take_in``, and the error says so.
        """
        try:
            self._finish(record)
        except UserError as error:
            if self._unsaved is None:
                raise
            raise self._unsaved.keep(record, error) from error

    def take_in(self) -> int:
        """Takes in the sessions that had to be kept in files; how many."""
        count = 0
        for file, record in self._unsaved.found() if self._unsaved else ():
            self._finish(record)
            count += 1
            with faults_told(file):
                file.unlink()
        return count

    def _finish(self, record: SessionRecord) -> None:
        with self._database.writing() as connection:
            insert_session(connection, record)
            connection.execute("DELETE FROM open_session WHERE id = ?", (kept_text(record.id),))


def _keep_partial(connection: sqlite3.Connection, session: OpenSession) -> None:
    record = record_of(session)
    if record.outcome is not Outcome.SKIPPED:
        insert_session(connection, record)


def _insert_open(connection: sqlite3.Connection, session: OpenSession) -> None:
    connection.execute(
        """INSERT INTO open_session (single, id, routine_id, name, origin, started_utc_us, started_offset_seconds,
               planned_seconds, stiffness_before, timeline)
           VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            kept_text(session.id),
            kept_text(session.routine_id),
            kept_text(session.name),
            session.origin.value,
            *moment_values(session.started_at),
            kept_seconds(session.planned_seconds),
            session.stiffness_before,
            text_of(session.timeline),
        ),
    )
    connection.execute(
        """INSERT INTO open_session_progress (single, position_seconds, active_seconds, paused_seconds,
               updated_utc_us, updated_offset_seconds, write_number)
           VALUES (1, ?, ?, ?, ?, ?, 1)""",
        (
            kept_seconds(session.position_seconds),
            kept_seconds(session.active_seconds),
            kept_seconds(session.paused_seconds),
            *moment_values(session.updated_at),
        ),
    )
    connection.executemany(
        """INSERT INTO open_session_step (after_write, exercise_id, exercise_name, phase, side, set_number,
               planned_seconds, done_seconds, planned_reps, done_reps, outcome)
           VALUES (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [step_values(step) for step in session.steps],
    )


def _rows(connection: sqlite3.Connection) -> tuple[Row | None, list[Row]]:
    """What the journal holds: the session with its progress, and its steps with whether each came after it."""
    row: Row | None = connection.execute(
        """SELECT id, routine_id, name, origin, started_utc_us, started_offset_seconds, updated_utc_us,
               updated_offset_seconds, planned_seconds, active_seconds, paused_seconds, position_seconds,
               stiffness_before, timeline
           FROM open_session LEFT JOIN open_session_progress USING (single)"""
    ).fetchone()
    steps = connection.execute(
        """SELECT after_write >= coalesce(write_number, 0), exercise_id, exercise_name, phase, side, set_number,
               planned_seconds, done_seconds, planned_reps, done_reps, outcome
           FROM open_session_step LEFT JOIN open_session_progress USING (single) ORDER BY ordinal"""
    ).fetchall()
    return row, steps


def _open_session_from(row: Row, steps: Sequence[Row]) -> OpenSession:
    (session_id, routine_id, name, origin, started, started_offset, updated, updated_offset, planned, active,
     paused, position, stiffness_before, text) = row  # fmt: skip
    check_kinds(row, _OPEN_KINDS)
    timeline = timeline_from(text)
    if timeline is None:
        raise UnreadableRowError("its timeline is damaged")
    session = OpenSession(
        id=session_id,
        routine_id=routine_id,
        name=name,
        origin=SessionOrigin(origin),
        started_at=moment_from(started, started_offset),
        updated_at=moment_from(updated, updated_offset),
        planned_seconds=planned,
        active_seconds=active,
        paused_seconds=paused,
        position_seconds=position,
        timeline=timeline,
        steps=tuple(step_from(step[1:]) for step in steps),
        stiffness_before=stiffness_before,
    )
    return caught_up(session, [step_from(step[1:]) for step in steps if step[0]])
