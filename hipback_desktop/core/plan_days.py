"""On which days the goals of a week would be reached: spread out, strength with a day between (evidence.md §14.8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.consistency import week_of
from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.week import WEEK, week_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hipback_desktop.core.day import Day
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


def planned_days(goals: Goals, today: date, done: Sequence[Day], first_day: str = "monday") -> tuple[PlannedDay, ...]:
    """The days from today to the end of four weeks, as many as are still open; none while the goals rest."""
    this_week = week_start(today, first_day)
    today_has = {phase for day in done if day.day == today and day.counts for phase in _phases_of(day)}
    planned: list[PlannedDay] = []
    for starts_on in (this_week + WEEK * number for number in range(WEEKS_AHEAD)):
        if goals.is_paused(starts_on):
            continue
        week = week_of([day for day in done if starts_on <= day.day < starts_on + WEEK], goals, starts_on)
        stretch_days, strength_days = week.goal.stretch_days, week.goal.strength_days
        still_open = {
            Phase.STRETCH: max(0, stretch_days - week.stretch_days),
            Phase.STRENGTHEN: max(0, strength_days - week.strength_days),
        }
        first = 0 if strength_days > _MOST_FROM_THE_SECOND_DAY else 1
        places = {
            Phase.STRETCH: [place * _DAYS // stretch_days for place in range(stretch_days)],
            Phase.STRENGTHEN: [first + 2 * place for place in range(strength_days)],
        }
        for phase, count in still_open.items():
            days = [starts_on + timedelta(days=place) for place in places[phase]]
            left = [day for day in days if day > today or (day == today and phase not in today_has)]
            planned += [PlannedDay(day, phase) for day in left[:count]]
    return tuple(sorted(planned, key=lambda planned: planned.day))


def _phases_of(day: Day) -> tuple[Phase, ...]:
    return (Phase.STRETCH,) * day.stretches + (Phase.STRENGTHEN,) * day.strengthens
