"""A connection to the session bus that stays open and never blocks: what comes, comes through the event loop."""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from hipback_desktop.core.language import gettext as _

_AT_ONCE = 65_536

Body = tuple[Any, ...]
Answer = Callable[[Body | None], None]
"""Takes what a call answered, or None for an error."""


class BusLink(QObject):
    """Opened once; ``signalled`` carries member and body of what it listens to.

    QtDBus cannot send unsigned integers from Python. Jeepney, imported when the link is opened, can; but its own
    connections wait for what they read.
    """

    opened = Signal()
    signalled = Signal(str, tuple)
    lost = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._serials = count(1)
        self._waiting: dict[int, Answer] = {}
        self._serve: Callable[[Any], object] | None = None
        self.is_open = False
        self._authenticator: Any = None
        self._parser: Any = None

    def open(self) -> None:
        """Begins to connect; ``opened`` or ``lost`` follows."""
        try:
            from jeepney import Parser
            from jeepney.auth import Authenticator

            self._parser, self._authenticator = Parser(), Authenticator()
            self._socket = socket.socket(socket.AF_UNIX)
            self._socket.setblocking(False)
            self._socket.connect(_address())
            self._send(self._authenticator.data_to_send())
        except (ImportError, OSError, RuntimeError, ValueError, AttributeError) as error:  # AttributeError: no AF_UNIX
            self._lose(error)
            return
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_readable)

    def call(
        self,
        name: str,
        path: str,
        member: str,
        signature: str = "",
        body: Body = (),
        answer: Answer | None = None,
        *,
        interface: str = "",
        starts: bool = True,
    ) -> None:
        """Calls a method, of the interface that is called like the service unless another is named.

        A service that does not run is started for it, or it is an error where it is not to start.
        """
        from jeepney import DBusAddress, MessageFlag, new_method_call

        message = new_method_call(DBusAddress(path, name, interface or name), member, signature or None, body)
        if not starts:
            message.header.flags |= MessageFlag.no_auto_start
        self.send(message, answer)

    def listen(self, rule: str) -> None:
        """Hears the signals that a match rule of the bus lets through."""
        from jeepney import message_bus

        self.send(message_bus.AddMatch(rule))

    def serve(self, serve: Callable[[Any], object]) -> None:
        """Hands on, as jeepney's messages, what other programs call here."""
        self._serve = serve

    def send(self, message: Any, answer: Answer | None = None) -> None:
        """Any message of jeepney's; to nobody when the connection is closed."""
        serial = next(self._serials)
        if answer is not None:
            self._waiting[serial] = answer
        try:
            self._send(message.serialise(serial))
        except OSError as error:
            self._lose(error)

    def close(self) -> None:
        """Nothing comes any more."""
        self.is_open = False
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        self._waiting.clear()
        self._serve = None

    def _send(self, octets: bytes) -> None:
        if self._socket is not None:
            self._socket.sendall(octets)

    def _on_readable(self) -> None:
        if self._socket is None:
            return
        try:
            octets = self._socket.recv(_AT_ONCE)
            if not octets:
                raise ConnectionResetError(_("the bus has ended"))
            if self._authenticator.authenticated:
                self._take(octets)
            else:
                self._authenticate(octets)
        except BlockingIOError:
            return
        except (OSError, ValueError) as error:
            self._lose(error)

    def _authenticate(self, octets: bytes) -> None:
        from jeepney import message_bus
        from jeepney.auth import BEGIN

        self._authenticator.feed(octets)
        if self._authenticator.authenticated:
            self._send(BEGIN)
            self.send(message_bus.Hello(), self._on_hello)

    def _on_hello(self, _name: Body | None) -> None:
        self.is_open = True
        self.opened.emit()

    def _take(self, octets: bytes) -> None:
        from jeepney import HeaderFields, MessageType

        self._parser.add_data(octets)
        while self._socket is not None and (message := self._next_message()) is not None:
            kind, fields = message.header.message_type, message.header.fields
            if kind is MessageType.method_call:
                if self._serve is not None:
                    self._serve(message)
            elif kind is MessageType.signal:
                self.signalled.emit(fields.get(HeaderFields.member, ""), message.body)
            elif (answer := self._waiting.pop(fields.get(HeaderFields.reply_serial), None)) is not None:
                answer(None if kind is MessageType.error else message.body)

    def _next_message(self) -> Any:
        try:
            return self._parser.get_next_message()
        except (LookupError, TypeError, AssertionError, struct.error) as error:
            raise ValueError(_("the bus sends what cannot be read")) from error

    def _lose(self, error: Exception) -> None:
        self.close()
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        self.lost.emit(reason)


def _address() -> str:
    """Where the session bus listens: what the environment says, else the place systemd gives it."""
    from jeepney.bus import get_bus

    named = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    usual = Path(os.environ.get("XDG_RUNTIME_DIR", "")) / "bus"
    if named:
        return str(get_bus(named))
    if not usual.is_absolute() or not usual.exists():
        raise RuntimeError(_("this session has no bus"))
    return str(usual)
