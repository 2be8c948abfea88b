"""A desktop's portal on the bus of the tests: it writes down what it is asked, and answers as it is told to."""

from __future__ import annotations

from typing import Any

from jeepney import HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import DBusAddress
from PySide6.QtCore import QSocketNotifier

from tests.desktop.notification_server import Bus

NAME = "org.freedesktop.portal.Desktop"
_HANDLE = "/org/freedesktop/portal/desktop/request/1_1/hipback"


class FakePortal:
    """``asked`` has the interface, the member and the options of each request."""

    def __init__(self, bus: Bus) -> None:
        self.asked: list[tuple[str, str, dict[str, Any]]] = []
        self.has_background = True
        self._connection = open_dbus_connection(bus.address)
        self._connection.bus_proxy.RequestName(NAME)
        self._notifier = QSocketNotifier(self._connection.sock.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_readable)

    def respond(self, code: int, **results: bool) -> None:
        """What the desktop, or the person it asked, decided."""
        self.send_response("ua{sv}", (code, {name: ("b", value) for name, value in results.items()}))

    def send_response(self, signature: str, body: tuple[object, ...]) -> None:
        """It may be of any kind."""
        emitter = DBusAddress(_HANDLE, interface="org.freedesktop.portal.Request")
        self._connection.send(new_signal(emitter, "Response", signature, body))

    def end(self) -> None:
        self._notifier.setEnabled(False)
        self._connection.close()

    def _on_readable(self) -> None:
        while True:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            fields = message.header.fields
            if message.header.message_type is not MessageType.method_call:
                continue
            if not self.has_background:
                self._connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", ("no",)))
                continue
            parent, options = message.body
            assert parent == ""
            plain = {name: value for name, (_type, value) in options.items()}
            self.asked.append((fields[HeaderFields.interface], fields[HeaderFields.member], plain))
            self._connection.send(new_method_return(message, "o", (_HANDLE,)))
