"""What was done day by day, from the sums the database keeps: the cost grows with the days asked for.

Only ``days`` looks at all of them, since a week may be covered by what was banked years ago.
"""

from __future__ import annotations

import logging
from datetime import date
from typing import TYPE_CHECKING, Final, TypeVar

from hipback_desktop.core.day import Day
from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.week_figures import Feeling, Work
from hipback_desktop.storage.rows import check_kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.storage.database import Database
    from hipback_desktop.storage.rows import Row

logger = logging.getLogger(__name__)

Value = TypeVar("Value")

_DAYS: Final = "SELECT local_day, sessions, seconds, exercises, stretches, strengthens FROM day ORDER BY local_day"
_WORK: Final = """
    SELECT local_day, exercise_id, phase, nullif(side, ''), seconds FROM day_work WHERE local_day BETWEEN ? AND ?"""
_FEELINGS: Final = """
    SELECT local_day, stiffness_before, stiffness_after, discomfort
    FROM session WHERE is_counted = 1 AND local_day BETWEEN ? AND ?
        AND (stiffness_before IS NOT NULL OR stiffness_after IS NOT NULL OR discomfort IS NOT NULL)"""
_BREAKS: Final = """
    SELECT local_day, count(*) FROM session
    WHERE origin = 'break' AND outcome <> 'skipped' AND local_day BETWEEN ? AND ? GROUP BY local_day"""


class DayStore:
    """Sums over the sessions that count; what damage has made unreadable is left out, with a log line."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def days(self) -> tuple[Day, ...]:
        """Every day on which something was done, in order."""
        return self._read(_DAYS, (), _day_from)

    def work(self, first: date, last: date) -> tuple[Work, ...]:
        """What was worked on from one day to another, both included."""
        return self._read(_WORK, (first.toordinal(), last.toordinal()), _work_from)

    def feelings(self, first: date, last: date) -> tuple[Feeling, ...]:
        """How the sessions of these days felt, those about which something was said."""
        return self._read(_FEELINGS, (first.toordinal(), last.toordinal()), _feeling_from)

    def breaks(self, first: date, last: date) -> dict[date, int]:
        """How many sitting breaks were taken on each of these days."""
        return dict(self._read(_BREAKS, (first.toordinal(), last.toordinal()), _breaks_from))

    def _read(self, query: str, values: Row, read: Callable[[Row], Value]) -> tuple[Value, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(query, values).fetchall()
        found: list[Value] = []
        for row in rows:
            try:
                found.append(read(row))
            except ValueError as error:
                logger.warning("A part of the history cannot be read and is left out: %s", error)
        return tuple(found)


def _day_from(row: Row) -> Day:
    check_kinds(row, (int, int, float, int, int, int))
    day, sessions, seconds, exercises, stretches, strengthens = row
    return Day(date.fromordinal(day), sessions, seconds, exercises, bool(stretches), bool(strengthens))


def _work_from(row: Row) -> Work:
    check_kinds(row, (int, str, str, str | None, float))
    day, exercise_id, phase, side, seconds = row
    return Work(date.fromordinal(day), exercise_id, Phase(phase), None if side is None else Side(side), seconds)


def _feeling_from(row: Row) -> Feeling:
    check_kinds(row, (int, int | None, int | None, int | None))
    return Feeling(date.fromordinal(row[0]), *row[1:])


def _breaks_from(row: Row) -> tuple[date, int]:
    check_kinds(row, (int, int))
    return date.fromordinal(row[0]), row[1]
