"""The fifth form: what a person changed or deleted is not undone by an old copy, and a search is quick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3


def fifth_form(connection: sqlite3.Connection) -> None:
    """Sessions know when they were edited, and deleted ones are remembered.

    The names of a session's exercises stand beside it, a line each: a search need not go through all steps for them.
    """
    connection.execute(_EDITED_5)
    connection.execute(_EDITED_OFFSET_5)
    connection.execute("ALTER TABLE session ADD COLUMN exercise_names TEXT NOT NULL DEFAULT ''")
    connection.execute(_FILL_5)
    connection.execute(_DELETED_SESSION_5)


_EDITED_5: Final = """
ALTER TABLE session ADD COLUMN edited_utc_us INTEGER CHECK (typeof(edited_utc_us) IN ('integer', 'null'))"""
_EDITED_OFFSET_5: Final = """
ALTER TABLE session ADD COLUMN edited_offset_seconds INTEGER CHECK (edited_offset_seconds BETWEEN -86400 AND 86400)"""
_FILL_5: Final = """
UPDATE session SET exercise_names = coalesce((SELECT group_concat(exercise_name, char(10)) FROM
    (SELECT DISTINCT exercise_name FROM session_step WHERE session_id = session.id)), '')"""
_DELETED_SESSION_5: Final = """
CREATE TABLE deleted_session (
    id TEXT PRIMARY KEY NOT NULL
) WITHOUT ROWID"""
