"""Whether a program uses a microphone or a camera, as Windows shows it beside the clock; not run so far."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple

from hipback_desktop.breaks.presence.reading import Reading, Sign

_STORE = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
_UNPACKED = "NonPackaged"


class Use(NamedTuple):
    """When a program last began and ended to use a device, in ticks of Windows; an end of 0 is still to come."""

    began: int
    ended: int


class CallsWindows:
    """``device`` is ``microphone`` or ``webcam``; ``uses`` tells what each program did with it."""

    sign = Sign.CALLED

    def __init__(self, device: str, uses: Callable[[str], Iterable[Use]] | None = None) -> None:
        self.name = f"{device}_windows"
        self._device = device
        self._uses = uses or _registered_uses

    def read(self) -> Reading:
        return any(use.began > 0 and use.ended == 0 for use in self._uses(self._device))


def _registered_uses(device: str) -> Iterable[Use]:
    """Programs from the store stand beside a key under which all others stand."""
    if sys.platform != "win32":
        raise OSError("not Windows")
    import winreg

    def keys(path: str) -> list[str]:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
            return [f"{path}\\{winreg.EnumKey(key, place)}" for place in range(winreg.QueryInfoKey(key)[0])]

    def ticks(path: str, name: str) -> int:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
            try:
                return int(winreg.QueryValueEx(key, name)[0])
            except FileNotFoundError:  # it never used the device
                return 0

    store = f"{_STORE}\\{device}"
    unpacked = f"{store}\\{_UNPACKED}"
    programs = [path for path in keys(store) if path != unpacked] + keys(unpacked)
    return [Use(ticks(path, "LastUsedTimeStart"), ticks(path, "LastUsedTimeStop")) for path in programs]
