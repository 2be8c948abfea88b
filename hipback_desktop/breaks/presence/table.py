"""Which probes a platform has, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.breaks.presence.reading import Sign

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.breaks.presence.reading import Probe


def probes_of(platform: str, environment: Mapping[str, str]) -> tuple[Probe, ...]:
    """Those first that nobody can keep waiting: a bus that hangs takes all the time there is.

    ``platform`` is named as in ``sys.platform``.
    """
    if platform == "win32":
        return _windows()
    return _macos() if platform == "darwin" else _linux(environment)


def _linux(environment: Mapping[str, str]) -> tuple[Probe, ...]:
    from hipback_desktop.breaks.presence import do_not_disturb, inhibitors
    from hipback_desktop.breaks.presence.camera import Camera
    from hipback_desktop.breaks.presence.desktop_reminds import desktop_reminds_gnome
    from hipback_desktop.breaks.presence.full_screen_x11 import full_screen_x11
    from hipback_desktop.breaks.presence.idle_mutter import IDLE_MUTTER
    from hipback_desktop.breaks.presence.idle_wayland import IdleWayland
    from hipback_desktop.breaks.presence.idle_x11 import idle_x11
    from hipback_desktop.breaks.presence.lock_logind import LOCK_LOGIND
    from hipback_desktop.breaks.presence.lock_screen_saver import LockScreenSaver
    from hipback_desktop.breaks.presence.microphone import Microphone
    from hipback_desktop.clock import SystemClock

    return (
        idle_x11(environment),
        IDLE_MUTTER,
        IdleWayland(environment, SystemClock().monotonic),
        full_screen_x11(environment),
        Camera(),
        Microphone(environment),
        LOCK_LOGIND,
        LockScreenSaver(),
        do_not_disturb.UNDISTURBED_KDE,
        do_not_disturb.UNDISTURBED_XFCE,
        do_not_disturb.UNDISTURBED_DUNST,
        do_not_disturb.undisturbed_gnome(environment),
        inhibitors.INHIBITED_GNOME,
        inhibitors.INHIBITED_KDE,
        inhibitors.INHIBITED_LOGIND,
        desktop_reminds_gnome(environment),
    )


def _windows() -> tuple[Probe, ...]:
    from hipback_desktop.breaks.presence.calls_windows import CallsWindows
    from hipback_desktop.breaks.presence.idle_windows import IdleWindows
    from hipback_desktop.breaks.presence.notification_state_windows import NotificationStateWindows

    return (
        IdleWindows(),
        NotificationStateWindows(Sign.FULL_SCREEN),
        NotificationStateWindows(Sign.UNDISTURBED),
        CallsWindows("microphone"),
        CallsWindows("webcam"),
    )


def _macos() -> tuple[Probe, ...]:
    from hipback_desktop.breaks.presence.idle_macos import IdleMacos

    return (IdleMacos(),)
