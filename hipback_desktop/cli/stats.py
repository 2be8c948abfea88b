"""Week by week: what was done against the goals, and how steadily."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hipback_desktop import paths
from hipback_desktop.app.review import Past
from hipback_desktop.catalogue.catalogue import load_catalogue
from hipback_desktop.charts.scale import number_text
from hipback_desktop.cli.opening import readable_database
from hipback_desktop.cli.output import print_json
from hipback_desktop.cli.settings import read_settings
from hipback_desktop.clock import SystemClock
from hipback_desktop.core.consistency import WeekState
from hipback_desktop.core.exercise import Area, Phase
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import is_preview
from hipback_desktop.core.week import week_name
from hipback_desktop.core.week_figures import SideSeconds
from hipback_desktop.core.week_words import state_name
from hipback_desktop.storage.session_store import SessionStore

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping, Sequence

    from hipback_desktop.core.consistency import Consistency, Week
    from hipback_desktop.core.record import SessionRecord
    from hipback_desktop.core.review import WeekReview

DONE = 0


def show_stats(options: argparse.Namespace) -> int:
    """Prints the last weeks of the data folder, the oldest first."""
    settings = read_settings(options)
    with readable_database(options) as database:
        past = Past(database, lambda: load_catalogue(paths.asset).exercises, settings, SystemClock().now().date())
        if options.json:
            print_json(_document(past, options.weeks))
            return DONE
        weeks = [week for week in past.weeks(options.weeks) if week.state is not WeekState.BEFORE]
        nothing = "" if weeks else _nothing(SessionStore(database).records())
    if nothing:
        print(nothing)
    else:
        _print(past.steadiness, weeks)
    return DONE


def _nothing(records: Iterable[SessionRecord]) -> str:
    """Why there are no weeks, for who sees sessions in the history."""
    return (
        _("No session that counts yet; a preview does not.") if any(map(is_preview, records)) else _("No session yet.")
    )


def _print(found: Consistency, weeks: Sequence[Week]) -> None:
    for week in weeks:
        print(_line(week))
    print(_("{score} % steady, {met} of {count} weeks met.").format(**_summary(found, weeks), count=len(weeks)))


def _summary(found: Consistency, weeks: Iterable[Week]) -> dict[str, int]:
    return {"score": round(found.score * 100), "met": sum(week.is_met for week in weeks)}


def _line(week: Week) -> str:
    goal = week.goal
    done = _("{days} of {goal} stretch days, {strong} of {strength_goal} strength days, {minutes} min").format(
        days=week.stretch_days,
        goal=goal.stretch_days,
        strong=week.strength_days,
        strength_goal=goal.strength_days,
        minutes=number_text(week.seconds / 60),
    )
    return f"{week_name(week.starts_on)}  {done}  {state_name(week.state)}".rstrip()


def _document(past: Past, weeks: int) -> dict[str, Any]:
    """The weeks as ``hipback stats --json`` prints them."""
    reviews, areas = past.review(weeks).weeks, past.areas_by_week(weeks)
    summary = _summary(past.steadiness, [review.week for review in reviews])
    return {
        "weeks": [
            _week_document(review.week) | _figures_document(review, areas.get(place, {}))
            for place, review in enumerate(reviews)
        ],
        "weeks_met": summary["met"],
        "consistency": summary["score"],
        "flex_weeks": past.steadiness.flex_weeks,
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


def _figures_document(review: WeekReview, by_area: Mapping[Area, SideSeconds]) -> dict[str, Any]:
    return {
        "minutes_by_phase": {phase: _minutes(review.by_phase.get(phase, 0)) for phase in Phase},
        "minutes_by_area": {
            area: {"left": _minutes(sides.left), "right": _minutes(sides.right), "both": _minutes(sides.both)}
            for area, sides in ((area, by_area.get(area, SideSeconds())) for area in Area)
        },
        "stiffness_before": review.stiffness_before,
        "stiffness_after": review.stiffness_after,
        "discomfort": review.discomfort,
        "breaks": {"offered": review.breaks.offered, "taken": review.breaks.taken},
    }


def _minutes(seconds: float) -> float:
    return round(seconds / 60, 1)
