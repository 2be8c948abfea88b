"""Puts right what the reminder took for an absence, or cannot see at all; asked in the window, never in a popup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.core.spans import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.app.front import Front
    from hipback_desktop.breaks.service import BreakService
    from hipback_desktop.core.spans import Absence

_MINUTE = 60


class Absences(QObject):
    """Without an answer an absence was one; without a window nobody is asked.

    ``text`` says what the last one was taken for.
    """

    def __init__(
        self, service: BreakService, front: Front, text: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._front = front
        self._text = text
        self._asked = ""
        self._told_blind = ""

    def begin(self) -> None:
        """From now on there is a window to ask in."""
        self._service.returned.connect(self._ask)
        self._service.changed.connect(self._say_what_is_seen)

    def line(self) -> str:
        """What today's page says of the last one; nothing while it is being asked about."""
        return "" if self._asked in self._front.window.notices else self._text()

    def _ask(self, absence: Absence) -> None:
        self._take_back()
        if absence.is_break:
            self._ask_about(absence)
        self._front.refresh()

    def _ask_about(self, absence: Absence) -> None:
        minutes = max(1, round(absence.span.seconds / _MINUTE))
        self._asked = ngettext(
            "You were away for {count} minute. It counts as a break.",
            "You were away for {count} minutes. It counts as a break.",
            minutes,
        ).format(count=minutes)
        self._front.window.show_notice(self._asked, (_("I was still sitting"), self._still_sat), is_fault=False)

    def _still_sat(self) -> None:
        self._service.still_sitting()
        self._take_back()

    def _take_back(self) -> None:
        asked, self._asked = self._asked, ""
        if asked:
            self._front.window.take_back_notice(asked)
            self._front.refresh()

    def _was_away(self) -> None:
        self._told_blind = ""  # said anew, for the next time
        self._service.was_away()

    def _say_what_is_seen(self) -> None:
        """Where no input can be seen a break is known by the person's word alone."""
        reminder = self._service.reminder
        if reminder is not None and reminder.sitting.absence is None:
            self._take_back()  # it was answered elsewhere, or the next one begins
        is_blind = reminder is not None and self._service.is_on and reminder.sitting.source is Source.UNKNOWN
        if is_blind is bool(self._told_blind):
            return
        if is_blind:
            self._told_blind = _("Hipback cannot see here whether you are at the computer, so the time alone counts.")
            self._front.window.show_notice(self._told_blind, (_("I was away"), self._was_away), is_fault=False)
        else:
            self._front.window.take_back_notice(self._told_blind)
            self._told_blind = ""
