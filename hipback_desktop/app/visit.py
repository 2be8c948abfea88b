"""A window that came for a break, and goes back to where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Visit:
    """Remembers how a window was before it came to the front."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._was_visible = window.isVisible()
        self._was_minimised = window.isMinimized()
        self._was_active = window.isActiveWindow()

    def end(self) -> None:
        """Out of sight again, out of the way, or still there."""
        if not self._was_visible:
            self._window.hide()
        elif self._was_minimised:
            self._window.showMinimized()
        elif not self._was_active:
            self._window.lower()
