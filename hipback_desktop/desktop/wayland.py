"""A connection to the Wayland compositor of our own: its protocol is spoken here, as far as a question needs it.

Qt keeps its own connection to itself, and what is wanted is not to be woken: what the compositor says waits in the
socket until somebody looks.
"""

from __future__ import annotations

import socket
import struct
import sys
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hipback_desktop.core.errors import HipbackError
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PATIENCE_SECONDS = 1.0
_MUCH = 65_536
_HEAD = 8
_DISPLAY, _REGISTRY = 1, 2
_SYNC, _GET_REGISTRY, _BIND = 0, 1, 0
_FAULT, _GLOBAL = 0, 0


class WaylandError(HipbackError):
    """The compositor cannot be asked; the text says why."""


class Event(NamedTuple):
    """What an object said; ``number`` is which of its events."""

    sender: int
    number: int
    body: bytes


class WaylandConnection:
    """Opened when it is made; for one thread at a time."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._socket = _connected(environment)
        self._end = weakref.finalize(self, self._socket.close)  # also when nobody needs it any more
        self._end.atexit = False
        self._unread = b""
        self._last_id = _REGISTRY
        self._offers: dict[str, tuple[int, int]] = {}
        try:
            self.send(_DISPLAY, _GET_REGISTRY, struct.pack("=I", _REGISTRY))
            for event in self.finish():
                if event.sender == _REGISTRY and event.number == _GLOBAL:
                    self._note_offer(event.body)
        except WaylandError:
            self.close()
            raise

    def close(self) -> None:
        """Ends the connection, and with it all that was made over it."""
        self._end()

    def new_id(self) -> int:
        """The number of an object that is about to be made."""
        self._last_id += 1
        return self._last_id

    def bind(self, interface: str, newest: int) -> tuple[int, int]:
        """An object of the compositor, and its version, which is ``newest`` at most."""
        if interface not in self._offers:
            raise WaylandError(_("This desktop does not offer {interface}.").format(interface=interface))
        name, offered = self._offers[interface]
        version, made = min(offered, newest), self.new_id()
        text = interface.encode() + b"\0"
        padded = struct.pack("=I", len(text)) + text + bytes(-len(text) % 4)
        self.send(_REGISTRY, _BIND, struct.pack("=I", name) + padded + struct.pack("=II", version, made))
        return made, version

    def send(self, receiver: int, number: int, body: bytes) -> None:
        """A request; the answer, if any, is an event."""
        try:
            self._socket.settimeout(_PATIENCE_SECONDS)
            self._socket.sendall(struct.pack("=II", receiver, (_HEAD + len(body)) << 16 | number) + body)
        except OSError as error:
            raise _gone() from error

    def finish(self) -> list[Event]:
        """Waits until all that was sent is done, and hands back what was said up to then."""
        done = self.new_id()
        self.send(_DISPLAY, _SYNC, struct.pack("=I", done))
        events: list[Event] = []
        while not any(event.sender == done for event in events):
            self._unread += self._received(_PATIENCE_SECONDS)
            events += self._complete_events()
        return events

    def said(self) -> list[Event]:
        """What was said since, without waiting."""
        while more := self._received(0):
            self._unread += more
        return list(self._complete_events())

    def _received(self, patience_seconds: float) -> bytes:
        try:
            self._socket.settimeout(patience_seconds)
            received = self._socket.recv(_MUCH)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise _gone() from error
        if not received:
            raise _gone()
        return received

    def _complete_events(self) -> Iterator[Event]:
        while len(self._unread) >= _HEAD:
            sender, size_and_number = struct.unpack_from("=II", self._unread)
            size = size_and_number >> 16
            if size < _HEAD:
                raise _gone()
            if len(self._unread) < size:
                return
            event = Event(sender, size_and_number & 0xFFFF, self._unread[_HEAD:size])
            self._unread = self._unread[size:]
            if event.sender == _DISPLAY and event.number == _FAULT:
                raise _gone()
            yield event

    def _note_offer(self, body: bytes) -> None:
        name, length = struct.unpack_from("=II", body)
        text = body[_HEAD : _HEAD + length - 1].decode(errors="replace")
        (version,) = struct.unpack_from("=I", body, len(body) - 4)
        self._offers.setdefault(text, (name, version))


def _connected(environment: Mapping[str, str]) -> socket.socket:
    display, folder = environment.get("WAYLAND_DISPLAY"), environment.get("XDG_RUNTIME_DIR", "")
    if sys.platform == "win32" or not display:
        raise WaylandError(_("There is no Wayland here."))
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(_PATIENCE_SECONDS)
    try:
        connection.connect(str(Path(folder) / display))
    except OSError as error:
        connection.close()
        raise _gone() from error
    return connection


def _gone() -> WaylandError:
    return WaylandError(_("The Wayland compositor does not answer."))
