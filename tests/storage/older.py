"""Databases as older programs left them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from hipback_desktop.core.record import ANY_SHARE, ENOUGH_SHARE, SessionRecord
from hipback_desktop.storage.cells import moment_values
from hipback_desktop.storage.migrations import MIGRATIONS, migrate
from hipback_desktop.storage.rows import log_values, step_values

LAST_BEFORE_SHARES = 6
_SESSION_1 = f"INSERT INTO session VALUES ({', '.join('?' * 22)})"  # noqa: S608 - as many as there were
_STEP_1 = f"INSERT INTO session_step VALUES ({', '.join('?' * 12)})"  # noqa: S608
_DONE_6 = "done_seconds > 0 AND (outcome = 'completed' OR 2 * done_seconds >= planned_seconds)"
_HALF_6 = f"""
UPDATE session SET
    exercises = (SELECT count(DISTINCT exercise_id) FROM session_step WHERE session_id = session.id AND {_DONE_6}),
    stretches = EXISTS
        (SELECT 1 FROM session_step WHERE session_id = session.id AND phase = 'stretch' AND {_DONE_6}),
    strengthens = EXISTS
        (SELECT 1 FROM session_step WHERE session_id = session.id AND phase = 'strengthen' AND {_DONE_6})"""  # noqa: S608


def add_in_first_form(connection: sqlite3.Connection, record: SessionRecord) -> None:
    """A session as the first program kept it."""
    connection.execute(
        _SESSION_1,
        (
            record.id,
            record.routine_id,
            record.name,
            *moment_values(record.started_at),
            *moment_values(record.ended_at),
            record.started_at.toordinal(),
            record.planned_seconds,
            record.active_seconds,
            record.paused_seconds,
            record.outcome,
            record.origin,
            *log_values(record.log),
        ),
    )
    for ordinal, step in enumerate(record.steps):
        connection.execute(_STEP_1, (record.id, ordinal, *step_values(step)))


def leave_behind(path: Path, records: Iterable[SessionRecord], version: int, share: float = ANY_SHARE) -> None:
    """A database of an earlier form with sessions that counted from a share of a set; only the last asked for half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, MIGRATIONS[:1])
        for record in records:
            add_in_first_form(connection, replace(record, edited_at=None))
        migrate(connection, MIGRATIONS[:version])
        if share == ENOUGH_SHARE:
            assert version == LAST_BEFORE_SHARES
            connection.execute(_HALF_6)
