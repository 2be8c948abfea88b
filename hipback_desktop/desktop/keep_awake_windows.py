"""Keeps the screen on under Windows, which forgets the wish when the thread that had it ends; not run so far."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

_CONTINUOUS: Final = 0x8000_0000
_SYSTEM_REQUIRED: Final = 0x0000_0001
_DISPLAY_REQUIRED: Final = 0x0000_0002


class WindowsKeepAwake:
    """``wish`` tells Windows what the thread that asks, the window's, needs from now on."""

    def __init__(self, wish: Callable[[int], object] | None = None) -> None:
        self._wish = wish or _set_state

    def hold(self) -> None:
        self._wish(_CONTINUOUS | _SYSTEM_REQUIRED | _DISPLAY_REQUIRED)

    def release(self) -> None:
        self._wish(_CONTINUOUS)


def _set_state(state: int) -> None:
    if sys.platform != "win32":
        raise OSError("not Windows")
    import ctypes

    ctypes.windll.kernel32.SetThreadExecutionState(ctypes.c_uint(state))
