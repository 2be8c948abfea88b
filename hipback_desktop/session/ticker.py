"""Wakes the session: one precise shot for the next deadline, and repaint ticks while somebody looks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import QObject as Parent

PAINT_INTERVAL_MS = 100
LONGEST_SHOT_MS = 24 * 60 * 60 * 1000


class Ticker(QObject):
    """``due`` comes at the moment asked for or a little early; whoever listens looks at the clock and asks again."""

    due = Signal()
    painted = Signal()

    def __init__(self, speed: float = 1.0, parent: Parent | None = None) -> None:
        super().__init__(parent)
        self._speed = speed
        self._shot = QTimer(self)
        self._shot.setSingleShot(True)
        self._shot.setTimerType(Qt.TimerType.PreciseTimer)
        self._shot.timeout.connect(self.due)
        self._paint = QTimer(self)
        self._paint.setInterval(PAINT_INTERVAL_MS)
        self._paint.timeout.connect(self.painted)

    def wake_in(self, seconds: float | None) -> None:
        """Asks for one ``due`` after so many session seconds; None asks for none."""
        if seconds is None:
            self._shot.stop()
            return
        wait_ms = math.ceil(max(0.0, seconds / self._speed) * 1000)
        self._shot.start(min(wait_ms, LONGEST_SHOT_MS))

    def show_motion(self, moves: bool) -> None:
        """Switches the repaint ticks on or off."""
        if moves and not self._paint.isActive():
            self._paint.start()
        elif not moves:
            self._paint.stop()
