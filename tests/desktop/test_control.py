"""The control socket: requests and answers over a real one, and everything that is no request."""

from __future__ import annotations

import json
import os
import socket
import stat
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.core.errors import BugError, UserError
from hipback_desktop.desktop.control_client import ANSWER_WITHIN_SECONDS, NotRunningError, ask
from hipback_desktop.desktop.control_pipe import ControlPipe
from hipback_desktop.desktop.control_server import ControlServer
from hipback_desktop.desktop.instance_lock import InstanceLock
from hipback_desktop.desktop.request_line import LONGEST_REQUEST
from tests.asking import meanwhile

KINDS = [ControlPipe] if sys.platform == "win32" else [ControlServer, ControlPipe]
"""Qt makes of a pipe a socket where there are no pipes, so that both can be tried."""


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Says back what it was asked, unless asked to fail."""
    if request.get("command") == "refuse":
        raise UserError("Not now; try later.")
    if request.get("command") == "break":
        raise BugError("this must not happen")
    return {"asked": request}


@pytest.fixture
def path(run_dir: Path) -> Path:
    return run_dir / "run" / "hipback.sock"


@pytest.fixture(params=KINDS)
def server(request: pytest.FixtureRequest, path: Path, qtbot: QtBot) -> Iterator[ControlServer | ControlPipe]:
    path.parent.mkdir(mode=0o700)
    server = request.param(path, answer)
    yield server
    server.close()


def say(path: Path, *pieces: bytes, ends: bool = False) -> bytes:
    """Sends raw bytes and reads until the server hangs up."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(ANSWER_WITHIN_SECONDS)
        connection.connect(str(path))
        try:
            for piece in pieces:
                connection.sendall(piece)
            if ends:
                connection.shutdown(socket.SHUT_WR)
            with connection.makefile("rb") as stream:
                return stream.read()
        except (BrokenPipeError, ConnectionResetError):
            return b""


def test_a_request_is_answered(server: ControlServer, path: Path, qtbot: QtBot) -> None:
    request = {"command": "status", "words": "“Grüß Gott” \n"}
    assert meanwhile(qtbot, lambda: ask(path, request)) == {"asked": request}


def test_many_may_ask_one_after_another(server: ControlServer, path: Path, qtbot: QtBot) -> None:
    answers = meanwhile(qtbot, lambda: [ask(path, {"number": number}) for number in range(50)])
    assert [found["asked"]["number"] for found in answers] == list(range(50))


def test_the_sentence_of_a_refusal_comes_through(server: ControlServer, path: Path, qtbot: QtBot) -> None:
    with pytest.raises(UserError, match=r"^Not now; try later\.$"):
        meanwhile(qtbot, lambda: ask(path, {"command": "refuse"}))


@pytest.mark.expects_log
def test_a_bug_of_ours_is_logged_and_told_without_details(server: ControlServer, path: Path, qtbot: QtBot) -> None:
    with pytest.raises(UserError, match="please report it"):
        meanwhile(qtbot, lambda: ask(path, {"command": "break"}))


@pytest.mark.parametrize(
    "line", [b"\n", b"hello\n", b"[]\n", b"3\n", b"\xff\xfe\n", b"[" * 60_000 + b"\n", b'{"a": ' * 5000 + b"\n"]
)
def test_what_is_no_request_is_told_so(server: ControlServer, path: Path, qtbot: QtBot, line: bytes) -> None:
    said = json.loads(meanwhile(qtbot, lambda: say(path, line)))
    assert said == {"error": "A request is one JSON object on one line."}


def test_a_request_may_come_in_pieces(server: ControlServer, path: Path, qtbot: QtBot) -> None:
    pieces = (b'{"com', b'mand": ', b'"status"}', b"\n")
    assert json.loads(meanwhile(qtbot, lambda: say(path, *pieces))) == {"asked": {"command": "status"}}


@pytest.mark.parametrize("half", [b"", b'{"command": "sta'])
def test_one_who_leaves_in_the_middle_harms_nothing(
    server: ControlServer, path: Path, qtbot: QtBot, half: bytes
) -> None:
    assert meanwhile(qtbot, lambda: say(path, half, ends=True)) == b""
    assert meanwhile(qtbot, lambda: ask(path, {"command": "status"}))


def test_a_request_without_an_end_is_hung_up_on(server: ControlServer, path: Path, qtbot: QtBot) -> None:
    assert meanwhile(qtbot, lambda: say(path, b"x" * (4 * LONGEST_REQUEST))) == b""
    assert meanwhile(qtbot, lambda: ask(path, {"command": "status"}))


def test_nobody_answers_where_no_program_runs(path: Path) -> None:
    with pytest.raises(NotRunningError, match="start it with “hipback”"):
        ask(path, {"command": "status"})


def test_a_socket_that_was_left_behind_is_nobody_and_is_taken_over(path: Path, qtbot: QtBot) -> None:
    path.parent.mkdir()
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(path))
    left.close()
    with pytest.raises(NotRunningError):
        ask(path, {"command": "status"})
    server = ControlServer(path, answer)
    assert meanwhile(qtbot, lambda: ask(path, {})) == {"asked": {}}
    server.close()
    assert not path.exists()


def test_a_program_that_hangs_is_told_as_that(path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hipback_desktop.desktop.control_client.ANSWER_WITHIN_SECONDS", 0.1)
    path.parent.mkdir()
    server = ControlServer(path, answer)
    with pytest.raises(UserError, match="does not answer; close its window"):
        ask(path, {"command": "status"})  # in this thread: the event loop cannot answer
    server.close()


@pytest.mark.parametrize(
    ("said", "sentence"), [(b"", "cut off"), (b"{", "cut off"), (b"[1]\n", "no usable answer"), (b"\xff\n", "cut off")]
)
def test_an_answer_that_is_none_is_told(path: Path, qtbot: QtBot, said: bytes, sentence: str) -> None:
    path.parent.mkdir()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(said)

        with ThreadPoolExecutor(1) as pool:
            served = pool.submit(serve)
            with pytest.raises(UserError, match=sentence):
                ask(path, {"command": "status"})
            served.result()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps no modes")
def test_no_other_user_can_open_the_socket_or_its_folder(run_dir: Path, qtbot: QtBot) -> None:
    path = run_dir / "data" / "run" / "hipback.sock"
    before = os.umask(0)
    try:
        lock = InstanceLock(path)
        assert lock.is_mine()
        server = ControlServer(path, answer)
    finally:
        os.umask(before)
    for private in (path, path.parent, path.parent.parent):
        assert stat.S_IMODE(private.stat().st_mode) & 0o077 == 0, private
    server.close()
    lock.release()
