"""A service that keeps the screen on for whoever asks, until they take it back or leave the bus, and writes it down."""

from __future__ import annotations

from typing import Any

from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import MatchRule
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QSocketNotifier

from tests.desktop.notification_server import Bus

COOKIE = 4_000_000_000
HANDLE = "/org/freedesktop/portal/desktop/request/1"


class ScreenSaver:
    """Answers in the event loop of the test, or when it is told to at last, if it is slow.

    ``kept_for`` has the reasons given by those it keeps the screen on for.
    """

    def __init__(self, bus: Bus, name: str, *, refuses: bool = False, is_slow: bool = False) -> None:
        self.kept_for: dict[str, str] = {}
        self.asked: list[tuple[str, str, tuple[Any, ...]]] = []
        self._refuses = refuses
        self._is_slow = is_slow
        self._unsent: list[Any] = []
        self._connection = open_dbus_connection(bus.address)
        self._connection.bus_proxy.RequestName(name)
        owners = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        self._connection.bus_proxy.AddMatch(owners)
        self._notifier = QSocketNotifier(self._connection.sock.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_readable)

    def answer_at_last(self) -> None:
        """Sends what it had to say."""
        while self._unsent:
            self._connection.send(self._unsent.pop(0))

    def end(self) -> None:
        self._notifier.setEnabled(False)
        self._connection.close()

    def _on_readable(self) -> None:
        while True:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            except ConnectionResetError:  # the bus has ended
                self._notifier.setEnabled(False)
                return
            if message.header.message_type is MessageType.method_call:
                self._answer(message)
            elif message.header.fields.get(HeaderFields.member) == "NameOwnerChanged" and not message.body[2]:
                self.kept_for.pop(message.body[0], None)  # as the services of the desktops do

    def _answer(self, message: Any) -> None:
        fields = message.header.fields
        member, sender = fields[HeaderFields.member], fields[HeaderFields.sender]
        self.asked.append((fields[HeaderFields.interface], member, message.body))
        if self._refuses:
            self._connection.send(new_error(message, "org.example.Refused", "s", ("no",)))
            return
        if member == "Inhibit":
            self.kept_for[sender] = next(str(part) for part in reversed(message.body) if not isinstance(part, int))
            is_portal = fields[HeaderFields.signature] == "sua{sv}"
            answer: tuple[str, tuple[Any, ...]] = ("o", (HANDLE,)) if is_portal else ("u", (COOKIE,))
            self._unsent.append(new_method_return(message, *answer))
            if not self._is_slow:
                self.answer_at_last()
        else:
            assert message.body == (COOKIE,)
            self.kept_for.pop(sender)
            self._connection.send(new_method_return(message))
