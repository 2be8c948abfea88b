"""The days on which the goals would be reached are spread over the week, and begin today."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from hipback_desktop.core.day import Day
from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.goals import Goal, Goals
from hipback_desktop.core.plan_days import planned_days

MONDAY = date(2026, 3, 16)
GOALS = Goals(Goal(3, 2))


def of_first_week(goal: Goal, phase: Phase, first_day: str = "monday") -> list[int]:
    planned = planned_days(Goals(goal), MONDAY, (), first_day)
    return [d.day.isoweekday() for d in planned if d.phase is phase and d.day < MONDAY + timedelta(days=7)]


@pytest.mark.parametrize(
    ("count", "days"), [(1, [1]), (2, [1, 4]), (3, [1, 3, 5]), (4, [1, 2, 4, 6]), (7, [1, 2, 3, 4, 5, 6, 7])]
)
def test_stretch_days_are_spread(count: int, days: list[int]) -> None:
    assert of_first_week(Goal(count, 0), Phase.STRETCH) == days


@pytest.mark.parametrize("strength", range(1, 4))
def test_strength_days_are_as_many_as_the_goal_and_never_follow_each_other(strength: int) -> None:
    days = of_first_week(Goal(1, strength), Phase.STRENGTHEN)
    assert len(days) == strength
    assert all(later - earlier > 1 for earlier, later in pairwise([*days, days[0] + 7]))


def test_four_strength_days_follow_each_other_only_from_one_week_into_the_next() -> None:
    planned = planned_days(Goals(Goal(1, 4)), MONDAY, ())
    days = [day.day.isoweekday() for day in planned if day.phase is Phase.STRENGTHEN]
    assert days == [1, 3, 5, 7] * 4


def test_four_weeks_are_planned_from_today_on() -> None:
    planned = planned_days(Goals(Goal(3, 2)), MONDAY + timedelta(days=3), ())
    assert planned[0].day == MONDAY + timedelta(days=3)
    assert planned[-1].day < MONDAY + timedelta(days=28)
    assert len(planned) == 4 * 5 - 3


def a_day(day: date, *, seconds: float = 600, strengthens: bool = False) -> Day:
    return Day(day, 1, seconds, 1, stretches=True, strengthens=strengthens)


def days_left(today: date, *done: Day, goals: Goals = GOALS) -> list[tuple[int, Phase]]:
    """What is still planned in the first week, by weekday."""
    planned = planned_days(goals, today, done)
    return [(it.day.isoweekday(), it.phase) for it in planned if it.day < MONDAY + timedelta(days=7)]


def test_no_more_days_are_planned_than_the_week_has_open() -> None:
    tuesday, wednesday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
    assert days_left(tuesday) == [(2, Phase.STRENGTHEN), (3, Phase.STRETCH), (4, Phase.STRENGTHEN), (5, Phase.STRETCH)]
    both = a_day(MONDAY), a_day(tuesday, strengthens=True)
    assert days_left(wednesday, *both) == [(3, Phase.STRETCH), (4, Phase.STRENGTHEN)]
    assert days_left(wednesday, *both, a_day(wednesday, strengthens=True)) == []


def test_what_was_done_today_is_not_planned_for_today_again() -> None:
    wednesday = MONDAY + timedelta(days=2)
    assert (3, Phase.STRETCH) not in days_left(wednesday, a_day(wednesday))
    assert (3, Phase.STRETCH) in days_left(wednesday, a_day(wednesday, seconds=60))


def test_a_week_is_planned_for_the_goal_it_is_held_to() -> None:
    raised = Goals(Goal(5, 2), ((MONDAY, GOALS.now), (MONDAY + timedelta(days=1), GOALS.now)))
    assert days_left(MONDAY, goals=raised) == days_left(MONDAY)
    assert len(planned_days(raised, MONDAY, ())) == 5 + 3 * 7


def test_nothing_is_planned_while_the_goals_rest() -> None:
    assert planned_days(Goals(Goal(3, 2), pauses=((MONDAY, None),)), MONDAY, ()) == ()
