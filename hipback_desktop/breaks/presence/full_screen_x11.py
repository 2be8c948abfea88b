"""Whether the window in use fills the whole screen; one of our own does not count, such as a prompt."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from hipback_desktop.breaks.presence.reading import Reading, Sign, Unknown
from hipback_desktop.breaks.presence.x11_probe import X11Probe
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from hipback_desktop.desktop.x11 import X11Connection

_SUPPORTED = "_NET_SUPPORTED"


def full_screen_x11(environment: Mapping[str, str]) -> X11Probe:
    """The probe."""
    return X11Probe("full_screen_x11", Sign.FULL_SCREEN, fills_screen, environment)


def fills_screen(server: X11Connection) -> Reading:
    """A window that has gone since the server named it fills nothing."""
    if server.atom("_NET_ACTIVE_WINDOW") not in server.numbers(server.root, _SUPPORTED):
        return Unknown(_("No window manager says which window is in use."))
    active = server.numbers(server.root, "_NET_ACTIVE_WINDOW")
    if not active or active[0] == 0 or server.numbers(active[0], "_NET_WM_PID") == (os.getpid(),):
        return False
    return server.atom("_NET_WM_STATE_FULLSCREEN") in server.numbers(active[0], "_NET_WM_STATE")
