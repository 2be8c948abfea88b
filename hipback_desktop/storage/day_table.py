"""The fourth form: what was done is summed up by day as it is kept, so that years are looked back on at once.

Triggers do it, so that whoever adds, changes or takes away a session need not know: what is added is added up, and a
day from which something went is summed up anew, since adding and taking away again would not come back to zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3


def fourth_form(connection: sqlite3.Connection) -> None:
    """Two tables of sums, filled from the sessions there are, the triggers that keep them, and an index of ratings.

    Frozen like every form; ``side`` is empty for what is done on both or on none.
    """
    for statement in (_DAY, _DAY_WORK, _FILL_DAY, _FILL_WORK, *_TRIGGERS, "DROP INDEX session_by_counted_day", _RATED):
        connection.execute(statement)


_DAY: Final = """
CREATE TABLE day (
    local_day   INTEGER PRIMARY KEY CHECK (local_day BETWEEN 1 AND 3652059),
    sessions    INTEGER NOT NULL CHECK (sessions >= 1),
    seconds     REAL NOT NULL CHECK (seconds >= 0),
    exercises   INTEGER NOT NULL CHECK (exercises >= 0),
    stretches   INTEGER NOT NULL CHECK (stretches >= 0),
    strengthens INTEGER NOT NULL CHECK (strengthens >= 0)
)"""
_DAY_WORK: Final = """
CREATE TABLE day_work (
    local_day   INTEGER NOT NULL CHECK (local_day BETWEEN 1 AND 3652059),
    exercise_id TEXT NOT NULL,
    phase       TEXT NOT NULL,
    side        TEXT NOT NULL CHECK (side IN ('left', 'right', '')),
    seconds     REAL NOT NULL CHECK (seconds >= 0),
    PRIMARY KEY (local_day, exercise_id, phase, side)
) WITHOUT ROWID"""

SUM_DAY: Final = """
INSERT INTO day SELECT local_day, count(*), sum(active_seconds), max(exercises), max(stretches), max(strengthens)
    FROM session WHERE is_counted = 1 {and_day} GROUP BY local_day"""
SUM_WORK: Final = """
INSERT INTO day_work SELECT local_day, exercise_id, phase, coalesce(side, ''), sum(done_seconds)
    FROM session JOIN session_step ON session_id = session.id
    WHERE is_counted = 1 AND done_seconds > 0 {and_day}
    GROUP BY local_day, exercise_id, phase, coalesce(side, '')"""
_FILL_DAY: Final = SUM_DAY.format(and_day="")
_FILL_WORK: Final = SUM_WORK.format(and_day="")


def _anew(table: str, summing: str, days: str) -> str:
    return f"DELETE FROM {table} WHERE local_day IN ({days}); {summing.format(and_day=f'AND local_day IN ({days})')};"  # noqa: S608 - our own words


def _session_anew(days: str) -> str:
    return _anew("day", SUM_DAY, days) + _anew("day_work", SUM_WORK, days)


_TRIGGERS: Final = (
    """
CREATE TRIGGER session_added AFTER INSERT ON session WHEN NEW.is_counted = 1 BEGIN
    INSERT INTO day VALUES (
        NEW.local_day, 1, NEW.active_seconds, NEW.exercises, NEW.stretches, NEW.strengthens
    ) ON CONFLICT (local_day) DO UPDATE SET
        sessions = sessions + 1,
        seconds = seconds + excluded.seconds,
        exercises = max(exercises, excluded.exercises),
        stretches = max(stretches, excluded.stretches),
        strengthens = max(strengthens, excluded.strengthens);
END""",
    """
CREATE TRIGGER step_added AFTER INSERT ON session_step WHEN NEW.done_seconds > 0 BEGIN
    INSERT INTO day_work SELECT local_day, NEW.exercise_id, NEW.phase, coalesce(NEW.side, ''), NEW.done_seconds
        FROM session WHERE id = NEW.session_id AND is_counted = 1
        ON CONFLICT (local_day, exercise_id, phase, side) DO UPDATE SET seconds = seconds + excluded.seconds;
END""",
    f"""
CREATE TRIGGER session_gone AFTER DELETE ON session WHEN OLD.is_counted = 1 BEGIN
    {_session_anew("OLD.local_day")}
END""",
    f"""
CREATE TRIGGER session_changed
AFTER UPDATE OF local_day, active_seconds, exercises, stretches, strengthens, is_counted ON session BEGIN
    {_session_anew("OLD.local_day, NEW.local_day")}
END""",
    *(
        f"""
CREATE TRIGGER step_{name} AFTER {event} ON session_step BEGIN
    {_anew("day_work", SUM_WORK, "SELECT local_day FROM session WHERE id = OLD.session_id")}
END"""  # noqa: S608 - our own words
        for name, event in (("gone", "DELETE"), ("changed", "UPDATE"))
    ),
)
_RATED: Final = """
CREATE INDEX session_by_rated_day ON session (is_counted, local_day, stiffness_before, stiffness_after, discomfort)
    WHERE stiffness_before IS NOT NULL OR stiffness_after IS NOT NULL OR discomfort IS NOT NULL"""
