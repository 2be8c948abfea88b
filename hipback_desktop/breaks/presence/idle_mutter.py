"""How long ago the last input was, as the shell of GNOME counts it; under Wayland, too."""

from __future__ import annotations

from functools import partial

from hipback_desktop.breaks.presence.bus_probe import BusProbe
from hipback_desktop.breaks.presence.reading import Sign
from hipback_desktop.desktop.bus import call

_MONITOR = ("org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor")


def seconds_of(answer: tuple[int, ...]) -> float:
    """The answer is in milliseconds."""
    (milliseconds,) = answer
    return milliseconds / 1000


IDLE_MUTTER = BusProbe("idle_mutter", Sign.IDLE, partial(call, "session", *_MONITOR, "GetIdletime"), seconds_of)
