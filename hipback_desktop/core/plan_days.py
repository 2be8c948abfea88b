"""On which days the goals of a week would be reached: spread out, strength with a day between (evidence.md §14.8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.week import WEEK, week_start

if TYPE_CHECKING:
    from hipback_desktop.core.goals import Goals

WEEKS_AHEAD: Final = 4
_DAYS: Final = 7
_MOST_FROM_THE_SECOND_DAY: Final = 3
"""Four with a day between need the whole week."""


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day on which there is something to do, and what."""

    day: date
    phase: Phase


def planned_days(goals: Goals, today: date, first_day: str = "monday") -> tuple[PlannedDay, ...]:
    """The days from today to the end of four weeks; none while the goals rest."""
    this_week = week_start(today, first_day)
    planned: list[PlannedDay] = []
    for starts_on in (this_week + WEEK * number for number in range(WEEKS_AHEAD)):
        if goals.is_paused(starts_on):
            continue
        strength_days = goals.now.strength_days
        first = 0 if strength_days > _MOST_FROM_THE_SECOND_DAY else 1
        places = {
            Phase.STRETCH: [place * _DAYS // goals.now.stretch_days for place in range(goals.now.stretch_days)],
            Phase.STRENGTHEN: [first + 2 * place for place in range(strength_days)],
        }
        days = [PlannedDay(starts_on + timedelta(days=place), phase) for phase in places for place in places[phase]]
        planned += [day for day in sorted(days, key=lambda planned: planned.day) if day.day >= today]
    return tuple(planned)
