"""A bus that sends nonsense loses the connection, and nothing else happens."""

from __future__ import annotations

import random
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from hipback_desktop.desktop.bus_link import BusLink

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there is no D-Bus here")

SIGNAL_WITHOUT_NAME = b"l\4\0\1" + bytes(4) + b"\1\0\0\0" + bytes(4)
NONSENSE = {
    "no message": b"\0" * 64,
    "text": b"HTTP/1.1 400 Bad Request\r\n\r\n" * 4,
    "an unknown kind": b"l\x09\0\1" + bytes(4) + b"\1\0\0\0" + bytes(4),
    "an unknown field": b"l\1\0\1" + bytes(4) + b"\1\0\0\0" + b"\7\0\0\0" + b"\x63\1s\0\1\0\0\0" + b"a\0" + bytes(6),
    "a broken signature": b"l\1\0\1" + bytes(4) + b"\1\0\0\0" + b"\5\0\0\0" + b"\1\1(\0\0" + bytes(11),
    **{f"noise {seed}": b"l" + random.Random(seed).randbytes(400) for seed in range(20)},
}


@pytest.fixture
def bus_that_says(run_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes], None]]:
    """Lets everybody in, says this, and hangs up."""
    path = run_dir / "bus"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={path}")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(path))
    listening.listen()
    threads = []

    def say(words: bytes) -> None:
        connection, _address = listening.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n")
            heard = b""
            while b"Hello" not in heard:
                heard += connection.recv(4096)
            connection.sendall(words)

    def start(words: bytes) -> None:
        threads.append(threading.Thread(target=say, args=(words,), daemon=True))
        threads[0].start()

    yield start
    for thread in threads:
        thread.join()
    listening.close()


@pytest.mark.parametrize("words", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_ends_the_connection(bus_that_says: Callable[[bytes], None], qtbot: QtBot, words: bytes) -> None:
    bus_that_says(words)
    link = BusLink()
    lost = QSignalSpy(link.lost)
    link.open()
    qtbot.waitUntil(lambda: lost.count() == 1)
    assert not link.is_open
    assert str(lost.at(0)[0])


def test_a_signal_without_a_name_is_nobodys(bus_that_says: Callable[[bytes], None], qtbot: QtBot) -> None:
    bus_that_says(SIGNAL_WITHOUT_NAME)
    link = BusLink()
    told, lost = QSignalSpy(link.signalled), QSignalSpy(link.lost)
    link.open()
    qtbot.waitUntil(lambda: lost.count() == 1)
    assert [told.at(index) for index in range(told.count())] == [["", ()]]
