"""How long ago the last input was, as Windows counts it; not run so far."""

from __future__ import annotations

import sys
from collections.abc import Callable

from hipback_desktop.breaks.presence.milliseconds import seconds_between
from hipback_desktop.breaks.presence.reading import Reading, Sign

Ticks = Callable[[], tuple[int, int]]


class IdleWindows:
    """``ticks`` reads a counter of 32 bits twice: at the last input, and now."""

    name = "idle_windows"
    sign = Sign.IDLE

    def __init__(self, ticks: Ticks | None = None) -> None:
        self._ticks = ticks or _counted_ticks

    def read(self) -> Reading:
        return seconds_between(*self._ticks())


def _counted_ticks() -> tuple[int, int]:
    if sys.platform != "win32":
        raise OSError("not Windows")
    import ctypes

    class LastInput(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint), ("ticks", ctypes.c_uint))

    last = LastInput(ctypes.sizeof(LastInput), 0)
    if not ctypes.windll.user32.GetLastInputInfo(ctypes.byref(last)):
        raise ctypes.WinError()
    now = ctypes.windll.kernel32.GetTickCount
    now.restype = ctypes.c_uint
    return last.ticks, now()
