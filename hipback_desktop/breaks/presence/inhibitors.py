"""Whether something keeps the screen awake, such as a film: asked of GNOME, of KDE and of logind."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from hipback_desktop.breaks.presence.bus_probe import BusProbe, the_only
from hipback_desktop.breaks.presence.reading import Sign
from hipback_desktop.desktop.bus import call

_GNOME = ("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")
_GNOME_IDLE = 8
_KDE = (
    "org.kde.Solid.PowerManagement.PolicyAgent",
    "/org/kde/Solid/PowerManagement/PolicyAgent",
    "org.kde.Solid.PowerManagement.PolicyAgent",
)
_KDE_SCREEN = 4
_LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")

Inhibitor = tuple[str, str, str, str, int, int]


def blocks_idle(answer: tuple[Iterable[Inhibitor], ...]) -> bool:
    """Whether one of logind's inhibitors keeps the session from becoming idle; most only keep it from sleep."""
    (inhibitors,) = answer
    return any("idle" in what.split(":") and mode == "block" for what, _who, _why, mode, _user, _process in inhibitors)


INHIBITED_GNOME = BusProbe(
    "inhibited_gnome", Sign.INHIBITED, partial(call, "session", *_GNOME, "IsInhibited", "u", (_GNOME_IDLE,)), the_only
)
INHIBITED_KDE = BusProbe(
    "inhibited_kde", Sign.INHIBITED, partial(call, "session", *_KDE, "HasInhibition", "u", (_KDE_SCREEN,)), the_only
)
INHIBITED_LOGIND = BusProbe(
    "inhibited_logind", Sign.INHIBITED, partial(call, "system", *_LOGIND, "ListInhibitors"), blocks_idle
)
