"""Wakes the reminder: one timer of the event loop, set for the next look."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_PRECISE: Final = 0
"""``Qt.TimerType.PreciseTimer`` by its number: whoever names something in ``Qt`` makes all of it, a megabyte."""
LONGEST_SHOT_MS: Final = 24 * 60 * 60 * 1000


class TimerAlarm(QObject):
    """``due`` comes at the moment asked for, after a whole day at the latest.

    A session's ticker comes early and waits out the rest in naps, each of which wakes the processor; nobody sees
    whether a prompt is a few milliseconds late.
    """

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # not a coarse one, which may come three seconds early, and so would have to be set twice
        self._shot = QTimer(self, singleShot=True)
        self._shot.setProperty("timerType", _PRECISE)
        self._shot.timeout.connect(self.due)

    def wake_in(self, seconds: float | None) -> None:
        """Asks for one ``due`` after so many seconds; None asks for none."""
        if seconds is None:
            self._shot.stop()
        else:
            self._shot.start(min(math.ceil(max(0.0, seconds) * 1000), LONGEST_SHOT_MS))
