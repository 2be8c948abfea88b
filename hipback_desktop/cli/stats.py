"""Week by week: what was done against the goals, and how steadily."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hipback_desktop import paths
from hipback_desktop.catalogue.catalogue import load_catalogue
from hipback_desktop.cli.opening import readable_database
from hipback_desktop.cli.output import print_json
from hipback_desktop.cli.settings import read_settings
from hipback_desktop.clock import SystemClock
from hipback_desktop.core.consistency import Consistency, Week, WeekState, consistency, listed
from hipback_desktop.core.exercise import Area, Phase
from hipback_desktop.core.goals import goals_of
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.review import Breaks
from hipback_desktop.core.week import WEEK, week_name, week_start
from hipback_desktop.core.week_figures import SideSeconds, WeekFigures, figures_by_week, median
from hipback_desktop.core.week_words import state_name
from hipback_desktop.storage.day_store import DayStore
from hipback_desktop.storage.review_store import ReviewStore

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

DONE = 0


def show_stats(options: argparse.Namespace) -> int:
    """Prints the last weeks of the data folder, the oldest first."""
    settings = read_settings(options)
    this_week = week_start(SystemClock().now().date(), settings.first_day)
    first = this_week - WEEK * (options.weeks - 1)
    with readable_database(options) as database:
        store = DayStore(database)
        goals = goals_of(settings)
        found = consistency(store.days(), goals, this_week, settings.first_day)
        weeks = listed(found, goals, first, this_week)
        if options.json:
            prompted = ReviewStore(database).breaks_by_week(first, options.weeks)
            print_json(_document(found, weeks, _figures(store, weeks, settings.first_day), prompted))
            return DONE
    _print(found, [week for week in weeks if week.state is not WeekState.BEFORE])
    return DONE


def _print(found: Consistency, weeks: Sequence[Week]) -> None:
    if not weeks:
        print(_("No session yet."))
        return
    for week in weeks:
        print(_line(week))
    print(_("{score} % steady, {met} of {count} weeks met.").format(**_summary(found, weeks), count=len(weeks)))


def _figures(store: DayStore, weeks: Sequence[Week], first_day: str) -> Mapping[date, WeekFigures]:
    areas = {exercise.id: exercise.areas for exercise in load_catalogue(paths.asset).exercises.values()}
    asked = weeks[0].starts_on, weeks[-1].starts_on + WEEK - timedelta(days=1)
    return figures_by_week(store.work(*asked), store.feelings(*asked), store.breaks(*asked), areas, first_day)


def _summary(found: Consistency, weeks: Iterable[Week]) -> dict[str, int]:
    return {"score": round(found.score * 100), "met": sum(week.is_met for week in weeks)}


def _line(week: Week) -> str:
    goal = week.goal
    done = _("{days} of {goal} stretch days, {strong} of {strength_goal} strength days, {minutes} min").format(
        days=week.stretch_days,
        goal=goal.stretch_days,
        strong=week.strength_days,
        strength_goal=goal.strength_days,
        minutes=round(week.seconds / 60),
    )
    return f"{week_name(week.starts_on)}  {done}  {state_name(week.state)}".rstrip()


def _document(
    found: Consistency, weeks: Sequence[Week], figures: Mapping[date, WeekFigures], prompted: Mapping[int, Breaks]
) -> dict[str, Any]:
    """The weeks as ``hipback stats --json`` prints them; ``prompted``: breaks by the place of their week."""
    summary = _summary(found, weeks)
    return {
        "weeks": [
            _week_document(week)
            | _figures_document(figures.get(week.starts_on, WeekFigures()), prompted.get(place, Breaks()))
            for place, week in enumerate(weeks)
        ],
        "weeks_met": summary["met"],
        "consistency": summary["score"],
        "flex_weeks": found.flex_weeks,
    }


def _week_document(week: Week) -> dict[str, Any]:
    return {
        "week": week_name(week.starts_on),
        "starts_on": week.starts_on.isoformat(),
        "sessions": week.sessions,
        "days": week.days,
        "minutes": _minutes(week.seconds),
        "stretch_days": week.stretch_days,
        "strength_days": week.strength_days,
        "goal": week.goal.stretch_days,
        "strength_goal": week.goal.strength_days,
        "met": week.is_met,
        "state": week.state,
    }


def _figures_document(figures: WeekFigures, prompted: Breaks) -> dict[str, Any]:
    taken = max(figures.breaks_taken, prompted.taken)  # one may be taken without a prompt, and be a walk
    return {
        "minutes_by_phase": {phase: _minutes(figures.by_phase.get(phase, 0)) for phase in Phase},
        "minutes_by_area": {
            area: {"left": _minutes(sides.left), "right": _minutes(sides.right), "both": _minutes(sides.both)}
            for area, sides in ((area, figures.by_area.get(area, SideSeconds())) for area in Area)
        },
        "stiffness_before": median(feeling.stiffness_before for feeling in figures.feelings),
        "stiffness_after": median(feeling.stiffness_after for feeling in figures.feelings),
        "discomfort": median(feeling.discomfort for feeling in figures.feelings),
        "breaks": {"offered": max(taken, prompted.offered), "taken": taken},
    }


def _minutes(seconds: float) -> float:
    return round(seconds / 60, 1)
