"""What a prompt for a break and the tray show, as plain values with their words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from hipback_desktop.core.break_rules import SNOOZE_MINUTES
from hipback_desktop.core.break_words import reason_text, sitting_text
from hipback_desktop.core.holds import Hold
from hipback_desktop.core.hours_words import weekday_text
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.core.presence import SEATED, Mode
from hipback_desktop.core.prompt import ReminderState
from hipback_desktop.core.spans import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.moment import Moment
    from hipback_desktop.core.prompt import Prompted
    from hipback_desktop.core.reminder import Reminder
    from hipback_desktop.core.routine import Routine

_MORNING = time(6)
_NEAR_MINUTES, _ROUND_MINUTES = 10, 5


@dataclass(frozen=True, slots=True)
class BreakPromptView:
    """An offer of a break; ``exercise`` is its first, whose figure is shown."""

    headline: str
    sentence: str
    routine_name: str
    minutes_text: str
    exercise: Exercise | None = None
    offers_snooze: bool = True
    snooze_minutes: tuple[int, ...] = SNOOZE_MINUTES
    is_repeat: bool = False
    is_silent: bool = False

    @property
    def content_text(self) -> str:
        """What the break is, in a line."""
        return _("{routine}  ·  {minutes}").format(routine=self.routine_name, minutes=self.minutes_text)


class TrayMark(StrEnum):
    """What the icon in the tray tells at a glance."""

    OFF = "off"
    COUNTING = "counting"
    PAUSED = "paused"
    SOON = "soon"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class TrayView:
    """``state_text``: what the reminder takes the person to be at; ``next_text``: when a break comes, or why not.

    ``about_text`` is the latter to five minutes while it is far: a tray is woken by every tool tip that changes.
    ``away_text`` asks about the last absence; ``is_blind``: no input can be seen, so the person must tell of it.
    """

    mark: TrayMark
    state_text: str
    next_text: str
    said: Mode | None = None
    about_text: str = ""
    away_text: str = ""
    is_blind: bool = False

    @property
    def is_on(self) -> bool:
        """Whether the reminder is."""
        return self.mark is not TrayMark.OFF

    @property
    def is_paused(self) -> bool:
        return self.mark is TrayMark.PAUSED

    @property
    def summary(self) -> str:
        """The one line of a tool tip."""
        return self.about_text or self.next_text or self.state_text


@dataclass(frozen=True, slots=True)
class PauseChoice:
    """A length of time for which the reminder may be paused."""

    text: str
    seconds: int


def prompt_view(prompted: Prompted, sat_seconds: float, routine: Routine, routine_seconds: float) -> BreakPromptView:
    """An offer to somebody who has sat for so long."""
    from hipback_desktop.core.wording import minutes_text  # with the words of whole sessions; who waits needs none

    first = next((step.exercise for block in routine.blocks for step in block.steps), None)
    return BreakPromptView(
        headline=_("Your break is waiting") if prompted.is_repeat else _("Time to get up"),
        sentence=_sat_sentence(sat_seconds),
        routine_name=routine.name,
        minutes_text=minutes_text(routine_seconds),
        exercise=first,
        offers_snooze=prompted.offers_snooze,
        is_repeat=prompted.is_repeat,
        is_silent=prompted.is_silent,
    )


def tray_view(reminder: Reminder, now: Moment, time_text: Callable[[datetime], str]) -> TrayView:
    """Where the reminder is at a moment; ``time_text`` gives a time of day as clocks are read here."""
    sitting = reminder.sitting
    return TrayView(
        mark=_mark(reminder),
        state_text=_state_text(reminder, now, time_text),
        next_text=_next_text(reminder, now),
        said=sitting.said.mode if sitting.said else None,
        about_text=_about_text(reminder, now),
        away_text=_away_text(reminder),
        is_blind=sitting.source is Source.UNKNOWN,
    )


def pause_choices(local: datetime) -> tuple[PauseChoice, ...]:
    """How long a pause may be; the rest of the day ends at midnight, the night at six.

    Both are times of the clock on the wall, which in two nights of the year is an hour off by then.
    """
    today, tomorrow = local.date(), local.date() + timedelta(days=1)
    midnight = datetime.combine(tomorrow, time()).astimezone()
    morning = datetime.combine(today if local.time() < _MORNING else tomorrow, _MORNING).astimezone()
    return (
        PauseChoice(_("For 30 minutes"), 30 * 60),
        PauseChoice(_("For an hour"), 60 * 60),
        PauseChoice(_("For the rest of the day"), round((midnight - local).total_seconds())),
        PauseChoice(_("Until tomorrow morning"), round((morning - local).total_seconds())),
    )


def _mark(reminder: Reminder) -> TrayMark:
    if reminder.state is ReminderState.OFF:
        return TrayMark.OFF
    if Hold.PAUSED in reminder.holds:
        return TrayMark.PAUSED
    marks = {ReminderState.HEADS_UP: TrayMark.SOON, ReminderState.PROMPT: TrayMark.DUE}
    return marks.get(reminder.state, TrayMark.COUNTING)


def _state_text(reminder: Reminder, now: Moment, time_text: Callable[[datetime], str]) -> str:
    if reminder.state is ReminderState.OFF:
        return reason_text(reminder.reason)
    if Hold.PAUSED in reminder.holds and reminder.paused_until is not None:
        return _pause_text(now.wall_at(reminder.paused_until).astimezone(), now.wall, time_text)
    sitting, minutes = reminder.sitting, int(reminder.sitting.sat(now.boot) // 60)
    if sitting.state not in SEATED or minutes == 0:
        return sitting_text(sitting.state)
    return _("{state}: {minutes} min").format(state=sitting_text(sitting.state), minutes=minutes)


def _pause_text(ends_at: datetime, now: datetime, time_text: Callable[[datetime], str]) -> str:
    days = (ends_at.date() - now.date()).days
    if days == 0:
        return _("Paused until {time}").format(time=time_text(ends_at))
    if days == 1:
        return _("Paused until tomorrow, {time}").format(time=time_text(ends_at))
    return _("Paused until {day}, {time}").format(day=weekday_text(ends_at), time=time_text(ends_at))


def _next_text(reminder: Reminder, now: Moment) -> str:
    if reminder.state is ReminderState.OFF or Hold.PAUSED in reminder.holds:
        return ""
    if reminder.state is ReminderState.SNOOZED and reminder.snoozed_until is not None:
        return _("Next break in {minutes} min").format(minutes=_whole_minutes(reminder.snoozed_until - now.boot))
    left = reminder.left_seconds(now.boot)
    if left <= 0:
        return reason_text(reminder.reason)
    if reminder.sitting.state in SEATED:
        return _("Next break in {minutes} min").format(minutes=_whole_minutes(left))
    return _("Next break after {minutes} min of sitting").format(minutes=_whole_minutes(left))


def _about_text(reminder: Reminder, now: Moment) -> str:
    """Empty where there is nothing to round."""
    minutes = _whole_minutes(reminder.left_seconds(now.boot))
    is_far = _mark(reminder) is TrayMark.COUNTING and minutes > _NEAR_MINUTES
    if not is_far or reminder.state is not ReminderState.COUNTING or reminder.sitting.state not in SEATED:
        return ""
    return _("Next break in about {minutes} min").format(minutes=-(-minutes // _ROUND_MINUTES) * _ROUND_MINUTES)


def _away_text(reminder: Reminder) -> str:
    absence = reminder.sitting.absence
    if absence is None or not absence.is_break or not absence.asks or reminder.state is ReminderState.OFF:
        return ""
    return _("Away {minutes} min: I was still sitting").format(minutes=round(absence.span.seconds / 60))


def _whole_minutes(seconds: float) -> int:
    """Rounded up: one minute is left until there is none."""
    return max(1, -int(-seconds // 60))


def _sat_sentence(sat_seconds: float) -> str:
    minutes = max(1, int(sat_seconds // 60))
    return ngettext(
        "You have been sitting for {count} minute.", "You have been sitting for {count} minutes.", minutes
    ).format(count=minutes)
