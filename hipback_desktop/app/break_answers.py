"""Answers what other commands ask of the sitting reminder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hipback_desktop.core.break_words import refusal_text
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.kept_reminder import LONGEST_PAUSE
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.prompt import Refusal
from hipback_desktop.core.spans import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.app.breaks import Breaks


class BreakAnswers:
    """Turns a request into a call on the reminder, and the reminder into a document."""

    def __init__(self, breaks: Breaks) -> None:
        self._breaks = breaks

    def answer(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The reminder after the request; raises UserError with the sentence to show when it cannot be done."""
        action, service = request.get("action"), self._breaks.service
        if action == "now":
            return {"plays": self._breaks.start(), **self._document()}
        if action == "answer":
            if not self._breaks.surfaces.take_keyboard():
                raise UserError(refusal_text(Refusal.NOTHING_SHOWN))
        elif action in ("pause", "resume", "snooze"):
            if not service.is_on:
                raise UserError(_("The reminder is off; switch it on in the settings, under “Sitting breaks”."))
            if action == "pause":
                service.pause(_seconds(request))
            elif action == "resume":
                service.resume()
            elif (refusal := service.snooze(_seconds(request))) is not None:
                raise UserError(refusal_text(refusal))
        elif action != "status":
            raise UserError(_("This Hipback does not know that request; close it and start it again."))
        return self._document()

    def _document(self) -> dict[str, Any]:
        service = self._breaks.service
        reminder, now = service.reminder, service.now()
        if reminder is None or not service.is_on:
            return {"on": False, "state": "off", "reason": "switched_off"}
        sitting = reminder.sitting
        return {
            "on": True,
            "state": reminder.state.value,
            "reason": reminder.reason.value,
            "sitting": sitting.state.value,
            "sat_seconds": round(sitting.sat(now.boot), 1),
            "next_in_seconds": round(max(0.0, reminder.left_seconds(now.boot)), 1),
            "interval_seconds": reminder.rules.interval_seconds,
            "paused_until": reminder.paused_until and now.wall_at(reminder.paused_until).isoformat(),
            "snoozed_until": reminder.snoozed_until and now.wall_at(reminder.snoozed_until).isoformat(),
            "sees_input": sitting.source is not Source.UNKNOWN,
        }


def _seconds(request: Mapping[str, Any]) -> float:
    seconds = request.get("seconds")
    is_number = isinstance(seconds, (int, float)) and not isinstance(seconds, bool)
    if not is_number or not 1 <= float(seconds or 0) <= LONGEST_PAUSE.total_seconds():
        raise UserError(_("This Hipback does not know that request; close it and start it again."))
    return float(seconds or 0)
