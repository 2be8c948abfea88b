"""The colours of everything that is shown: what the person chose, or what the desktop has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from hipback_desktop import paths
from hipback_desktop.ui.theme import theme_named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from hipback_desktop.app.person import Person


_DARK_BELOW: Final = 128


class Looks(QObject):
    """``changed`` carries the theme that is in use from now on."""

    changed = Signal(object)

    def __init__(self, application: QApplication, person: Person, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._person = person
        # The names of ``Qt``, of which the scheme is one, take 20 ms to make: the first frame asks the palette instead.
        is_dark = application.palette().window().color().lightness() < _DARK_BELOW
        self.theme = theme_named(person.theme_at_start(), is_dark)
        person.changed.connect(self.look_again)
        application.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def dress(self) -> None:
        """Puts the theme on the application, which the main window does where there is one."""
        from hipback_desktop.ui.look import apply_look

        self.look_again()
        self.put_icon()
        if not self._application.styleSheet():
            apply_look(self._application, self.theme)

    def put_icon(self) -> None:
        """The program's own, on its windows: while there is none, reading SVG is four megabytes for nothing."""
        from hipback_desktop.ui.icons import window_icon

        if self._application.windowIcon().isNull():
            self._application.setWindowIcon(window_icon(paths.asset))

    def look_again(self) -> None:
        """At the person's choice, and at what the desktop says of itself, which some say later than others."""
        from PySide6.QtCore import Qt

        is_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        theme = theme_named(self._person.settings.theme, is_dark)
        if theme is not self.theme:
            self.theme = theme
            self.changed.emit(theme)

    def _on_scheme_changed(self) -> None:
        """Takes no scheme: PySide could not hand it over before somebody has named ``Qt``."""
        self.look_again()
