"""What this desktop has of notifications with buttons, a tray, a list of players for media keys, and something that
keeps the screen on, asked without a window; each in a sentence.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.bus import BusError, call
from hipback_desktop.desktop.keep_awake_services import services_in
from hipback_desktop.desktop.keep_awake_x11 import X11KeepAwake
from hipback_desktop.desktop.x11 import X11Connection, X11Error

Call = Callable[..., tuple[Any, ...]]
"""As ``bus.call``."""

_BUS = ("session", "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
_NAME = "org.freedesktop.Notifications"
_NOTIFICATIONS = ("session", _NAME, "/org/freedesktop/Notifications", _NAME)
_WATCHER = "org.kde.StatusNotifierWatcher"
_TRAY = ("session", _WATCHER, "/StatusNotifierWatcher", "org.freedesktop.DBus.Properties")


@dataclass(frozen=True, slots=True)
class SurfaceFinding:
    """What there is, or what stands in for it."""

    ok: bool
    sentence: str


def notifications_found(platform: str = sys.platform, asks: Call = call) -> SurfaceFinding:
    """Whether a break can be offered as a notification."""
    if platform in ("win32", "darwin"):
        return SurfaceFinding(False, _("Without buttons on this system; a break is offered in a window."))
    try:
        (capabilities,) = asks(*_NOTIFICATIONS, "GetCapabilities")
        server = asks(*_NOTIFICATIONS, "GetServerInformation")[0]
    except BusError as error:
        if _can_be_started(asks):
            return SurfaceFinding(True, _("They start when the first is shown."))
        return SurfaceFinding(False, _("{reason} A break is offered in a window.").format(reason=error))
    if "actions" in capabilities:
        return SurfaceFinding(True, _("With buttons ({server}).").format(server=server))
    return SurfaceFinding(False, _("Without buttons ({server}); a break is offered in a window.").format(server=server))


def tray_found(
    environment: Mapping[str, str],
    platform: str = sys.platform,
    asks: Call = call,
    connect: Callable[[Mapping[str, str]], X11Connection] = X11Connection,
) -> SurfaceFinding:
    """Whether there is a place for the icon."""
    if platform in ("win32", "darwin") or _has_host(asks) or _has_manager(environment, connect):
        return SurfaceFinding(True, _("There is one."))
    return SurfaceFinding(False, _("There is none; Hipback stays reachable by its window and by “hipback”."))


def keep_awake_found(
    environment: Mapping[str, str],
    platform: str = sys.platform,
    asks: Call = call,
    x11: Callable[[Mapping[str, str]], X11KeepAwake] = X11KeepAwake,
) -> SurfaceFinding:
    """Whether the screen can be kept on during a session."""
    if platform in ("win32", "darwin") or _has_service(environment, asks) or _x11_keeps(x11(environment)):
        return SurfaceFinding(True, _("The screen stays on during a session."))
    return SurfaceFinding(False, _("Nothing here can keep the screen on; it may turn off during a session."))


def media_keys_found(platform: str = sys.platform, asks: Call = call) -> SurfaceFinding:
    """Whether headset buttons and the like reach a session whose window is not in front."""
    in_front = _("They reach a session while its window is in front.")
    if platform in ("win32", "darwin"):
        return SurfaceFinding(False, in_front)
    try:
        asks(*_BUS, "GetId")
    except BusError as error:
        return SurfaceFinding(False, f"{error} {in_front}")
    return SurfaceFinding(
        True, _("Headset and media keys work during a session, also when the window is not in front.")
    )


def _can_be_started(asks: Call) -> bool:
    try:
        return _NAME in asks(*_BUS, "ListActivatableNames")[0]
    except BusError:
        return False


def _has_service(environment: Mapping[str, str], asks: Call) -> bool:
    """One of those that keep the screen on."""
    try:
        names = asks(*_BUS, "ListNames")[0]
    except BusError:
        return False
    return any(service.name in names for service in services_in(environment))


def _x11_keeps(keep_awake: X11KeepAwake) -> bool:
    """Tried for a moment."""
    keep_awake.hold()
    is_held = keep_awake.is_held
    keep_awake.release()
    return is_held


def _has_host(asks: Call) -> bool:
    """The tray of KDE, Xfce and others, across D-Bus."""
    try:
        ((_type, has_host),) = asks(*_TRAY, "Get", "ss", (_WATCHER, "IsStatusNotifierHostRegistered"))
    except BusError:
        return False
    return bool(has_host)


def _has_manager(environment: Mapping[str, str], connect: Callable[[Mapping[str, str]], X11Connection]) -> bool:
    """The older tray of X11."""
    try:
        connection = connect(environment)
    except X11Error:
        return False
    try:
        return connection.selection_owner("_NET_SYSTEM_TRAY_S0") != 0
    except X11Error:
        return False
    finally:
        connection.close()
