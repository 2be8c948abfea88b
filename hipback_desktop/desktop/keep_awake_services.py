"""Who keeps the screen on where D-Bus is, in the order in which they are asked; each desktop has one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

_GNOME_IDLE: Final = 8


@dataclass(frozen=True, slots=True)
class Service:
    """Who can keep the screen on; ``undo`` takes back what it gave as an answer, where closing does not suffice."""

    name: str
    path: str
    interface: str
    signature: str
    undo: str = ""

    def wish(self, reason: str) -> tuple[Any, ...]:
        """What ``Inhibit`` takes."""
        return {
            "ss": ("Hipback", reason),
            "susu": ("hipback", 0, reason, _GNOME_IDLE),
            "sua{sv}": ("", _GNOME_IDLE, {"reason": ("s", reason)}),
        }[self.signature]


_SAVER: Final = "org.freedesktop.ScreenSaver"
_GNOME: Final = "org.gnome.SessionManager"
_PORTAL: Final = "org.freedesktop.portal"
_SERVICES: Final = (
    Service(_SAVER, "/org/freedesktop/ScreenSaver", _SAVER, "ss", undo="UnInhibit"),  # KDE, GNOME, Xfce, LXQt
    Service(_GNOME, "/org/gnome/SessionManager", _GNOME, "susu", undo="Uninhibit"),  # MATE, Cinnamon
)
PORTAL: Final = Service(f"{_PORTAL}.Desktop", "/org/freedesktop/portal/desktop", f"{_PORTAL}.Inhibit", "sua{sv}")


def services_in(environment: Mapping[str, str]) -> tuple[Service, ...]:
    """The portal takes every wish, also where nothing stands behind it: it is for who can ask nobody else."""
    is_sandboxed = "FLATPAK_ID" in environment or "SNAP" in environment
    return (*_SERVICES, PORTAL) if is_sandboxed else _SERVICES
