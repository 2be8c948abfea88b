"""Whether a program holds a camera open."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from hipback_desktop.breaks.presence.reading import Reading, Sign

_DEVICES = Path("/dev")
_PROCESSES = Path("/proc")


class Camera:
    """Looks through what one's own programs hold open; those of others are none of ours."""

    name = "camera"
    sign = Sign.CALLED

    def __init__(self, devices: Path = _DEVICES, processes: Path = _PROCESSES) -> None:
        self._devices = devices
        self._processes = processes

    def read(self) -> Reading:
        cameras = {str(device) for device in self._devices.glob("video*")}
        return bool(cameras) and any(held in cameras for held in self._held())

    def _held(self) -> Iterator[str]:
        for process in self._processes.glob("[0-9]*"):
            try:
                entries = list(os.scandir(process / "fd"))
            except OSError:  # somebody else's, or it has ended meanwhile
                continue
            for entry in entries:
                try:
                    yield str(Path(entry.path).readlink())
                except OSError:
                    continue
