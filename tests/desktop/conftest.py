"""Folders for sockets, and a session bus with a notification server on it."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.desktop.notifications import Notifier
from tests.desktop.notified import ICON, VIEW, Told
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from tests.desktop.notification_server import Bus, NotificationServer


@pytest.fixture
def run_dir() -> Iterator[Path]:
    """A folder with a short name: the path of a socket has little room."""
    with tempfile.TemporaryDirectory(prefix="hb") as folder:
        yield Path(folder)


@pytest.fixture
def bus(run_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """A bus of the test's own in the place of the session's."""
    if sys.platform != "linux" or shutil.which("dbus-daemon") is None:
        pytest.skip("there is no D-Bus here")
    from tests.desktop.notification_server import Bus

    bus = Bus(run_dir)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    yield bus
    bus.end()


@pytest.fixture
def new_server(bus: Bus) -> Iterator[Callable[..., NotificationServer]]:
    """Makes servers that differ in what they can do."""
    from tests.desktop.notification_server import NotificationServer

    servers = []

    def new(*arguments: Any, **named: Any) -> NotificationServer:
        servers.append(NotificationServer(bus, *arguments, **named))
        return servers[-1]

    yield new
    for server in servers:
        server.end()


@pytest.fixture
def server(new_server: Callable[..., NotificationServer]) -> NotificationServer:
    return new_server()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def notifier(qtbot: QtBot, clock: FakeClock) -> Iterator[Notifier]:
    notifier = Notifier(clock, ICON)
    yield notifier
    notifier.close()


@pytest.fixture
def told(notifier: Notifier) -> Told:
    return Told(notifier)


@pytest.fixture
def shown(notifier: Notifier, server: NotificationServer, clock: FakeClock, qtbot: QtBot) -> Notifier:
    """It shows, and may be answered."""
    notifier.notify(VIEW)
    qtbot.waitUntil(lambda: notifier._id is not None)
    clock.advance(2)
    return notifier
