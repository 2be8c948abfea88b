"""How long ago the last input was under Wayland, from a ladder of notices that the compositor was asked for.

It tells only that nothing happened for so long, or that something did; it tells without being asked, and not when. So
there is a notice for each rung, all of them wait in the socket until the probe looks, and nothing wakes up meanwhile.
The compositor of GNOME does not offer this, and has its own way (``idle_mutter``).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping

from hipback_desktop.breaks.presence.reading import Reading, Sign, Unknown
from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.wayland import WaylandConnection, WaylandError

RUNGS = (1, 2, 5, 10, 20, 40, 60, 90, 120, 180, 300, 600)
_NOTIFIER, _NEWEST = "ext_idle_notifier_v1", 2
_SEAT = "wl_seat"
_NOTICE, _INPUT_NOTICE = 1, 2  # the second, of version 2, is not kept back by a film
_IDLED, _RESUMED = 0, 1


class IdleWayland:
    """Reads the right time within a rung, and never a later input than there was one: it may only guess too early."""

    name = "idle_wayland"
    sign = Sign.IDLE

    def __init__(self, environment: Mapping[str, str], monotonic: Callable[[], float]) -> None:
        self._environment = environment
        self._monotonic = monotonic
        self._connection: WaylandConnection | None = None
        self._notices: dict[int, int] = {}
        self._latest_input: dict[int, float] = {}

    def read(self) -> Reading:
        try:
            if self._connection is None:
                self._connection = self._listening()
                return Unknown(_("It has only just begun to listen."))
            return self._idle_seconds(self._connection)
        except WaylandError as error:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            return Unknown(str(error))

    def _listening(self) -> WaylandConnection:
        server = WaylandConnection(self._environment)
        try:
            notifier, version = server.bind(_NOTIFIER, _NEWEST)
            seat, _version = server.bind(_SEAT, 1)
            self._notices = {server.new_id(): rung for rung in RUNGS}
            self._latest_input = {}
            request = _INPUT_NOTICE if version >= _INPUT_NOTICE else _NOTICE
            for notice, rung in self._notices.items():
                server.send(notifier, request, struct.pack("=III", notice, rung * 1000, seat))
            server.finish()
        except WaylandError:
            server.close()
            raise
        return server

    def _idle_seconds(self, server: WaylandConnection) -> float:
        """Since the earliest of the moments that the rungs leave for the last input; nothing idle is just now."""
        now = self._monotonic()
        for event in server.said():
            rung = self._notices.get(event.sender)
            if rung is not None and event.number == _IDLED:
                self._latest_input[rung] = now - rung
            elif rung is not None and event.number == _RESUMED:
                self._latest_input.pop(rung, None)
        return now - min(self._latest_input.values(), default=now)
