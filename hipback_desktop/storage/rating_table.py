"""The sixth form: how often each rating was given on each day is counted as sessions are kept.

The middle rating of a year is then as quick to find for a hundred sessions a day as for one. Triggers do it, as they
do the sums of each day; whole numbers come back to zero, so what is taken away is taken off, and nothing counted anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

KINDS: Final = ("stiffness_before", "stiffness_after", "discomfort")


def sixth_form(connection: sqlite3.Connection) -> None:
    """A table of counts, filled from the sessions there are, and the triggers that keep it; its index may go."""
    for statement in (_DAY_RATING, *map(_filling, KINDS), *_TRIGGERS, "DROP INDEX session_by_rated_day"):
        connection.execute(statement)


_DAY_RATING: Final = """
CREATE TABLE day_rating (
    local_day INTEGER NOT NULL CHECK (local_day BETWEEN 1 AND 3652059),
    kind      TEXT NOT NULL CHECK (kind IN ('stiffness_before', 'stiffness_after', 'discomfort')),
    rating    INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 10),
    sessions  INTEGER NOT NULL CHECK (sessions >= 0),
    PRIMARY KEY (local_day, kind, rating)
) WITHOUT ROWID"""


def _filling(kind: str) -> str:
    return f"""
INSERT INTO day_rating SELECT local_day, '{kind}', {kind}, count(*)
    FROM session WHERE is_counted = 1 AND {kind} BETWEEN 0 AND 10 GROUP BY local_day, {kind}"""  # noqa: S608 - our own words


_NONE_LEFT: Final = """
    DELETE FROM day_rating WHERE local_day = OLD.local_day AND sessions = 0;"""


def _counted() -> str:
    return "".join(
        f"""
    INSERT INTO day_rating SELECT NEW.local_day, '{kind}', NEW.{kind}, 1
        WHERE NEW.is_counted = 1 AND NEW.{kind} IS NOT NULL
        ON CONFLICT (local_day, kind, rating) DO UPDATE SET sessions = sessions + 1;"""
        for kind in KINDS
    )


def _taken_off() -> str:
    taken = "".join(
        f"""
    UPDATE day_rating SET sessions = sessions - 1
        WHERE OLD.is_counted = 1 AND local_day = OLD.local_day AND kind = '{kind}' AND rating = OLD.{kind}
            AND sessions > 0;"""  # noqa: S608 - our own words
        for kind in KINDS
    )
    return f"{taken}{_NONE_LEFT}"


_TRIGGERS: Final = (
    f"CREATE TRIGGER rating_added AFTER INSERT ON session WHEN NEW.is_counted = 1 BEGIN{_counted()}\nEND",
    f"CREATE TRIGGER rating_gone AFTER DELETE ON session WHEN OLD.is_counted = 1 BEGIN{_taken_off()}\nEND",
    f"""
CREATE TRIGGER rating_changed
AFTER UPDATE OF local_day, is_counted, {", ".join(KINDS)} ON session BEGIN{_taken_off()}{_counted()}
END""",
)
