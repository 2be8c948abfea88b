"""The empty page of the first frame: the window is there before its content has been read."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

ONE_FRAME_MS = 16
"""Qt hands a painting to the display when it next waits for events; work begun before that would hold it back."""


class OpeningPage(QWidget):
    """Says ``painted`` once, when its first painting has had the time to reach the screen."""

    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(ONE_FRAME_MS, self, self.painted.emit)
