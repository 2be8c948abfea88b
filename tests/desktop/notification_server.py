"""A session bus of the tests' own, and a notification server on it that writes down what it is asked."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jeepney import HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import DBusAddress
from PySide6.QtCore import QSocketNotifier

NAME = "org.freedesktop.Notifications"
_CONFIGURATION = """<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>"""
"""Without folders of services: nothing of this computer is ever started."""


class Bus:
    """A message bus in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "bus"
        configuration = folder / "bus.conf"
        configuration.write_text(_CONFIGURATION.format(socket=self.socket))
        self._process = subprocess.Popen(
            ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self._process.stdout.readline()  # it listens

    @property
    def address(self) -> str:
        return f"unix:path={self.socket}"

    def end(self) -> None:
        self._process.terminate()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


class NotificationServer:
    """Answers in the event loop of the test; ``refuses`` names the methods it has no answer but an error for."""

    def __init__(self, bus: Bus, capabilities: tuple[str, ...] = ("actions", "body"), refuses: str = "") -> None:
        self.notified: list[tuple[Any, ...]] = []
        self.closed: list[int] = []
        self.asked: list[str] = []
        self.is_silent = False
        self._capabilities = list(capabilities)
        self._refuses = refuses
        self._ids = iter(range(1, 100))
        self._connection = open_dbus_connection(bus.address)
        self._connection.bus_proxy.RequestName(NAME)
        self._notifier = QSocketNotifier(self._connection.sock.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_readable)
        self._answers: dict[str, tuple[str | None, Callable[[tuple[Any, ...]], tuple[Any, ...]]]] = {
            "GetCapabilities": ("as", lambda _body: (self._capabilities,)),
            "Notify": ("u", self._on_notify),
            "CloseNotification": (None, self._on_close),
        }

    def invoke(self, notification_id: int, key: str) -> None:
        """The person presses a button."""
        self._signal("ActionInvoked", "us", (notification_id, key))

    def close(self, notification_id: int, reason: int = 2) -> None:
        """The notification goes: 1 by itself, 2 because the person closed it."""
        self._signal("NotificationClosed", "uu", (notification_id, reason))

    def hand_token(self, notification_id: int, token: str) -> None:
        self._signal("ActivationToken", "us", (notification_id, token))

    def end(self) -> None:
        """The server leaves the bus."""
        self._notifier.setEnabled(False)
        self._connection.close()

    def _signal(self, member: str, signature: str, body: tuple[Any, ...]) -> None:
        emitter = DBusAddress("/org/freedesktop/Notifications", interface=NAME)
        self._connection.send(new_signal(emitter, member, signature, body))

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

    def _answer(self, message: Any) -> None:
        member = message.header.fields[HeaderFields.member]
        self.asked.append(member)
        if self.is_silent:
            return
        if member == self._refuses:
            self._connection.send(new_error(message, "org.example.Refused", "s", ("no",)))
            return
        signature, answer = self._answers[member]
        self._connection.send(new_method_return(message, signature, answer(message.body)))

    def _on_notify(self, body: tuple[Any, ...]) -> tuple[int]:
        self.notified.append(body)
        return (body[1] or next(self._ids),)

    def _on_close(self, body: tuple[Any, ...]) -> tuple[()]:
        self.closed.append(body[0])
        return ()
