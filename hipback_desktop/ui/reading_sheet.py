"""A sheet with more to read than fits: the keyboard waits at its button, below, while reading begins at the top."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from hipback_desktop.ui.sheet import Sheet

_SCROLLS: Final[Mapping[Qt.Key, float]] = MappingProxyType(
    {Qt.Key.Key_Down: 0.2, Qt.Key.Key_Up: -0.2, Qt.Key.Key_PageDown: 0.8, Qt.Key.Key_PageUp: -0.8}
)
"""Parts of what is visible."""


class ReadingSheet(Sheet):
    """Arrow and page keys read on: the only control is at the end."""

    def show_top(self) -> None:
        """Back to where reading begins, wherever the keyboard is."""
        around = self._scroll_area()
        if around is not None:
            around.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLS:
            self._scroll_by(_SCROLLS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _scroll_by(self, pages: float) -> None:
        around = self._scroll_area()
        if around is not None:
            bar = around.verticalScrollBar()
            bar.setValue(bar.value() + round(pages * around.viewport().height()))

    def _scroll_area(self) -> QScrollArea | None:
        around: QWidget | None = self
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around
