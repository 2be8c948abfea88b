"""Keeps the screen on for as long as it is held, as each platform does that; gone with the program, however it ends."""

from __future__ import annotations

import os
import sys
from typing import Protocol

from PySide6.QtCore import QObject


class KeepAwake(Protocol):
    """A platform's way; where there is none the screen goes off as usual, and nobody is bothered with it."""

    def hold(self) -> None:
        """From now on; held already, it stays so."""
        ...

    def release(self) -> None:
        """No longer."""
        ...


def new_keep_awake(parent: QObject, platform: str = sys.platform) -> KeepAwake:
    """That of this platform."""
    if platform == "win32":
        from hipback_desktop.desktop.keep_awake_windows import WindowsKeepAwake

        return WindowsKeepAwake()
    if platform == "darwin":
        from hipback_desktop.desktop.keep_awake_macos import MacosKeepAwake

        return MacosKeepAwake()
    from hipback_desktop.desktop.keep_awake_bus import BusKeepAwake
    from hipback_desktop.desktop.keep_awake_services import services_in
    from hipback_desktop.desktop.keep_awake_x11 import X11KeepAwake

    return BusKeepAwake(services_in(os.environ), parent, X11KeepAwake(os.environ))
