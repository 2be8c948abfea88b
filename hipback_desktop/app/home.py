"""What the home page shows: computed from the content, the settings and the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.core import choices, wording
from hipback_desktop.core.adaptation import Adapted, adapt
from hipback_desktop.core.consistency import week_of
from hipback_desktop.core.goals import goals_of
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.own_session import OWN_SESSION, chosen_exercises, own_routine
from hipback_desktop.core.record import Outcome, is_preview
from hipback_desktop.core.suggestion import suggest
from hipback_desktop.core.timeline import compile_routine
from hipback_desktop.core.week import WEEK, week_start
from hipback_desktop.ui.exercise_facts import capitalised
from hipback_desktop.ui.home_page import HomeView
from hipback_desktop.ui.resume_sheet import ResumeView
from hipback_desktop.ui.routine_facts import RoutineCardView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from hipback_desktop.catalogue.catalogue import Catalogue
    from hipback_desktop.core.day import Day
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.record import OpenSession, SessionRecord
    from hipback_desktop.core.routine import Routine
    from hipback_desktop.core.settings import Settings

NOON_HOUR, EVENING_HOUR = 12, 18
BREAK_ROUTINE = "desk_reset_2"


def suited(routine: Routine, exercises: Mapping[str, Exercise], settings: Settings) -> Adapted:
    """The routine as this person will do it; as written until they have said what suits them."""
    if not settings.safety_seen_at:
        return Adapted(routine, ())
    return adapt(routine, exercises, settings)


def chosen_routine(routine_id: str, content: Catalogue, settings: Settings) -> Routine:
    """A routine as this person will do it; the one put together from exercises exactly as it was."""
    if routine_id == OWN_SESSION:
        return own_routine(chosen_exercises(settings, content.exercises))
    return suited(content.routines[routine_id], content.exercises, settings).routine


def home_view(
    routines: Mapping[str, Routine],
    exercises: Mapping[str, Exercise],
    settings: Settings,
    records: Sequence[SessionRecord],
    days: Sequence[Day],
    resume: ResumeView | None,
    now: datetime,
    *,
    only_breaks: bool = False,
) -> HomeView:
    """The page at the wall-clock moment ``now``.

    ``records`` are the latest sessions, newest first, without breaks; ``days`` are all on which something was done, in
    order. With ``only_breaks`` it offers the shortest break and nothing else.
    """
    if only_breaks:
        short = _card(suited(routines[BREAK_ROUTINE], exercises, settings), settings)
        reminds_after = settings.break_interval_minutes if settings.breaks_on else None
        reason = _("When you have sat for a while.")
        return HomeView(_greeting(now), short, reason, (), only_breaks=True, reminds_after=reminds_after)
    adapted = {routine.id: suited(routine, exercises, settings) for routine in routines.values()}
    cards = {routine_id: _card(found, settings) for routine_id, found in adapted.items()}
    own = own_routine(chosen_exercises(settings, exercises))
    records = [record for record in records if not is_preview(record)]
    did_something = [record for record in records if record.outcome is not Outcome.SKIPPED]
    suggestion = suggest([found.routine for found in adapted.values()], records, days, settings, now)
    suggested, reason = (cards[suggestion.routine_id], suggestion.reason) if suggestion else (None, "")
    return HomeView(
        greeting=_greeting(now),
        suggestion=_card(Adapted(own, ()), settings) if own.steps else suggested,
        suggestion_reason=_("Put together by you for today.") if own.steps else reason,
        routines=tuple(cards.values()),
        last_used_id=next((record.routine_id for record in did_something if record.routine_id in cards), None),
        resume=resume,
        week_line=_week_line(days, settings, now),
    )


def _card(adapted: Adapted, settings: Settings) -> RoutineCardView:
    routine = adapted.routine
    minutes = needs = ""
    if routine.steps:
        minutes = wording.minutes_text(compile_routine(routine, choices.timings(settings)).seconds)
        needs = ", ".join(wording.equipment_name(item) for item in routine.equipment) or _("No equipment")
    return RoutineCardView(
        id=routine.id,
        name=routine.name,
        summary=routine.summary,
        minutes_text=minutes,
        phases=routine.phases,
        equipment_text=capitalised(needs),
        changes=adapted.changes,
        notes=routine.notes,
        exercises=tuple(step.exercise for step in routine.steps),
    )


def _greeting(now: datetime) -> str:
    if now.hour < NOON_HOUR:
        return _("Good morning")
    return _("Good afternoon") if now.hour < EVENING_HOUR else _("Good evening")


def resume_view(opened: OpenSession, exercises: Mapping[str, Exercise]) -> ResumeView:
    """The offer to go on with a session where it is opened."""
    segment = opened.timeline.segments[opened.timeline.index_at(opened.position_seconds)]
    place = wording.title(exercises[segment.exercise_id], segment.side)
    left = wording.clock_text(opened.timeline.seconds - opened.position_seconds)
    return ResumeView(
        name=opened.name,
        place=wording.with_set(place, segment),
        left_text=_("{time} left").format(time=left),
    )


def _week_line(days: Sequence[Day], settings: Settings, now: datetime) -> str:
    """“2 of 3 stretch days, 1 of 2 strength days this week”; no figures before the first day that counts."""
    starts_on = week_start(now.date(), settings.first_day)
    week = week_of([day for day in days if starts_on <= day.day < starts_on + WEEK], goals_of(settings), starts_on)
    if not week.days:
        return _("Your goals are at rest.") if settings.goals_paused else _("This week is still open.")
    goal = week.goal
    if not goal.strength_days:
        return _("{days} of {goal} stretch days this week").format(days=week.stretch_days, goal=goal.stretch_days)
    return _("{days} of {goal} stretch days, {strong} of {strength_goal} strength days this week").format(
        days=week.stretch_days,
        goal=goal.stretch_days,
        strong=week.strength_days,
        strength_goal=goal.strength_days,
    )
