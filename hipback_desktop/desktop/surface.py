"""Where a prompt can show on this desktop: a window where windows may be placed, else a notification with buttons."""

from __future__ import annotations

from hipback_desktop.core.prompt import Surface


def surface_for(wished: Surface | None, qt_platform: str, offers_actions: bool | None) -> Surface:
    """The surface to use; ``wished`` is None for the one that suits the desktop best.

    ``qt_platform`` is what Qt draws on. Under Wayland nobody may place a window, keep it above the others or show it
    without taking the keyboard. ``offers_actions`` is whether notifications have buttons: None while nobody has asked,
    and one that turns out to have none tells so, for the window to take its place.
    """
    if wished is Surface.FULL_SCREEN:
        return wished
    prefers_notification = wished is Surface.NOTIFICATION or (wished is None and qt_platform.startswith("wayland"))
    return Surface.NOTIFICATION if prefers_notification and offers_actions is not False else Surface.WINDOW
