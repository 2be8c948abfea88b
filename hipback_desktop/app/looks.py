"""The colours of everything that is shown: what the person chose, or what the desktop has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from hipback_desktop.ui.theme import theme_named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from hipback_desktop.app.person import Person
    from hipback_desktop.ui.theme import Theme


_DARK_BELOW: Final = 128


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
        return theme_named(self._person.settings.theme, self._system_is_dark())

    def _system_is_dark(self) -> bool:
        """Before our own colours are on it the palette tells, too, and the first frame is 20 ms sooner.

        All the 1,200 names of ``Qt`` are made when the first of them is asked for.
        """
        if not self._application.styleSheet():
            return self._application.palette().window().color().lightness() < _DARK_BELOW
        from PySide6.QtCore import Qt

        return self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
