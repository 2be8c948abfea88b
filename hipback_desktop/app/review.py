"""The weeks behind a person, put together from what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.core.consistency import WeekState, consistency, listed
from hipback_desktop.core.goals import goals_of
from hipback_desktop.core.review import WEEKS_OF_A_YEAR, Breaks, Review, WeekReview, seconds_by_area
from hipback_desktop.core.week import WEEK, week_start
from hipback_desktop.core.week_figures import SideSeconds, median
from hipback_desktop.storage.day_store import DayStore
from hipback_desktop.storage.review_store import ReviewStore

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.settings import Settings
    from hipback_desktop.storage.database import Database


def review_of(
    database: Database, exercises: Mapping[str, Exercise], settings: Settings, today: date, weeks: int
) -> Review:
    """The last weeks, that of ``today`` included; the days are those of a year, however many weeks are asked for."""
    store = ReviewStore(database)
    days = DayStore(database).days()
    this_week = week_start(today, settings.week_begins)
    first = this_week - WEEK * (weeks - 1)
    year = this_week - WEEK * (WEEKS_OF_A_YEAR - 1)
    goals = goals_of(settings)
    steadiness = consistency(days, goals, today, settings.week_begins)
    shown = listed(steadiness, goals, first, this_week)
    phases, stiffness = store.phases(first, weeks), store.stiffness(first, weeks)
    breaks = store.breaks_by_week(first, weeks)
    lived = max(1, sum(week.state is not WeekState.BEFORE for week in shown))
    by_area = seconds_by_area(store.sides(first, weeks), exercises)
    return Review(
        today,
        tuple(
            WeekReview(week, phases.get(place, {}), *_middles(stiffness.get(place)), breaks.get(place, Breaks()))
            for place, week in enumerate(shown)
        ),
        days=tuple(day for day in days if year <= day.day <= today),
        by_area={
            area: SideSeconds(sides.left / lived, sides.right / lived, sides.both / lived)
            for area, sides in by_area.items()
        },
        breaks_by_hour=store.breaks_by_hour(first, weeks),
        weeks_met=sum(week.is_met for week in shown),
        score=steadiness.score,
        flex_weeks=steadiness.flex_weeks,
    )


def _middles(ratings: tuple[list[int], list[int]] | None) -> tuple[float | None, float | None]:
    return (median(ratings[0]), median(ratings[1])) if ratings else (None, None)
