"""What the signs and the places that tell them are called, and what they say."""

from __future__ import annotations

from hipback_desktop.breaks.presence.reading import Reading, Sign, Unknown
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext

_MINUTE = 60


def title_of(sign: Sign) -> str:
    """What it is called."""
    return {
        Sign.IDLE: _("Keyboard and mouse"),
        Sign.LOCKED: _("Locked screen"),
        Sign.INHIBITED: _("Films and talks"),
        Sign.CALLED: _("Calls"),
        Sign.UNDISTURBED: _("Do not disturb"),
        Sign.FULL_SCREEN: _("Full screen"),
        Sign.DESKTOP_REMINDS: _("Reminders of the desktop"),
    }[sign]


def purpose_of(sign: Sign) -> str:
    """What it is good for."""
    return {
        Sign.IDLE: _("Tells sitting from an empty chair. Without it the reminder goes by the clock alone."),
        Sign.LOCKED: _("While the screen is locked you are taken to be away."),
        Sign.INHIBITED: _("Tells watching, which is sitting without typing, from being away."),
        Sign.CALLED: _("A call is sitting, and no time for a reminder."),
        Sign.UNDISTURBED: _("The reminder waits until you let yourself be disturbed again."),
        Sign.FULL_SCREEN: _("The reminder waits while a film or a presentation fills the screen."),
        Sign.DESKTOP_REMINDS: _("So that you are not reminded twice."),
    }[sign]


def reading_text(sign: Sign, reading: Reading) -> str:
    """What is the case now, in a sentence."""
    if isinstance(reading, Unknown):
        return reading.reason
    if sign is Sign.IDLE:
        return _idle_text(reading)
    yes, no = {
        Sign.LOCKED: (_("The screen is locked."), _("The screen is not locked.")),
        Sign.INHIBITED: (_("Something keeps the screen awake."), _("Nothing keeps the screen awake.")),
        Sign.CALLED: (_("It is in use."), _("It is not in use.")),
        Sign.UNDISTURBED: (_("It is on."), _("It is off.")),
        Sign.FULL_SCREEN: (_("Something fills the whole screen."), _("Nothing fills the whole screen.")),
        Sign.DESKTOP_REMINDS: (_("It reminds you to move."), _("It does not remind you to move.")),
    }[sign]
    return yes if reading else no


def _idle_text(seconds: float) -> str:
    if seconds < _MINUTE:
        count = int(seconds)
        return ngettext("Last used {count} second ago.", "Last used {count} seconds ago.", count).format(count=count)
    count = int(seconds // _MINUTE)
    return ngettext("Last used {count} minute ago.", "Last used {count} minutes ago.", count).format(count=count)


def source_name(probe_name: str) -> str:
    """Where a probe asks."""
    return {
        "idle_x11": _("X server"),
        "idle_mutter": _("GNOME"),
        "idle_wayland": _("Wayland"),
        "idle_windows": _("Windows"),
        "idle_macos": _("macOS"),
        "lock_logind": _("Login service"),
        "lock_screen_saver": _("Screen saver"),
        "inhibited_gnome": _("GNOME"),
        "inhibited_kde": _("KDE"),
        "inhibited_logind": _("Login service"),
        "microphone": _("Microphone"),
        "microphone_windows": _("Microphone"),
        "camera": _("Camera"),
        "webcam_windows": _("Camera"),
        "undisturbed_gnome": _("GNOME"),
        "undisturbed_kde": _("KDE"),
        "undisturbed_xfce": _("Xfce"),
        "undisturbed_dunst": _("dunst"),
        "undisturbed_windows": _("Windows"),
        "full_screen_x11": _("X server"),
        "full_screen_windows": _("Windows"),
        "desktop_reminds_gnome": _("GNOME"),
    }[probe_name]
