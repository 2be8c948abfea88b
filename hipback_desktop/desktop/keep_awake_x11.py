"""Keeps the screen on where no service of the desktop does: X itself turns it off there, and lets that be put off."""

from __future__ import annotations

import logging
import struct
from collections.abc import Mapping
from typing import Final

from hipback_desktop.desktop.x11 import X11Connection, X11Error

_SCREEN_SAVER: Final = "MIT-SCREEN-SAVER"
_QUERY, _SUSPEND = 1, 5
_log = logging.getLogger(__name__)


class X11KeepAwake:
    """The X server puts off its screen saver, and power saving with it, as long as the connection is open."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._connection: X11Connection | None = None

    @property
    def is_held(self) -> bool:
        """Whether the server took the wish."""
        return self._connection is not None

    def hold(self) -> None:
        """Under Wayland the X server has no say over the screen."""
        if self.is_held or "WAYLAND_DISPLAY" in self._environment:
            return
        try:
            connection = X11Connection(self._environment)
            # It has no reply; that to the next request says that it came.
            connection.send_to_extension(_SCREEN_SAVER, _SUSPEND, b"\1\0\0\0")
            connection.ask_extension(_SCREEN_SAVER, _QUERY, struct.pack("=I", connection.root))
        except X11Error as error:
            _log.info("the X server does not keep the screen on: %s", error)
            return
        self._connection = connection

    def release(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
