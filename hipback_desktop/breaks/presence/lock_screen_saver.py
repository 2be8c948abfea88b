"""Whether the screen saver covers the screen: who cannot see it does not sit at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hipback_desktop.breaks.presence.reading import Reading, Sign, Unknown
from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.bus import BusError, call

_BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
_SCREEN_SAVERS = (
    "org.gnome.ScreenSaver",
    "org.freedesktop.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class LockScreenSaver:
    """Each desktop names its screen saver otherwise, so the bus is asked first which there are."""

    name = "lock_screen_saver"
    sign = Sign.LOCKED

    def __init__(self, ask: Callable[..., tuple[Any, ...]] = call) -> None:
        self._ask = ask

    def read(self) -> Reading:
        fault = _("No screen saver runs here.")
        try:
            (running,) = self._ask("session", *_BUS, "ListNames")
        except BusError as error:
            return Unknown(str(error))
        answers: list[Any] = []
        for name in _SCREEN_SAVERS:
            if name in running:
                try:
                    answers += self._ask("session", name, "/" + name.replace(".", "/"), name, "GetActive")
                except BusError as error:
                    fault = str(error)
        return any(answers) if answers else Unknown(fault)
