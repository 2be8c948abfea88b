"""Whether the desktop was set not to disturb: each keeps that in a place of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from hipback_desktop.breaks.presence.bus_probe import BusProbe
from hipback_desktop.breaks.presence.gnome_setting import GnomeSetting
from hipback_desktop.breaks.presence.reading import Sign
from hipback_desktop.desktop.bus import call, property_value

_GNOME = ("org.gnome.desktop.notifications", "show-banners")
_NOTIFICATIONS = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications")
_XFCE = ("org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf")
_XFCE_SETTING = ("xfce4-notifyd", "/do-not-disturb")


def variant(answer: tuple[tuple[str, Any], ...]) -> Any:
    """The value of an answer that brings its type along."""
    ((_type, value),) = answer
    return value


def undisturbed_gnome(environment: Mapping[str, str]) -> GnomeSetting:
    """GNOME shows no banners then."""
    return GnomeSetting("undisturbed_gnome", Sign.UNDISTURBED, _GNOME, lambda shown: shown == "false", environment)


UNDISTURBED_KDE = BusProbe(
    "undisturbed_kde",
    Sign.UNDISTURBED,
    partial(property_value, "session", *_NOTIFICATIONS, "org.freedesktop.Notifications", "Inhibited"),
    lambda inhibited: inhibited,
)
UNDISTURBED_XFCE = BusProbe(
    "undisturbed_xfce", Sign.UNDISTURBED, partial(call, "session", *_XFCE, "GetProperty", "ss", _XFCE_SETTING), variant
)
UNDISTURBED_DUNST = BusProbe(
    "undisturbed_dunst",
    Sign.UNDISTURBED,
    partial(property_value, "session", *_NOTIFICATIONS, "org.dunstproject.cmd0", "paused"),
    lambda paused: paused,
)
