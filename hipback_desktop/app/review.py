"""The weeks behind a person, put together from what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.core.consistency import WeekState, consistency, listed
from hipback_desktop.core.goals import goals_of
from hipback_desktop.core.review import WEEKS_OF_A_YEAR, Breaks, Review, WeekReview, seconds_by_area
from hipback_desktop.core.week import WEEK, week_start
from hipback_desktop.core.week_figures import SideSeconds, counted_median
from hipback_desktop.storage.day_store import DayStore
from hipback_desktop.storage.rating_table import KINDS as RATING_KINDS
from hipback_desktop.storage.review_store import ReviewStore

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from hipback_desktop.core.consistency import Week
    from hipback_desktop.core.exercise import Area, Exercise
    from hipback_desktop.core.settings import Settings
    from hipback_desktop.storage.database import Database
    from hipback_desktop.storage.review_store import Ratings


class Past:
    """What was done until a day: all of it is looked at once, each span of weeks when it is asked for."""

    def __init__(
        self, database: Database, exercises: Callable[[], Mapping[str, Exercise]], settings: Settings, today: date
    ) -> None:
        self._store = ReviewStore(database)
        self._exercises = exercises
        self._goals, self._first_day = goals_of(settings), settings.first_day
        self._today = today
        self._this_week = week_start(today, settings.first_day)
        self._days = DayStore(database).days()
        self.steadiness = consistency(self._days, self._goals, today, settings.first_day)

    def is_of(self, settings: Settings) -> bool:
        """Whether the weeks would be the same ones, held to the same goals, with these settings."""
        return (self._goals, self._first_day) == (goals_of(settings), settings.first_day)

    def weeks(self, count: int) -> tuple[Week, ...]:
        """The last ones, that of today included, beside their goals."""
        return listed(self.steadiness, self._goals, self._first_of(count), self._this_week)

    def areas_by_week(self, weeks: int) -> dict[int, dict[Area, SideSeconds]]:
        """The seconds of each area in each of the last weeks, by the place of the week."""
        worked = self._store.sides_by_week(self._first_of(weeks), weeks)
        return {place: seconds_by_area(sides, self._exercises()) for place, sides in worked.items()}

    def review(self, weeks: int) -> Review:
        """The last weeks; the days are those of a year, however many weeks are asked for."""
        first, shown = self._first_of(weeks), self.weeks(weeks)
        year = self._this_week - WEEK * (WEEKS_OF_A_YEAR - 1)
        return Review(
            self._today,
            self._reviews(shown, first),
            days=tuple(day for day in self._days if year <= day.day <= self._today),
            by_area=self._by_area(shown, first),
            breaks_by_hour=self._store.breaks_by_hour(first, weeks),
            weeks_met=sum(week.is_met for week in shown),
            score=self.steadiness.score,
            flex_weeks=self.steadiness.flex_weeks,
        )

    def _first_of(self, weeks: int) -> date:
        return self._this_week - WEEK * (weeks - 1)

    def _reviews(self, shown: Sequence[Week], first: date) -> tuple[WeekReview, ...]:
        phases, ratings = self._store.phases(first, len(shown)), self._store.ratings(first, len(shown))
        prompts, begun = self._store.breaks_by_week(first, len(shown)), self._store.breaks_begun(first, len(shown))
        breaks = {place: prompts.get(place, Breaks()).with_begun(begun.get(place, 0)) for place in range(len(shown))}
        return tuple(
            WeekReview(week, phases.get(place, {}), *_middles(ratings.get(place)), breaks[place])
            for place, week in enumerate(shown)
        )

    def _by_area(self, shown: Sequence[Week], first: date) -> dict[Area, SideSeconds]:
        """Of an average week since the first session."""
        lived = max(1, sum(week.state is not WeekState.BEFORE for week in shown))
        by_area = seconds_by_area(self._store.sides(first, len(shown)), self._exercises())
        return {
            area: SideSeconds(sides.left / lived, sides.right / lived, sides.both / lived)
            for area, sides in by_area.items()
        }


def _middles(ratings: Ratings | None) -> tuple[float | None, float | None, float | None]:
    given = ratings or {}
    before, after, discomfort = (counted_median(given.get(kind, {})) for kind in RATING_KINDS)
    return before, after, discomfort
