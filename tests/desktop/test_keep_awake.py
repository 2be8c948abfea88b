"""The screen is kept on while that is wished, and no longer, however the program ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.desktop.keep_awake import new_keep_awake
from hipback_desktop.desktop.keep_awake_bus import BusKeepAwake
from hipback_desktop.desktop.keep_awake_macos import MacosKeepAwake
from hipback_desktop.desktop.keep_awake_services import services_in
from hipback_desktop.desktop.keep_awake_windows import WindowsKeepAwake
from tests.fakes import FakeKeepAwake

if TYPE_CHECKING:
    from tests.desktop.notification_server import Bus
    from tests.desktop.screen_saver import ScreenSaver

IN_A_SANDBOX = services_in({"FLATPAK_ID": "hipback"})
SAVER, GNOME, PORTAL = (service.name for service in IN_A_SANDBOX)
REASON = "A guided session is running."
HOLDER = """
import sys
from PySide6.QtCore import QCoreApplication
from hipback_desktop.desktop.keep_awake_bus import BusKeepAwake
from hipback_desktop.desktop.keep_awake_services import services_in
application = QCoreApplication(sys.argv)
keep_awake = BusKeepAwake(services_in({}))
keep_awake.hold()
application.exec()
"""


@pytest.fixture
def new_saver(bus: Bus) -> Iterator[Callable[..., ScreenSaver]]:
    """Makes services under the names of those that desktops have."""
    from tests.desktop.screen_saver import ScreenSaver

    savers = []

    def new(name: str = SAVER, **named: Any) -> ScreenSaver:
        savers.append(ScreenSaver(bus, name, **named))
        return savers[-1]

    yield new
    for saver in savers:
        saver.end()


@pytest.fixture
def keep_awake(qtbot: QtBot) -> Iterator[BusKeepAwake]:
    keep_awake = BusKeepAwake(IN_A_SANDBOX)
    yield keep_awake
    keep_awake.release()


@pytest.mark.parametrize("name", [SAVER, GNOME, PORTAL])
def test_each_service_keeps_it_on_until_it_is_released(
    new_saver: Callable[..., ScreenSaver], keep_awake: BusKeepAwake, qtbot: QtBot, name: str
) -> None:
    saver = new_saver(name)
    keep_awake.hold()
    keep_awake.hold()
    qtbot.waitUntil(lambda: keep_awake._taken is not None)
    (kept_for,) = saver.kept_for.values()
    assert REASON in kept_for
    keep_awake.release()
    keep_awake.release()
    qtbot.waitUntil(lambda: not saver.kept_for)
    assert [member.lower() for _interface, member, _body in saver.asked] in (["inhibit", "uninhibit"], ["inhibit"])


def test_it_can_be_held_again(new_saver: Callable[..., ScreenSaver], keep_awake: BusKeepAwake, qtbot: QtBot) -> None:
    saver = new_saver()
    keep_awake.hold()
    qtbot.waitUntil(lambda: keep_awake._taken is not None)
    keep_awake.release()
    keep_awake.hold()
    qtbot.waitUntil(lambda: len(saver.asked) == 3)
    assert list(saver.kept_for.values()) == [REASON]


def test_a_service_that_refuses_leaves_it_to_the_next(
    new_saver: Callable[..., ScreenSaver], keep_awake: BusKeepAwake, qtbot: QtBot
) -> None:
    refusing, taking = new_saver(SAVER, refuses=True), new_saver(PORTAL)
    keep_awake.hold()
    qtbot.waitUntil(lambda: bool(taking.kept_for))
    assert len(refusing.asked) == 1


@pytest.mark.parametrize("is_on_its_way", [False, True])
def test_what_is_released_before_the_answer_is_not_kept(
    new_saver: Callable[..., ScreenSaver], keep_awake: BusKeepAwake, qtbot: QtBot, is_on_its_way: bool
) -> None:
    saver = new_saver(is_slow=True)
    keep_awake.hold()
    qtbot.waitUntil(lambda: bool(saver.kept_for))
    if is_on_its_way:
        saver.answer_at_last()
    keep_awake.release()
    qtbot.waitUntil(lambda: not saver.kept_for)
    saver.answer_at_last()
    assert keep_awake._taken is None


def test_outside_of_a_sandbox_the_portal_is_not_believed(new_saver: Callable[..., ScreenSaver], qtbot: QtBot) -> None:
    portal, otherwise = new_saver(PORTAL), FakeKeepAwake()
    keep_awake = BusKeepAwake(services_in({}), otherwise=otherwise)
    keep_awake.hold()
    qtbot.waitUntil(lambda: otherwise.is_held)
    keep_awake.release()
    assert portal.asked == []


def test_without_a_service_it_is_kept_on_in_another_way(bus: Bus, qtbot: QtBot) -> None:
    otherwise = FakeKeepAwake()
    keep_awake = BusKeepAwake(IN_A_SANDBOX, otherwise=otherwise)
    keep_awake.hold()
    qtbot.waitUntil(lambda: otherwise.is_held)
    keep_awake.release()
    assert not otherwise.is_held


@pytest.mark.parametrize("address", ["unix:path=nowhere", "nonsense", None])
def test_without_a_bus_as_well(monkeypatch: pytest.MonkeyPatch, address: str | None, qtbot: QtBot) -> None:
    otherwise = FakeKeepAwake()
    keep_awake = BusKeepAwake(IN_A_SANDBOX, otherwise=otherwise)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    if address is not None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    keep_awake.hold()
    assert otherwise.is_held
    keep_awake.release()
    assert not otherwise.is_held


def test_a_program_that_is_killed_keeps_nothing_on(new_saver: Callable[..., ScreenSaver], qtbot: QtBot) -> None:
    saver = new_saver()
    with subprocess.Popen([sys.executable, "-c", HOLDER], env=dict(os.environ)) as program:
        qtbot.waitUntil(lambda: bool(saver.kept_for), timeout=60_000)
        program.send_signal(signal.SIGKILL)
        qtbot.waitUntil(lambda: not saver.kept_for, timeout=10_000)
    assert [member for _interface, member, _body in saver.asked] == ["Inhibit"]


def test_windows_is_told_what_is_needed_and_that_it_is_over() -> None:
    told: list[int] = []
    keep_awake = WindowsKeepAwake(told.append)
    keep_awake.hold()
    keep_awake.release()
    assert told == [0x8000_0003, 0x8000_0000]


@pytest.mark.skipif(sys.platform == "win32", reason="has no such commands")
def test_macos_runs_its_command_until_it_is_over() -> None:
    keep_awake = MacosKeepAwake(("tail", "-f", "/dev/null", "--pid"))
    keep_awake.hold()
    running = keep_awake._process
    assert running is not None
    assert running.args[-1] == str(os.getpid())  # type: ignore[index]
    keep_awake.hold()
    assert keep_awake._process is running
    keep_awake.release()
    assert running.returncode is not None
    keep_awake.release()


def test_a_command_that_is_not_there_is_no_fault() -> None:
    keep_awake = MacosKeepAwake(("no-such-command-here",))
    keep_awake.hold()
    keep_awake.release()


@pytest.mark.parametrize(
    "platform, kind", [("linux", BusKeepAwake), ("win32", WindowsKeepAwake), ("darwin", MacosKeepAwake)]
)
def test_each_platform_has_its_own(platform: str, kind: type, qtbot: QtBot) -> None:
    from PySide6.QtCore import QObject

    parent = QObject()
    assert isinstance(new_keep_awake(parent, platform), kind)
