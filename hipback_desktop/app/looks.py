"""The colours of everything that is shown: what the person chose, or what the desktop has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from hipback_desktop.ui.theme import theme_named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from hipback_desktop.app.person import Person
    from hipback_desktop.ui.theme import Theme


class Looks(QObject):
    """``changed`` carries the theme that is in use from now on."""

    changed = Signal(object)

    def __init__(self, application: QApplication, person: Person, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._person = person
        self.theme = self._wanted()
        person.changed.connect(self._look_again)
        application.styleHints().colorSchemeChanged.connect(self._look_again)

    def dress(self) -> None:
        """Puts the theme on the application, which the main window does where there is one."""
        from hipback_desktop.ui.look import apply_look

        if not self._application.styleSheet():
            apply_look(self._application, self.theme)

    def _look_again(self, *_scheme: object) -> None:
        theme = self._wanted()
        if theme is not self.theme:
            self.theme = theme
            self.changed.emit(theme)

    def _wanted(self) -> Theme:
        is_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return theme_named(self._person.settings.theme, is_dark)
