"""A real bus is asked, with services of the tests' own on it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hipback_desktop.desktop.bus import BusError, call, property_value

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("dbus-daemon") is None, reason="needs a bus: dbus-daemon"
)

OURS = ("org.example.Hipback", "/org/example/Hipback", "org.example.Hipback")
BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """The address of a bus that could start ``org.example.Sleeping`` and would leave a trace of that."""
    services = tmp_path / "dbus-1" / "services"
    services.mkdir(parents=True)
    sleeping = f"[D-BUS Service]\nName=org.example.Sleeping\nExec=/usr/bin/touch {tmp_path / 'started'}\n"
    (services / "org.example.Sleeping.service").write_text(sleeping)
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path))
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
        daemon.terminate()


class Service:
    """Owns a name on the bus and answers one call with ``reply``, or not at all."""

    def __init__(self, reply: tuple[str, tuple[Any, ...]] | None) -> None:
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import Proxy, open_dbus_connection

        self.asked: list[tuple[Any, ...]] = []
        self._reply = reply
        self._connection = open_dbus_connection("SESSION")
        Proxy(message_bus, self._connection).RequestName(OURS[0])
        self._thread = threading.Thread(target=self._answer, daemon=True)
        if reply is not None:
            self._thread.start()

    def _answer(self) -> None:
        from jeepney import MessageType, new_method_return

        assert self._reply is not None
        while (message := self._connection.receive()).header.message_type is not MessageType.method_call:
            pass
        self.asked.append(tuple(message.body))
        self._connection.send(new_method_return(message, *self._reply))

    def close(self) -> None:
        if self._thread.is_alive():
            self._thread.join()
        self._connection.close()


@pytest.fixture
def silent(bus: str) -> Iterator[Service]:
    service = Service(None)
    yield service
    service.close()


def test_an_answer_is_handed_back(bus: str) -> None:
    assert "org.freedesktop.DBus" in call("session", *BUS, "ListNames")[0]


def test_unsigned_numbers_go_out_and_come_back(bus: str) -> None:
    service = Service(("tb", (2**40, True)))
    assert call("session", *OURS, "Ask", "ut", (2**31, 2**63)) == (2**40, True)
    assert service.asked == [(2**31, 2**63)]
    service.close()


def test_a_property_comes_without_its_wrapping(bus: str) -> None:
    service = Service(("v", (("b", True),)))
    assert property_value("session", *OURS, "Paused") is True
    assert service.asked == [("org.example.Hipback", "Paused")]
    service.close()


def test_a_service_that_does_not_answer_is_not_waited_for(silent: Service) -> None:
    with pytest.raises(BusError, match="does not answer"):
        call("session", *OURS, "Ask", timeout_seconds=0.05)


def test_one_that_is_not_there_is_not_started(bus: str, tmp_path: Path) -> None:
    with pytest.raises(BusError, match="does not run here"):
        call("session", "org.example.Sleeping", *OURS[1:], "Ask")
    assert not (tmp_path / "started").exists()


def test_a_refusal_says_which(bus: str) -> None:
    with pytest.raises(BusError, match=r"does not tell \(UnknownMethod\)"):
        call("session", *BUS, "NeverHeardOf")


@pytest.mark.parametrize("address", [None, "unix:path=/nowhere/bus", "tcp:host=example.org,port=9", "nonsense"])
def test_without_a_bus_it_says_so(monkeypatch: pytest.MonkeyPatch, address: str | None) -> None:
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    with pytest.raises(BusError, match="no D-Bus here"):
        call("session", *BUS, "ListNames")


def test_a_bus_that_lets_one_in_and_then_says_nothing_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Stopped, or with more to do than it can: the greeting counts as well as the question."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "bus"))
        listening.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")

        def lets_in() -> None:
            with listening.accept()[0] as guest:
                guest.recv(1024)
                guest.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n")
                while guest.recv(4096):
                    pass

        thread = threading.Thread(target=lets_in, daemon=True)
        thread.start()
        faults: list[BusError] = []

        def asks() -> None:
            try:
                call("session", *BUS, "ListNames", timeout_seconds=0.2)
            except BusError as error:
                faults.append(error)

        asker = threading.Thread(target=asks, daemon=True)
        asker.start()
        asker.join(10)
        assert [str(fault) for fault in faults] == ["It does not answer."]
        thread.join(10)
