"""“Start with the computer”: the setting on one side, what the desktop does at login on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipback_desktop.desktop.autostart_portal import BackgroundPortal

if TYPE_CHECKING:
    from hipback_desktop.app.person import Person
    from hipback_desktop.desktop.autostart import Autostart


class StartAtLogin(QObject):
    """What was switched off in the desktop's own settings is off here as well; what cannot be switched stays off."""

    def __init__(self, person: Person, autostart: Autostart, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._person = person
        self._autostart = autostart
        if person.settings.starts_with_computer and not autostart.is_on():
            person.change_one("starts_with_computer", False)
        self._is_on = person.settings.starts_with_computer
        person.changed.connect(self._follow)
        if isinstance(autostart, BackgroundPortal):
            autostart.setParent(self)
            autostart.refused.connect(self._on_refused)

    def _follow(self) -> None:
        wanted = self._person.settings.starts_with_computer
        if wanted is self._is_on:
            return
        self._is_on = wanted
        if self._person.tell_failure(lambda: self._autostart.switch(wanted)) and wanted:
            self._stay_off()

    def _on_refused(self, reason: str) -> None:
        """By then the person may long be elsewhere."""
        self._person.noticed.emit(reason)
        self._stay_off()

    def _stay_off(self) -> None:
        self._is_on = False
        self._person.change_one("starts_with_computer", False)
