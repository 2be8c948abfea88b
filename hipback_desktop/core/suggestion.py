"""Which routine to offer today, and why, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Area, Phase
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.safety import GENTLE_FOR
from hipback_desktop.core.tight_areas import most_stretched, stretch_seconds, stretches_text
from hipback_desktop.core.timeline import Timings, compile_routine
from hipback_desktop.core.week import week_start
from hipback_desktop.core.wording import minutes_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from hipback_desktop.core.day import Day
    from hipback_desktop.core.record import SessionRecord
    from hipback_desktop.core.routine import Routine
    from hipback_desktop.core.settings import Settings

COMING_BACK_AFTER = timedelta(days=7)
FIRST_WEEKS = timedelta(days=14)
FIRST_WEEKS_MOST_SECONDS = 20 * 60 + 15
EVENING_FROM_HOUR = 20
NEAR_SHARE = 0.25
"""A routine fits the usual minutes when it differs from them by no more than this share."""
STRENGTH_SHARE = 0.4
"""For a strength day a routine may be further from the usual minutes than the best one, by this share of them."""
COME_BACK_ROUTINE = "keep_going_5"
EVENING_ROUTINE = "evening_wind_down_12"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A routine to offer and the reason shown beside it."""

    routine_id: str
    reason: str


def suggest(
    routines: Sequence[Routine],
    records: Sequence[SessionRecord],
    days: Sequence[Day],
    settings: Settings,
    now: datetime,
) -> Suggestion | None:
    """Today's routine: gentle when asked for or in the evening, short after a gap, strength when the week lacks it.

    The week lacks what its goals do: ``records`` are the latest sessions without breaks, ``days`` are all on which
    something was done.
    """
    seconds = {routine.id: compile_routine(routine, Timings()).seconds for routine in routines if routine.steps}
    usable = [routine for routine in routines if routine.id in seconds]
    if goes_gently(settings, now):
        usable = [routine for routine in usable if Phase.SMR not in routine.phases]
    if is_beginning(days, now, settings):
        usable = [routine for routine in usable if seconds[routine.id] <= FIRST_WEEKS_MOST_SECONDS]
    if not usable:
        return None
    named = _by_the_moment(records, settings, now)
    if named is not None and any(routine.id == named.routine_id for routine in usable):
        return named
    return _by_the_week(usable, seconds, days, settings, now)


def is_beginning(days: Sequence[Day], now: datetime, settings: Settings) -> bool:
    """True for the first two weeks of somebody new to this (evidence.md §14.2), breaks alone being no beginning."""
    if settings.level != "new":
        return False
    return not days or now.date() - days[0].day < FIRST_WEEKS


def goes_gently(settings: Settings, now: datetime) -> bool:
    """True while strong stretches and rolling are not to be suggested (evidence.md §14.3).

    A day further away than that can only come from a damaged file or a clock that was wrong.
    """
    today = now.date()
    return today.isoformat() < settings.goes_gently_until[:10] <= (today + GENTLE_FOR).isoformat()


def _by_the_moment(records: Sequence[SessionRecord], settings: Settings, now: datetime) -> Suggestion | None:
    if goes_gently(settings, now):
        return Suggestion(EVENING_ROUTINE, _("A gentle one, lying down."))
    latest = max((record.started_at for record in records), default=None)
    if latest is not None and now - latest >= COMING_BACK_AFTER:
        return Suggestion(COME_BACK_ROUTINE, _("Good to see you. A short one to get going again."))
    if now.hour >= EVENING_FROM_HOUR:
        return Suggestion(EVENING_ROUTINE, _("Slow and lying down, for the end of the day."))
    return None


def _by_the_week(
    routines: Sequence[Routine],
    seconds: dict[str, float],
    days: Sequence[Day],
    settings: Settings,
    now: datetime,
) -> Suggestion:
    """With strength while the week lacks a strength day, where that takes about the usual minutes; else it is named.

    What feels tight chooses among those that fit the minutes.
    """
    begins = week_start(now.date(), settings.first_day)
    strong_days = {day.day for day in days if day.strengthens}
    this_week = {day.day for day in days if day.strengthens and day.counts and day.day >= begins}
    yesterday = now.date() - timedelta(days=1)
    wants_strength = len(this_week) < settings.strength_days and not strong_days & {now.date(), yesterday}
    strengthening = [routine for routine in routines if Phase.STRENGTHEN in routine.phases]
    others = [routine for routine in routines if routine not in strengthening]
    strong = _fitting(strengthening, seconds, settings) if wants_strength and strengthening else None
    best = _fitting(others or routines, seconds, settings)
    reason = _("Fits your usual {minutes} minutes.").format(minutes=settings.minutes)
    if strong is not None and _is_near_enough(seconds[strong.id], seconds[best.id], settings):
        best, reason = strong, _("This week still has room for a strength day.")
    elif strong is not None:
        other = _("For a strength day there is “{name}”, {minutes}.")
        minutes = minutes_text(seconds[strong.id]).replace(" ", "\N{NO-BREAK SPACE}")  # one line holds both
        reason += " " + other.format(name=strong.name, minutes=minutes)
    area = most_stretched(best, tight_areas(settings))
    return Suggestion(best.id, f"{reason} {stretches_text(area)}" if area is not None else reason)


def _is_near_enough(strong_seconds: float, best_seconds: float, settings: Settings) -> bool:
    wished = settings.minutes * 60
    return abs(strong_seconds - wished) <= abs(best_seconds - wished) + STRENGTH_SHARE * wished


def _fitting(routines: Sequence[Routine], seconds: dict[str, float], settings: Settings) -> Routine:
    """The routine closest to the usual minutes; of all that are close, the one that stretches most what feels tight.

    Something slow for the end of the day is not what a stretch more is given for.
    """
    wished = settings.minutes * 60

    def distance(routine: Routine) -> tuple[float, str]:
        return abs(seconds[routine.id] - wished), routine.id

    closest = min(routines, key=distance)
    near = [
        routine for routine in routines if distance(routine)[0] <= wished * NEAR_SHARE and routine.id != EVENING_ROUTINE
    ]
    areas = tight_areas(settings)
    return min(near or [closest], key=lambda routine: (-stretch_seconds(routine, areas), distance(routine)))


def tight_areas(settings: Settings) -> tuple[Area, ...]:
    """Where it feels tight."""
    return tuple(map(Area, settings.tight_areas))
