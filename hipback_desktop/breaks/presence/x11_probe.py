"""A probe that asks the X server, over a connection that it keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hipback_desktop.breaks.presence.reading import Reading, Sign, Unknown
from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.x11 import X11Connection, X11Error

PEEK_MS = 20


class X11Probe:
    """A connection that broke is made anew when it is asked again."""

    def __init__(
        self, name: str, sign: Sign, ask: Callable[[X11Connection], Reading], environment: Mapping[str, str]
    ) -> None:
        self.name = name
        self.sign = sign
        self._ask = ask
        self._environment = environment
        self._connection: X11Connection | None = None

    def peek(self) -> Reading | None:
        """The reading at once, over the connection that there is; None when it takes longer than a blink."""
        connection = self._connection
        if connection is None:
            return None
        connection.patience_ms = PEEK_MS
        try:
            return self._ask(connection)
        except X11Error:  # asked again where there is time for it
            return None
        finally:
            connection.patience_ms = None

    def read(self) -> Reading:
        if self._environment.get("WAYLAND_DISPLAY"):
            return Unknown(_("Under Wayland, X11 knows only of some of the windows."))
        try:
            if self._connection is None:
                self._connection = X11Connection(self._environment)
            return self._ask(self._connection)
        except X11Error as error:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            return Unknown(str(error))
