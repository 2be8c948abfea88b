"""Midnight, for a window that stays open: what is today, and which week it is in, is shown anew."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QGuiApplication

    from hipback_desktop.breaks.service import Alarm
    from hipback_desktop.clock import Clock


class NewDay(QObject):
    """Looks at midnight, and when somebody comes back: no alarm rings in a computer that sleeps."""

    def __init__(
        self,
        application: QGuiApplication,
        alarm: Alarm,
        clock: Clock,
        begin: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._alarm = alarm
        self._clock = clock
        self._begin = begin
        self._day = clock.now().date()
        alarm.due.connect(self._look)
        application.applicationStateChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        now = self._clock.now()
        midnight = datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)
        self._alarm.wake_in((midnight - now).total_seconds())
        if now.date() != self._day:
            self._day = now.date()
            self._begin()
