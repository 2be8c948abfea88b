"""The weekly goals of a person: as they are, as they were, and when they rested (evidence.md §14.8, §14.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from hipback_desktop.core.week import WEEK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hipback_desktop.core.settings import Settings

MOST_KEPT = 400
"""Entries of each list; a list that is longer than its setting allows would be dropped whole."""
_PAST_GOAL = re.compile(r"(\S+) ([1-7]) ([0-4])")


@dataclass(frozen=True, slots=True)
class Goal:
    """On how many days of a week to stretch, and on how many to strengthen."""

    stretch_days: int
    strength_days: int


@dataclass(frozen=True, slots=True)
class Goals:
    """The goal of now, each earlier one with the day on which it was changed, and pauses; one without end goes on."""

    now: Goal
    earlier: tuple[tuple[date, Goal], ...] = ()
    pauses: tuple[tuple[date, date | None], ...] = ()

    def of_week(self, starts_on: date) -> Goal:
        """The goal a week is held to: of all that were in force on one of its days, the lowest."""
        ends = [*sorted(self.earlier, key=lambda entry: entry[0]), (date.max, self.now)]
        begins = [date.min, *(until for until, _ in ends)]
        in_force = [
            goal
            for since, (until, goal) in zip(begins, ends, strict=False)
            if since < starts_on + WEEK and until > starts_on
        ]
        return Goal(min(goal.stretch_days for goal in in_force), min(goal.strength_days for goal in in_force))

    def is_paused(self, starts_on: date) -> bool:
        """Whether the goals rested on a day of a week."""
        return any(since < starts_on + WEEK and (until is None or until >= starts_on) for since, until in self.pauses)


def goals_of(settings: Settings) -> Goals:
    """The goals as the settings hold them; an entry that nobody can read is as if it were not there."""
    return Goals(_goal(settings), tuple(_earlier(settings.past_goals)), tuple(_pauses(settings.goal_pauses)))


def noted(before: Settings, after: Settings, today: date) -> Settings:
    """The settings after a change, with a note of the goal that ended today and of the pause that began or ended."""
    past, pauses = after.past_goals, after.goal_pauses
    if _goal(before) != _goal(after) and not any(entry.startswith(f"{today} ") for entry in past):
        past = (*past, f"{today} {before.stretch_days} {before.strength_days}")
    if after.goals_paused and not before.goals_paused:
        pauses = (*pauses, f"{today}")
    elif before.goals_paused and not after.goals_paused and pauses:
        pauses = (*pauses[:-1], f"{pauses[-1]} {today}")
    return replace(after, past_goals=past[-MOST_KEPT:], goal_pauses=pauses[-MOST_KEPT:])


def _goal(settings: Settings) -> Goal:
    return Goal(settings.stretch_days, settings.strength_days)


def _earlier(entries: Iterable[str]) -> Iterable[tuple[date, Goal]]:
    for entry in entries:
        found = _PAST_GOAL.fullmatch(entry)
        if found is not None and (until := _day(found[1])) is not None:
            yield until, Goal(int(found[2]), int(found[3]))


def _pauses(entries: Iterable[str]) -> Iterable[tuple[date, date | None]]:
    for entry in entries:
        since, *until = map(_day, entry.split(" "))
        if since is not None and (not until or (len(until) == 1 and until[0] is not None)):
            yield since, until[0] if until else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
