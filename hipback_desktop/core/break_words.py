"""What the sitting reminder says of itself: where it is, and why nothing shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.core.holds import Hold
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.core.presence import Mode, SittingState
from hipback_desktop.core.prompt import Answer, Refusal, Wait
from hipback_desktop.core.spans import local_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from hipback_desktop.core.prompt import Reason
    from hipback_desktop.core.spans import Absence


def reason_text(reason: Reason) -> str:
    """Why there is no prompt now, or was none, in a sentence."""
    return {
        Hold.PAUSED: _("You paused the reminder."),
        Hold.OUTSIDE_HOURS: _("It is outside the hours you chose."),
        Hold.SESSION: _("A session is running."),
        Hold.CALL: _("You are in a call."),
        Hold.DO_NOT_DISTURB: _("Your desktop is set not to disturb."),
        Hold.FULL_SCREEN: _("Something fills the whole screen."),
        Hold.DESKTOP_REMINDS: _("Your desktop has movement reminders of its own, and they are on."),
        Hold.JUST_RETURNED: _("You have only just come back."),
        Wait.SWITCHED_OFF: _("The reminder is off."),
        Wait.NOT_DUE: _("You have not been sitting for long."),
        Wait.NOT_SITTING: _("It does not look as if you were sitting there."),
        Wait.MOVING: _("You are on your break."),
        Wait.SNOOZED: _("You put the break off."),
        Wait.SETTLING: _("What kept it back has only just ended."),
        Wait.TOO_SOON: _("The last reminder was less than five minutes ago."),
        Wait.TYPING: _("It waits until you stop typing for a moment."),
        Wait.SHOWING: _("A break is being offered."),
        Wait.MISSED: _("You did not answer, so it waits until you pause."),
    }[reason]


def absence_text(absence: Absence | None, now: datetime, time_text: Callable[[datetime], str]) -> str:
    """What an absence of today was taken for; nothing where it was no break."""
    if absence is None or not absence.is_break:
        return ""
    span = absence.span
    if local_day(span.started_at) != local_day(now):  # a night is no break that anybody wants to hear of
        return ""
    minutes = max(1, round(span.seconds / 60))
    return ngettext(
        "Away from the desk for {count} minute until {time}: that was a break.",
        "Away from the desk for {count} minutes until {time}: that was a break.",
        minutes,
    ).format(count=minutes, time=time_text(span.ended_at))


def sitting_text(state: SittingState) -> str:
    """Where the person is taken to be."""
    return {
        SittingState.SITTING: _("Sitting"),
        SittingState.PASSIVE: _("Sitting, without typing"),
        SittingState.UNSURE: _("Perhaps sitting"),
        SittingState.AWAY: _("Away"),
        SittingState.STANDING: _("Standing"),
        SittingState.MOVING: _("On a break"),
    }[state]


def said_text(mode: Mode) -> str:
    """What the person says of themselves, as an entry of a menu."""
    return {
        Mode.CALL: _("I’m in a call"),
        Mode.READING: _("I’m reading"),
        Mode.STANDING: _("I’m standing"),
        Mode.MOVING: _("I’m on a break"),
    }[mode]


def answer_text(answer: Answer) -> str:
    """The button of an answer, with “&” before the letter that Alt goes with."""
    return {
        Answer.START: _("&Start"),
        Answer.WALK: _("I’ll just &walk"),
        Answer.STAND: _("I’m s&tanding"),
        Answer.SKIP: _("&Not now"),
    }[answer]


def way_to_keys() -> str:
    """How to answer without a mouse an offer that leaves the keyboard to what is being typed."""
    return _("To answer with keys, open Hipback again.")


def snooze_text(minutes: int) -> str:
    """The button that puts a break off, in a whole sentence."""
    return ngettext("Remind me in {count} minute", "Remind me in {count} minutes", minutes).format(count=minutes)


def refusal_text(refusal: Refusal) -> str:
    """Why an answer had no effect, with what to do instead."""
    return {
        Refusal.NOTHING_SHOWN: _("No break is being offered now."),
        Refusal.TOO_EARLY: _("That came the moment it appeared; choose again."),
        Refusal.NO_SNOOZE_LEFT: _("You have put this break off as often as you allow; start it, or choose “not now”."),
    }[refusal]
