"""Whether Windows would show a notification now, and if not, why; not run so far."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from enum import IntEnum

from hipback_desktop.breaks.presence.reading import Reading, Sign


class NotificationState(IntEnum):
    """The names are those of ``SHQueryUserNotificationState``."""

    NOT_PRESENT = 1
    BUSY = 2
    RUNNING_D3D_FULL_SCREEN = 3
    PRESENTATION_MODE = 4
    ACCEPTS_NOTIFICATIONS = 5
    QUIET_TIME = 6
    APP = 7


_FULL_SCREEN = frozenset({NotificationState.BUSY, NotificationState.RUNNING_D3D_FULL_SCREEN})
_UNDISTURBED = frozenset({NotificationState.PRESENTATION_MODE, NotificationState.QUIET_TIME})


class NotificationStateWindows:
    """Says yes to one of two signs; “Focus assist” is in neither, and in nothing else that can be asked.

    A window of our own that fills the screen, such as a prompt, keeps nothing back.
    """

    def __init__(
        self, sign: Sign, state: Callable[[], int] | None = None, is_ours: Callable[[], bool] | None = None
    ) -> None:
        self.sign = sign
        self.name = {Sign.FULL_SCREEN: "full_screen_windows", Sign.UNDISTURBED: "undisturbed_windows"}[sign]
        self._yes = _FULL_SCREEN if sign is Sign.FULL_SCREEN else _UNDISTURBED
        self._state = state or _asked_state
        self._is_ours = is_ours or _is_foreground_ours

    def read(self) -> Reading:
        says_yes = NotificationState(self._state()) in self._yes
        return says_yes and not (self.sign is Sign.FULL_SCREEN and self._is_ours())


def _asked_state() -> int:
    if sys.platform != "win32":
        raise OSError("not Windows")
    import ctypes

    state = ctypes.c_int()
    fault = ctypes.windll.shell32.SHQueryUserNotificationState(ctypes.byref(state))
    if fault:
        raise ctypes.WinError(fault)
    return state.value


def _is_foreground_ours() -> bool:
    if sys.platform != "win32":
        raise OSError("not Windows")
    import ctypes

    owner = ctypes.c_ulong()
    window = ctypes.windll.user32.GetForegroundWindow()
    ctypes.windll.user32.GetWindowThreadProcessId(ctypes.c_void_p(window), ctypes.byref(owner))
    return owner.value == os.getpid()
