"""Whether the session is locked, as the desktop told logind; not every desktop does."""

from __future__ import annotations

from functools import partial

from hipback_desktop.breaks.presence.bus_probe import BusProbe
from hipback_desktop.breaks.presence.reading import Sign
from hipback_desktop.desktop.bus import property_value

_OUR_SESSION = ("org.freedesktop.login1", "/org/freedesktop/login1/session/auto", "org.freedesktop.login1.Session")

LOCK_LOGIND = BusProbe(
    "lock_logind", Sign.LOCKED, partial(property_value, "system", *_OUR_SESSION, "LockedHint"), lambda hint: hint
)
