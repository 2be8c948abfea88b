"""Another program on the bus, which calls what ours offers and hears its signals."""

from __future__ import annotations

from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageFlag, MessageType, new_method_call
from jeepney.bus_messages import MatchRule
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QSocketNotifier
from pytestqt.qtbot import QtBot

from tests.desktop.notification_server import Bus

STANDARD = "org.freedesktop.DBus"


class Caller:
    """Reads in the event loop of the test, in which ours answers as well."""

    def __init__(self, bus: Bus, qtbot: QtBot, path: str) -> None:
        self.told: list[tuple[str, tuple[Any, ...]]] = []
        self._answers: dict[int, Message] = {}
        self._qtbot = qtbot
        self._path = path
        self._connection = open_dbus_connection(bus.address)
        self._connection.bus_proxy.AddMatch(MatchRule(type="signal", path=path))
        self._notifier = QSocketNotifier(self._connection.sock.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_readable)

    def end(self) -> None:
        self._notifier.setEnabled(False)
        self._connection.close()

    def owns(self, name: str) -> bool:
        """Whether somebody has the name."""
        call = new_method_call(DBusAddress("/org/freedesktop/DBus", STANDARD, STANDARD), "NameHasOwner", "s", (name,))
        return bool(self._asked(call).body[0])

    def call(
        self, name: str, interface: str, member: str, signature: str = "", *body: Any, path: str = ""
    ) -> tuple[Any, ...]:
        """What a method answers; the name of the error when it is refused."""
        address = DBusAddress(path or self._path, name, interface or None)
        answer = self._asked(new_method_call(address, member, signature or None, body))
        if answer.header.message_type is MessageType.error:
            return (str(answer.header.fields[HeaderFields.error_name]).rpartition(".")[2],)
        return tuple(answer.body)

    def value(self, name: str, interface: str, wanted: str) -> Any:
        """A property."""
        ((_type, value),) = self.call(name, f"{STANDARD}.Properties", "Get", "ss", interface, wanted)
        return value

    def cast(self, name: str, interface: str, member: str) -> None:
        """A call that wants no answer."""
        message = new_method_call(DBusAddress(self._path, name, interface), member)
        message.header.flags |= MessageFlag.no_reply_expected
        self._connection.send(message)

    def _asked(self, message: Message) -> Message:
        serial = next(self._connection.outgoing_serial)
        self._connection.send(message, serial=serial)
        self._qtbot.waitUntil(lambda: serial in self._answers)
        return self._answers[serial]

    def _on_readable(self) -> None:
        while True:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            except ConnectionResetError:  # the bus has ended
                self._notifier.setEnabled(False)
                return
            fields = message.header.fields
            if message.header.message_type is MessageType.signal:
                self.told.append((fields[HeaderFields.member], message.body))
            else:
                self._answers[fields[HeaderFields.reply_serial]] = message
