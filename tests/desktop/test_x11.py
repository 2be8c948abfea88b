"""A real X server is asked, and one that is not there."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.breaks.presence.idle_x11 import idle_x11
from hipback_desktop.breaks.presence.reading import Unknown
from hipback_desktop.desktop.keep_awake_x11 import X11KeepAwake
from hipback_desktop.desktop.x11 import X11Connection, X11Error

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs an X server without a screen: Xvfb")
NO_WINDOW = 0x00FF_FFFF


@pytest.fixture(scope="module")
def server() -> Iterator[dict[str, str]]:
    """The environment of a program that uses an X server of the tests' own."""
    with new_server() as environment:
        yield environment


@contextmanager
def new_server() -> Iterator[dict[str, str]]:
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "320x200x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=(writes,), stderr=subprocess.DEVNULL) as process:
        os.close(writes)
        with os.fdopen(reads) as told:
            number = told.readline().strip()
        yield {"DISPLAY": f":{number}", "X_SERVER_PROCESS": str(process.pid)}
        process.terminate()


def test_the_idle_time_is_read_again_and_again(server: dict[str, str]) -> None:
    probe = idle_x11(server)
    first, second = probe.read(), probe.read()
    assert isinstance(first, float)
    assert isinstance(second, float)
    assert 0 <= first <= second  # nobody touches this server


def test_it_is_read_at_once_where_there_is_a_connection(server: dict[str, str]) -> None:
    probe = idle_x11(server)
    assert probe.peek() is None
    first = probe.read()
    second = probe.peek()
    assert isinstance(first, float)
    assert second is None or (isinstance(second, float) and second >= first)  # None where the computer is very busy


def test_a_server_that_stands_still_keeps_nobody_waiting(server: dict[str, str]) -> None:
    """And is asked again, in a thread, as soon as it goes on."""
    probe = idle_x11(server)
    assert isinstance(probe.read(), float)
    process = int(server["X_SERVER_PROCESS"])
    os.kill(process, signal.SIGSTOP)
    try:
        assert probe.peek() is None
    finally:
        os.kill(process, signal.SIGCONT)
    assert isinstance(probe.read(), float)


def test_a_server_that_dies_meanwhile_is_unknown_however_it_is_asked() -> None:
    with new_server() as server:
        probe = idle_x11(server)
        assert isinstance(probe.read(), float)
    assert (probe.peek(), probe.peek()) == (None, None)
    assert probe.read() == Unknown("The X server does not answer.")
    assert probe.peek() is None


def test_an_extension_that_is_missing_is_said(server: dict[str, str]) -> None:
    connection = X11Connection(server)
    with pytest.raises(X11Error, match="does not offer HIPBACK"):
        connection.ask_extension("HIPBACK", 0)
    assert connection.ask_extension("MIT-SCREEN-SAVER", 1, struct.pack("=I", connection.root))
    connection.close()


def test_a_request_that_is_refused_leaves_the_connection_usable(server: dict[str, str]) -> None:
    connection = X11Connection(server)
    assert connection.ask_extension("MIT-SCREEN-SAVER", 1, struct.pack("=I", NO_WINDOW)) is None
    assert connection.numbers(NO_WINDOW, "WM_NAME") == ()
    assert connection.ask_extension("MIT-SCREEN-SAVER", 1, struct.pack("=I", connection.root))
    connection.close()


def test_a_name_that_nobody_made_known_has_no_number(server: dict[str, str]) -> None:
    connection = X11Connection(server)
    assert connection.atom("_HIPBACK_NEVER_HEARD_OF") == 0
    assert connection.atom("WM_NAME") > 0
    assert connection.numbers(connection.root, "_HIPBACK_NEVER_HEARD_OF") == ()
    connection.close()


def test_a_selection_that_nobody_holds_has_no_owner(server: dict[str, str]) -> None:
    connection = X11Connection(server)
    assert connection.selection_owner("_NET_SYSTEM_TRAY_S0") == 0
    assert connection.selection_owner("PRIMARY") == 0
    connection.close()


def test_a_server_that_is_gone_is_unknown_and_ends_nothing() -> None:
    with pytest.raises(X11Error, match="does not answer"):
        X11Connection({"DISPLAY": ":7342"})


def test_a_connection_that_nobody_needs_any_more_ends(server: dict[str, str]) -> None:
    before = set(Path("/proc/self/fd").iterdir()) if sys.platform == "linux" else set()
    connection = X11Connection(server)
    del connection
    gc.collect()
    assert (set(Path("/proc/self/fd").iterdir()) if sys.platform == "linux" else set()) <= before


def blanks_after_a_second(connection: X11Connection) -> None:
    """Tells the server when to turn the screen off, counted from now: SetScreenSaver, ForceScreenSaver."""
    connection._sent(None, 107, struct.pack("=BBHhhBBH", 0, 0, 0, 1, 0, 2, 2, 0))
    connection._sent(None, 115, struct.pack("=BBH", 0, 0, 0))


def is_blank(connection: X11Connection) -> bool:
    reply = connection.ask_extension("MIT-SCREEN-SAVER", 1, struct.pack("=I", connection.root))
    assert reply is not None
    return reply[1] == 1


def test_the_screen_stays_on_as_long_as_it_is_held(server: dict[str, str], qtbot: QtBot) -> None:
    connection, keep_awake = X11Connection(server), X11KeepAwake(server)
    keep_awake.hold()
    keep_awake.hold()
    blanks_after_a_second(connection)
    qtbot.wait(1500)
    assert not is_blank(connection)
    keep_awake.release()
    keep_awake.release()
    qtbot.waitUntil(lambda: is_blank(connection))
    connection.close()


def test_the_screen_is_not_kept_on_by_a_server_that_has_no_say_over_it(server: dict[str, str]) -> None:
    for environment in ({**server, "WAYLAND_DISPLAY": "wayland-0"}, {}, {"DISPLAY": ":7342"}):
        keep_awake = X11KeepAwake(environment)
        keep_awake.hold()
        assert not keep_awake.is_held
        keep_awake.release()
