"""Where the desktop reminds to move as well, the person says which of the two does; asked in the window, once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipback_desktop.core.holds import Hold
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.presence import SEATED

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.app.front import Front
    from hipback_desktop.app.person import Person
    from hipback_desktop.breaks.service import BreakService


def waits_for_desktop(service: BreakService) -> bool:
    """Whether ours keeps back because the desktop has a reminder of its own, which is on."""
    return service.is_on and service.reminder is not None and Hold.DESKTOP_REMINDS in service.reminder.holds


class TwoReminders(QObject):
    """Nobody is prompted twice: for as long as the desktop's reminder is on, the service waits, whatever was said."""

    def __init__(
        self,
        service: BreakService,
        person: Person,
        front: Front,
        quiet_the_desktop: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._person = person
        self._front = front
        self._quiet_the_desktop = quiet_the_desktop
        self._asked = ""
        self._has_tried = False
        service.changed.connect(self._follow)
        person.changed.connect(self._follow)

    def _follow(self) -> None:
        wish, are_two = self._person.settings.who_reminds, self._are_two()
        if self._asked and (wish != "ask" or not are_two):
            self._front.window.take_back_notice(self._asked)
            self._asked = ""
        if not are_two:
            self._has_tried = False
        elif wish == "hipback" and not self._has_tried:
            self._has_tried = True
            self._take_over()
        elif wish == "ask" and not self._asked and self._front.is_built:
            self._ask()

    def _are_two(self) -> bool:
        """As last seen: nobody asks the desktop while the chair is empty."""
        reminder = self._service.reminder
        if reminder is not None and self._service.is_on and reminder.sitting.state not in SEATED:
            return bool(self._asked) or self._has_tried
        return waits_for_desktop(self._service)

    def _ask(self) -> None:
        self._asked = _("Your desktop reminds you to move as well. Which of the two do you want?")
        answers = ((_("Hipback"), "hipback"), (_("My desktop"), "desktop"))
        ways = [(text, partial(self._person.change_one, "who_reminds", answer)) for text, answer in answers]
        self._front.window.show_notice(self._asked, *ways, is_fault=False)

    def _take_over(self) -> None:
        if not self._person.tell_failure(self._quiet_the_desktop) and self._front.is_built:
            told = _("Hipback reminds you now; your desktop’s own reminder to move was switched off.")
            self._front.window.show_notice(told, is_fault=False)
        self._service.look()
