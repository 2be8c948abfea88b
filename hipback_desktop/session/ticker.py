"""Wakes the session: one precise shot for the next deadline, and repaint ticks while somebody looks."""

from __future__ import annotations

import time
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import QObject as Parent

    from hipback_desktop.clock import Clock

LOOK_SECONDS = 0.2
"""Between two repaint ticks, counted from the end of what is counted down: every whole second is one of them."""
LEAD_SECONDS = 0.005
"""How much before the moment the timer fires: on a busy computer a thread that slept long is let in late."""
NAP_SECONDS = 0.0002
"""What is left of the lead is waited out in naps: a thread that naps is let in at once, one that spins is not."""
LONGEST_SHOT_MS = 24 * 60 * 60 * 1000


class Ticker(QObject):
    """``due`` comes at the moment asked for, after a whole day at the latest; who listens looks at the clock."""

    due = Signal()
    painted = Signal()

    def __init__(self, clock: Clock, speed: float = 1.0, parent: Parent | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._speed = speed
        self._shot = QTimer(self)
        self._shot.setSingleShot(True)
        self._shot.setTimerType(Qt.TimerType.PreciseTimer)
        self._shot.timeout.connect(self._on_shot)
        self._due_at = 0.0
        self._paint = QTimer(self)
        self._paint.setSingleShot(True)
        self._paint.setTimerType(Qt.TimerType.PreciseTimer)
        self._paint.timeout.connect(self.painted)

    def wake_in(self, seconds: float | None) -> None:
        """Asks for one ``due`` after so many session seconds; None asks for none."""
        if seconds is None:
            self._shot.stop()
            return
        wait_seconds = max(0.0, seconds / self._speed)
        self._due_at = self._clock.monotonic() + wait_seconds
        lead_ms = int(max(0.0, wait_seconds - LEAD_SECONDS) * 1000)
        self._shot.start(min(lead_ms, LONGEST_SHOT_MS))

    def show_count(self, counted_seconds: float | None) -> None:
        """Asks for one ``painted`` when a countdown has come to the next tick, never before it; None asks for none."""
        if counted_seconds is None:
            self._paint.stop()
            return
        wait_seconds = counted_seconds / self._speed % LOOK_SECONDS
        self._paint.start(ceil(wait_seconds * 1000) + 1)

    def _on_shot(self) -> None:
        """Waits out the rest of the lead, and no more: a shot that was cut to a day fires long before its moment."""
        while 0 < (left := self._due_at - self._clock.monotonic()) < 2 * LEAD_SECONDS:
            time.sleep(min(left, NAP_SECONDS))
        self.due.emit()
