"""The seventh form: each session knows from which share of a set on it counts, as it did when it was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3


def seventh_form(connection: sqlite3.Connection) -> None:
    """What any second of a set was enough for goes on counting from there, what took half a set from half of it.

    Which of the two it was is found in what was kept; where both come to the same, it is the half that counts today.
    """
    connection.execute(_SHARE_7)
    connection.execute(_FILL_7)


# Without a check of its own, for which SQLite would go through the whole table, and refuse because of any damage in it.
_SHARE_7: Final = "ALTER TABLE session ADD COLUMN set_counts_from REAL NOT NULL DEFAULT 0.5"
_DONE_7: Final = """FROM session_step WHERE session_id = session.id AND done_seconds > 0
    AND (outcome = 'completed' OR done_seconds >= 0.5 * planned_seconds)"""
_FILL_7: Final = f"""
UPDATE session SET set_counts_from = 0
WHERE exercises <> (SELECT count(DISTINCT exercise_id) {_DONE_7})
    OR stretches <> EXISTS (SELECT 1 {_DONE_7} AND phase = 'stretch')
    OR strengthens <> EXISTS (SELECT 1 {_DONE_7} AND phase = 'strengthen')"""  # noqa: S608 - our own words
