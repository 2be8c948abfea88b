"""How long ago the last input was, as macOS counts it; not run so far."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

from hipback_desktop.breaks.presence.reading import Reading, Sign

_LIBRARY = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
_OF_THE_DEVICES = 1  # not of what programs post in their place
_ANY_INPUT = 0xFFFF_FFFF


class IdleMacos:
    """Reading this counter asks for no permission; watching keys would."""

    name = "idle_macos"
    sign = Sign.IDLE

    def __init__(self, seconds: Callable[[], float] | None = None) -> None:
        self._seconds = seconds or _counted_seconds

    def read(self) -> Reading:
        return self._seconds()


def _counted_seconds() -> float:
    seconds = ctypes.CDLL(_LIBRARY).CGEventSourceSecondsSinceLastEventType
    seconds.restype = ctypes.c_double
    seconds.argtypes = [ctypes.c_int32, ctypes.c_uint32]
    return float(seconds(_OF_THE_DEVICES, _ANY_INPUT))
