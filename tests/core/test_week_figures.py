"""Minutes by phase, area and side, and the middle of what was felt."""

from __future__ import annotations

from datetime import date

import pytest

from hipback_desktop.core.exercise import Area, Phase, Side
from hipback_desktop.core.week_figures import Feeling, SideSeconds, Work, figures_by_week, median

SUNDAY, MONDAY = date(2026, 3, 22), date(2026, 3, 23)
AREAS = {"pigeon": (Area.GLUTES, Area.DEEP_ROTATORS), "bridge": (Area.GLUTES,)}


def test_an_exercise_counts_in_full_for_each_of_its_areas_on_its_side() -> None:
    work = [
        Work(MONDAY, "pigeon", Phase.STRETCH, Side.LEFT, 60),
        Work(MONDAY, "pigeon", Phase.STRETCH, Side.RIGHT, 90),
        Work(MONDAY, "bridge", Phase.STRENGTHEN, None, 40),
        Work(MONDAY, "of_a_file_that_is_gone", Phase.CALM, None, 10),
    ]
    figures = figures_by_week(work, (), {}, AREAS)[MONDAY]
    assert figures.by_area == {Area.GLUTES: SideSeconds(60, 90, 40), Area.DEEP_ROTATORS: SideSeconds(60, 90, 0)}
    assert figures.by_phase == {Phase.STRETCH: 150, Phase.STRENGTHEN: 40, Phase.CALM: 10}


@pytest.mark.parametrize("first_day, weeks", [("monday", {date(2026, 3, 16), MONDAY}), ("sunday", {SUNDAY})])
def test_everything_is_in_the_week_of_its_day(first_day: str, weeks: set[date]) -> None:
    work = [Work(day, "bridge", Phase.STRENGTHEN, None, 40) for day in (SUNDAY, MONDAY)]
    feelings = [Feeling(day, discomfort=2) for day in (SUNDAY, MONDAY)]
    figures = figures_by_week(work, feelings, {SUNDAY: 2, MONDAY: 1}, AREAS, first_day)
    assert set(figures) == weeks
    assert sum(len(week.feelings) for week in figures.values()) == 2
    assert figures[max(weeks)].breaks_taken == (3 if len(weeks) == 1 else 1)


@pytest.mark.parametrize(
    "ratings, middle",
    [([], None), ([None], None), ([7], 7), ([3, None, 1], 2), ([9, 1, 2], 2), ([4, 0, 10, 5], 4.5), ([0, 0], 0)],
)
def test_the_middle_rating(ratings: list[int | None], middle: float | None) -> None:
    assert median(ratings) == middle
