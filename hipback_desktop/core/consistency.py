"""How steadily a person keeps to the weekly goals: forgiving, and never back to zero by one miss (evidence.md §14.9).

A week is **met** when both goals are reached. One that is not is **repaired** by one session more than the days of its
goal in the week after, or after a pause; or else a **flex** week covers it, of which every four weeks met bank one, two
at most; or else it is **missed**, which takes nothing from what was banked. Paused weeks, and the first, which may have
begun on its last day, are held against nobody; the week under way is **open**.

The score is from 0 to 1: each week moves it a fifth of the way towards the share of the goals that was reached. It sees
only what was done: a flex week does not lift it; a paused, first or open week can raise it and never lowers it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from hipback_desktop.core.week import WEEK, week_start, weeks_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from hipback_desktop.core.day import Day
    from hipback_desktop.core.goals import Goal, Goals

WEEKS_MET_FOR_A_FLEX_WEEK = 4
MOST_FLEX_WEEKS = 2
SCORE_MOVES_BY = 0.2
EARLIEST_YEAR = 1970
"""A day before that comes from a clock that was wrong."""


class WeekState(StrEnum):
    """What a week amounts to; ``before`` are those that come before the first session."""

    BEFORE = "before"
    FIRST = "first"
    MET = "met"
    REPAIRED = "repaired"
    FLEX = "flex"
    PAUSED = "paused"
    MISSED = "missed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Week:
    """One week beside its goal; ``days`` are those that count."""

    starts_on: date
    goal: Goal
    state: WeekState
    sessions: int = 0
    seconds: float = 0
    days: int = 0
    stretch_days: int = 0
    strength_days: int = 0

    @property
    def is_met(self) -> bool:
        """Whether both goals were reached, if only by making up for it in the week after."""
        return self.state in (WeekState.MET, WeekState.REPAIRED)

    @property
    def share(self) -> float:
        """How much of both goals was reached, from 0 to 1."""
        if self.is_met:
            return 1
        goal = self.goal
        done = min(self.stretch_days, goal.stretch_days) + min(self.strength_days, goal.strength_days)
        return done / (goal.stretch_days + goal.strength_days)


@dataclass(frozen=True, slots=True)
class Consistency:
    """All weeks from the first session to the week under way, the score, and the flex weeks that are banked."""

    weeks: tuple[Week, ...] = ()
    score: float = 0
    flex_weeks: int = 0


def consistency(days: Iterable[Day], goals: Goals, today: date, first_day: str = "monday") -> Consistency:
    """The weeks behind a person on the local day ``today``; they begin on ``first_day``, those to come are left out."""
    by_week: dict[date, list[Day]] = {}
    this_week = week_start(today, first_day)
    for day in days:
        if day.day.year >= EARLIEST_YEAR and day.day < this_week + WEEK:
            by_week.setdefault(week_start(day.day, first_day), []).append(day)
    if not by_week:
        return Consistency()
    first = min(by_week)
    weeks = [week_of(by_week.get(starts_on, ()), goals, starts_on) for starts_on in weeks_between(first, this_week)]
    weeks = [_held_against_nobody(week, first, this_week) for week in weeks]
    return _with_flex_weeks(_with_repairs(weeks, goals))


def listed(found: Consistency, goals: Goals, first: date, last: date) -> tuple[Week, ...]:
    """The weeks from one to another by their first days; those before the first session are empty."""
    known = {week.starts_on: week for week in found.weeks}
    return tuple(
        known.get(starts_on) or Week(starts_on, goals.of_week(starts_on), WeekState.BEFORE)
        for starts_on in weeks_between(first, last)
    )


def week_of(days: Sequence[Day], goals: Goals, starts_on: date) -> Week:
    """A week by itself: met, paused or missed."""
    goal = goals.of_week(starts_on)
    counted = [day for day in days if day.counts]
    stretch_days = sum(day.stretches for day in counted)
    strength_days = sum(day.strengthens for day in counted)
    is_met = stretch_days >= goal.stretch_days and strength_days >= goal.strength_days
    otherwise = WeekState.PAUSED if goals.is_paused(starts_on) else WeekState.MISSED
    return Week(
        starts_on,
        goal,
        WeekState.MET if is_met else otherwise,
        sessions=sum(day.sessions for day in days),
        seconds=sum(day.seconds for day in days),
        days=len(counted),
        stretch_days=stretch_days,
        strength_days=strength_days,
    )


def _held_against_nobody(week: Week, first: date, this_week: date) -> Week:
    """The same, but neither the week under way nor the first can be missed."""
    if week.state is not WeekState.MISSED or week.starts_on not in (first, this_week):
        return week
    return replace(week, state=WeekState.OPEN if week.starts_on == this_week else WeekState.FIRST)


def _with_repairs(weeks: Sequence[Week], goals: Goals) -> list[Week]:
    return [
        replace(week, state=WeekState.REPAIRED)
        if week.state is WeekState.MISSED and _is_made_up_for(weeks[index + 1 :], goals)
        else week
        for index, week in enumerate(weeks)
    ]


def _is_made_up_for(later: Sequence[Week], goals: Goals) -> bool:
    """Whether the next week, or one that is paused before it, has a session more than its goal has days."""
    for week in later:
        if week.state is WeekState.MET and week.sessions > max(week.goal.stretch_days, week.goal.strength_days):
            return True
        if not goals.is_paused(week.starts_on):
            return False
    return False


def _with_flex_weeks(weeks: Iterable[Week]) -> Consistency:
    """Goes through the weeks once: flex weeks are banked and used, the score rises and falls."""
    covered: list[Week] = []
    banked, score = 0, 0.0  # what was banked in weeks met, so that a part of a flex week is not forgotten
    for week in weeks:
        moved = score + SCORE_MOVES_BY * (week.share - score)
        score = moved if week.state is WeekState.MISSED else max(score, moved)
        if week.is_met:
            banked = min(banked + 1, MOST_FLEX_WEEKS * WEEKS_MET_FOR_A_FLEX_WEEK)
        is_flex = week.state is WeekState.MISSED and banked >= WEEKS_MET_FOR_A_FLEX_WEEK
        if is_flex:
            banked -= WEEKS_MET_FOR_A_FLEX_WEEK
        covered.append(replace(week, state=WeekState.FLEX) if is_flex else week)
    return Consistency(tuple(covered), score, banked // WEEKS_MET_FOR_A_FLEX_WEEK)
