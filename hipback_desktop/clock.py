"""The only place that asks the time; everything else is handed a :class:`Clock`."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime


class Clock(Protocol):
    """What the program may ask of time."""

    def monotonic(self) -> float:
        """Seconds that never jump and stand still while the computer sleeps; equal in all processes."""
        ...

    def suspended(self) -> float:
        """Seconds the computer has slept since it was started, as far as the platform tells."""
        ...

    def now(self) -> datetime:
        """The wall clock, with the local offset."""
        ...


class SystemClock:
    """The computer's own clocks."""

    def monotonic(self) -> float:
        return _running_seconds()

    def suspended(self) -> float:
        return _boot_seconds() - _running_seconds()

    def now(self) -> datetime:
        from datetime import datetime  # deferred: the first frame shows no time

        return datetime.now().astimezone()


class ScaledClock:
    """A clock whose monotonic seconds run ``speed`` times as fast as those of ``clock`` (``--speed``)."""

    def __init__(self, clock: Clock, speed: float) -> None:
        self._clock = clock
        self._speed = speed
        self._origin = clock.monotonic()

    def monotonic(self) -> float:
        return self._origin + (self._clock.monotonic() - self._origin) * self._speed

    def suspended(self) -> float:
        return self._clock.suspended()

    def now(self) -> datetime:
        return self._clock.now()


if sys.platform == "win32":  # not run so far: written from the documentation of both calls
    import ctypes

    _REALTIME = ctypes.WinDLL("api-ms-win-core-realtime-l1-1-1.dll")

    def _read_interrupt_seconds(call: str) -> float:
        ticks = ctypes.c_ulonglong()
        getattr(_REALTIME, call)(ctypes.byref(ticks))
        return ticks.value / 10_000_000

    def _running_seconds() -> float:
        return _read_interrupt_seconds("QueryUnbiasedInterruptTimePrecise")

    def _boot_seconds() -> float:
        return _read_interrupt_seconds("QueryInterruptTimePrecise")

elif sys.platform == "darwin":  # not run so far: CLOCK_UPTIME_RAW excludes sleep, CLOCK_MONOTONIC_RAW counts it

    def _running_seconds() -> float:
        return time.clock_gettime(time.CLOCK_UPTIME_RAW)

    def _boot_seconds() -> float:
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)

else:

    def _running_seconds() -> float:
        return time.monotonic()

    def _boot_seconds() -> float:
        return time.clock_gettime(time.CLOCK_BOOTTIME)
