"""How long ago the last input was, as the X server's screen saver counts it."""

from __future__ import annotations

import struct
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from hipback_desktop.breaks.presence.milliseconds import idle_seconds
from hipback_desktop.breaks.presence.reading import Reading, Sign, Unknown
from hipback_desktop.breaks.presence.x11_probe import X11Probe
from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.x11 import X11Error

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.desktop.x11 import X11Connection

_SCREEN_SAVER, _QUERY = "MIT-SCREEN-SAVER", 1
_POWER, _TIMEOUTS, _STATE = "DPMS", 2, 7


class ScreenPower(NamedTuple):
    """``level`` 1 is standby, 2 suspended, 3 off; the others are the seconds until each of the three."""

    level: int
    standby: int
    suspend: int
    off: int


def idle_x11(environment: Mapping[str, str]) -> X11Probe:
    """The probe."""
    return X11Probe("idle_x11", Sign.IDLE, _idle_seconds, environment)


def _idle_seconds(server: X11Connection) -> Reading:
    idle, power = server.send_to_extension(_SCREEN_SAVER, _QUERY, struct.pack("=I", server.root)), None
    with suppress(X11Error):
        power = server.send_to_extension(_POWER, _STATE)
    reply = server.reply(idle)
    if reply is None:
        return Unknown(_("The X server does not tell."))
    (milliseconds,) = struct.unpack_from("=I", reply, 16)
    return awake_idle_seconds(idle_seconds(milliseconds), None if power is None else _screen_power(server, power))


def awake_idle_seconds(idle: float, power: ScreenPower | None) -> float:
    """The idle time put right: some servers begin anew each time the screen goes one step further to sleep.

    Where it is no less than the time that the step itself takes, the server does not do that.
    """
    if power is None:
        return idle
    steps = (power.standby, power.suspend, power.off)[: power.level]
    return idle + sum(steps) if idle < steps[-1] else idle


def _screen_power(server: X11Connection, asked: int) -> ScreenPower | None:
    """How far the screen is asleep; None when it is not, or when the server does not manage that."""
    try:
        state = server.reply(asked)
        level, is_managed = struct.unpack_from("=HB", state, 8) if state else (0, False)
        timeouts = server.ask_extension(_POWER, _TIMEOUTS) if level and is_managed else None
    except X11Error:
        return None
    return ScreenPower(level, *struct.unpack_from("=3H", timeouts, 8)) if timeouts else None
