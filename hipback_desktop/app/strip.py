"""The strip in the place of the window: one of the two is shown, and the session does not notice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hipback_desktop.ui.session_keys import SessionAction
from hipback_desktop.ui.strip_place import place_on, with_place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QScreen

    from hipback_desktop.app.person import Person
    from hipback_desktop.session.controller import SessionController
    from hipback_desktop.ui.main_window import MainWindow
    from hipback_desktop.ui.strip_window import StripWindow
    from hipback_desktop.ui.theme import Theme


class Strip(QObject):
    """Made anew each time it is wanted; ``requested`` carries what its controls and keys ask for."""

    requested = Signal(SessionAction)

    def __init__(
        self,
        window: MainWindow,
        controller: SessionController,
        person: Person,
        theme: Callable[[], Theme],
        asset: Callable[[str], Path],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._controller = controller
        self._person = person
        self._theme = theme
        self._asset = asset
        self._shown: StripWindow | None = None

    def toggle(self) -> None:
        """From the window to the strip, and back."""
        if self._shown is None:
            self._enter()
        else:
            self.leave()

    def leave(self) -> None:
        """Back to the window, where it was; nothing to do without a strip."""
        strip, self._shown = self._shown, None
        if strip is None:
            return
        self._controller.ticked.disconnect(strip.show_view)
        kept, place = self._person.settings.strip_places, strip.place()
        places = with_place(_name_of(strip.screen()), place, kept)
        self._person.change(lambda settings: replace(settings, strip_places=places))
        # The window first: without any the program would end.
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        strip.hide()
        strip.deleteLater()

    def apply_looks(self) -> None:
        """Takes over theme and motion."""
        if self._shown is not None:
            self._shown.show_theme(self._theme())
            self._shown.show_reduced_motion(self._person.settings.reduced_motion)

    def _enter(self) -> None:
        from hipback_desktop.ui.strip_window import StripWindow

        view = self._controller.view()
        if view is None or not self._controller.is_active:
            return
        screen = self._window.screen()
        strip = self._shown = StripWindow(self._theme(), self._asset)
        self.apply_looks()
        strip.requested.connect(self.requested)
        strip.show_view(view)
        self._controller.ticked.connect(strip.show_view)
        strip.show_on(screen, place_on(_name_of(screen), self._person.settings.strip_places))
        strip.activateWindow()
        self._window.hide()


def _name_of(screen: QScreen) -> str:
    """A screen by its name and size: plugged in elsewhere it is another one."""
    size = screen.size()
    return f"{screen.name()[:60]} {size.width()}x{size.height()}"
