"""Whether GNOME reminds to move by itself (Settings, Wellbeing)."""

from __future__ import annotations

from collections.abc import Mapping

from hipback_desktop.breaks.presence.gnome_setting import GnomeSetting
from hipback_desktop.breaks.presence.reading import Sign

SETTING = ("org.gnome.desktop.break-reminders", "selected-breaks")


def has_movement(selected: str) -> bool:
    """The setting is a list such as ``['eyesight', 'movement']``."""
    return "'movement'" in selected


def desktop_reminds_gnome(environment: Mapping[str, str]) -> GnomeSetting:
    """The probe; GNOME before 48 has no such setting, and says so."""
    return GnomeSetting("desktop_reminds_gnome", Sign.DESKTOP_REMINDS, SETTING, has_movement, environment)
