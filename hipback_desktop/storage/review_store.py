"""What some weeks were made of, summed up by the database week by week: a row for each that is shown, no more."""

from __future__ import annotations

import logging
from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.review import Breaks
from hipback_desktop.core.week import WEEK
from hipback_desktop.storage.cells import check_kinds
from hipback_desktop.storage.rating_table import KINDS as RATING_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hipback_desktop.storage.cells import Kinds, Row
    from hipback_desktop.storage.database import Database

logger = logging.getLogger(__name__)

Ratings = dict[str, dict[int, int]]
"""By kind, in the order of the kinds: how often each rating was given."""

_PHASES: Final = f"""
    SELECT local_day - :first, {", ".join(f"total(seconds) FILTER (WHERE phase = '{phase}')" for phase in Phase)}
    FROM day_work WHERE local_day BETWEEN :first AND :last GROUP BY local_day"""  # noqa: S608 - our own words
"""By day, as they lie in the table: to group them by week and phase the database would have to sort them all."""
_SIDES: Final = """
    SELECT exercise_id, nullif(side, ''), sum(seconds)
    FROM day_work WHERE local_day BETWEEN :first AND :last GROUP BY 1, 2"""
_SIDES_BY_WEEK: Final = """
    SELECT (local_day - :first) / 7, exercise_id, nullif(side, ''), sum(seconds)
    FROM day_work WHERE local_day BETWEEN :first AND :last GROUP BY 1, 2, 3"""
_RATINGS: Final = """
    SELECT (local_day - :first) / 7, kind, rating, sum(sessions)
    FROM day_rating WHERE local_day BETWEEN :first AND :last GROUP BY 1, 2, 3"""
_TAKEN: Final = "total(outcome IN ('started', 'walked', 'standing', 'natural'))"
_BREAKS: Final = f"""
    SELECT {{place}}, count(*), {_TAKEN} FROM break_prompt
    WHERE local_day BETWEEN :first AND :last AND shown_utc_us IS NOT NULL AND outcome NOT IN ('snoozed', 'held')
    GROUP BY 1"""  # noqa: S608 - our own words
_BREAKS_BEGUN: Final = """
    SELECT (local_day - :first) / 7, count(*) FROM session
    WHERE origin = 'break' AND outcome <> 'skipped' AND local_day BETWEEN :first AND :last GROUP BY 1"""
_BREAKS_BY_WEEK: Final = _BREAKS.format(place="(local_day - :first) / 7")
_BREAKS_BY_HOUR: Final = _BREAKS.format(place="(due_utc_us / 1000000 + due_offset_seconds) % 86400 / 3600")


class ReviewStore:
    """Every question names the first day of the first week and how many weeks; weeks are counted from 0."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def phases(self, first: date, weeks: int) -> dict[int, dict[Phase, float]]:
        """The seconds of each phase in each week."""
        found: defaultdict[int, dict[Phase, float]] = defaultdict(dict)
        for day, *seconds in self._read(_PHASES, first, weeks, (int, *[float] * len(Phase))):
            week = found[day // 7]
            for phase, more in zip(Phase, seconds, strict=True):
                if more:
                    week[phase] = week.get(phase, 0) + more
        return found

    def sides(self, first: date, weeks: int) -> dict[tuple[str, Side | None], float]:
        """The seconds of each exercise on each side in all weeks."""
        rows = self._read(_SIDES, first, weeks, (str, str | None, float))
        return {(exercise_id, Side(side) if side else None): seconds for exercise_id, side, seconds in rows}

    def sides_by_week(self, first: date, weeks: int) -> dict[int, dict[tuple[str, Side | None], float]]:
        """The same for each week by itself."""
        found: defaultdict[int, dict[tuple[str, Side | None], float]] = defaultdict(dict)
        for week, exercise_id, side, seconds in self._read(_SIDES_BY_WEEK, first, weeks, (int, str, str | None, float)):
            found[week][exercise_id, Side(side) if side else None] = seconds
        return found

    def ratings(self, first: date, weeks: int) -> dict[int, Ratings]:
        """How often each rating of each kind was given in each week."""
        found: defaultdict[int, Ratings] = defaultdict(lambda: {kind: {} for kind in RATING_KINDS})
        for week, kind, rating, count in self._read(_RATINGS, first, weeks, (int, str, int, int)):
            if kind in RATING_KINDS:
                found[week][kind][rating] = count
        return found

    def breaks_by_week(self, first: date, weeks: int) -> dict[int, Breaks]:
        """The sitting breaks of each week that has any."""
        return dict(self._breaks(_BREAKS_BY_WEEK, first, weeks))

    def breaks_begun(self, first: date, weeks: int) -> dict[int, int]:
        """How many breaks were played in each week, also those that nobody had offered."""
        return dict(self._read(_BREAKS_BEGUN, first, weeks, (int, int)))

    def breaks_by_hour(self, first: date, weeks: int) -> dict[int, Breaks]:
        """Those of all weeks by the local hour in which they were due."""
        return dict(self._breaks(_BREAKS_BY_HOUR, first, weeks))

    def _breaks(self, query: str, first: date, weeks: int) -> Iterator[tuple[int, Breaks]]:
        for place, offered, taken in self._read(query, first, weeks, (int, int, float)):
            yield place, Breaks(offered, round(taken))

    def _read(self, query: str, first: date, weeks: int, kinds: Kinds) -> Iterator[Row]:
        last = first + WEEK * weeks - timedelta(days=1)
        with self._database.reading() as connection:
            rows = connection.execute(query, {"first": first.toordinal(), "last": last.toordinal()}).fetchall()
        for row in rows:
            try:
                check_kinds(row, kinds)
            except ValueError as error:
                logger.warning("A part of the history cannot be read and is left out: %s", error)
            else:
                yield row
