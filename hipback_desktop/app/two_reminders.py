"""Where the desktop reminds to move as well, the person says which of the two does; asked in the window, once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hipback_desktop.core.holds import Hold
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.presence import SEATED

if TYPE_CHECKING:
    from hipback_desktop.app.front import Front
    from hipback_desktop.app.person import Person
    from hipback_desktop.breaks.gnome_reminder import GnomeReminder
    from hipback_desktop.breaks.service import BreakService


class TwoReminders(QObject):
    """Nobody is prompted twice: for as long as the desktop's reminder is on, the service waits, whatever was said.

    ``taken_over`` says that the desktop was asked to leave it, whether or not it did.
    """

    taken_over = Signal()

    def __init__(
        self,
        service: BreakService,
        person: Person,
        front: Front,
        desktop: GnomeReminder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._person = person
        self._front = front
        self._desktop = desktop
        self._asked = ""
        self._has_tried = False
        desktop.told.connect(self._on_told)

    def begin(self) -> None:
        """From now on there is a window to ask in."""
        self._service.changed.connect(self._follow)
        self._person.changed.connect(self._follow)
        self._follow()

    def take_over(self) -> None:
        """Hipback reminds, and the desktop no longer, if it allows that."""
        self._has_tried = True
        self._person.change_one("who_reminds", "hipback")
        self._desktop.switch_off()

    def _on_told(self, trouble: str) -> None:
        if trouble:
            self._person.noticed.emit(trouble)
        else:
            told = _("Hipback reminds you now; your desktop’s own reminder to move was switched off.")
            self._front.tell(told, is_fault=False)
        self._service.look()
        self.taken_over.emit()

    def _follow(self) -> None:
        wish, are_two = self._person.settings.who_reminds, self._are_two()
        if self._asked and (wish != "ask" or not are_two):
            self._front.window.take_back_notice(self._asked)
            self._asked = ""
        if not are_two:
            self._has_tried = False
        elif wish == "hipback" and not self._has_tried:
            self.take_over()
        elif wish == "ask" and not self._asked:
            self._ask()

    def _are_two(self) -> bool:
        """As last seen: nobody asks the desktop while the chair is empty."""
        reminder = self._service.reminder
        if reminder is None or not self._service.is_on:
            return False
        if reminder.sitting.state not in SEATED:
            return bool(self._asked) or self._has_tried
        return Hold.DESKTOP_REMINDS in reminder.holds

    def _ask(self) -> None:
        self._asked = _("Your desktop reminds you to move as well. Which of the two do you want?")
        leave_it = partial(self._person.change_one, "who_reminds", "desktop")
        ways = ((_("Hipback"), self.take_over), (_("My desktop"), leave_it))
        self._front.window.show_notice(self._asked, *ways, is_fault=False)
