"""The days on which something was done, from the sums the database keeps.

All of them are looked at, since a week may be covered by what was banked years ago: a row a day, however many sessions.
"""

from __future__ import annotations

import logging
from datetime import date
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.day import Day
from hipback_desktop.storage.cells import check_kinds

if TYPE_CHECKING:
    from hipback_desktop.storage.cells import Row
    from hipback_desktop.storage.database import Database

logger = logging.getLogger(__name__)

_DAYS: Final = "SELECT local_day, sessions, seconds, exercises, stretches, strengthens FROM day ORDER BY local_day"


class DayStore:
    """Sums over the sessions that count; what damage has made unreadable is left out, with a log line."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def days(self) -> tuple[Day, ...]:
        """Every day on which something was done, in order."""
        with self._database.reading() as connection:
            rows = connection.execute(_DAYS).fetchall()
        found: list[Day] = []
        for row in rows:
            try:
                found.append(_day_from(row))
            except ValueError as error:
                logger.warning("A part of the history cannot be read and is left out: %s", error)
        return tuple(found)


def _day_from(row: Row) -> Day:
    check_kinds(row, (int, int, float, int, int, int))
    day, sessions, seconds, exercises, stretches, strengthens = row
    return Day(date.fromordinal(day), sessions, seconds, exercises, bool(stretches), bool(strengthens))
