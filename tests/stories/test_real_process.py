"""The program as a process of its own: it opens, answers, ends when it is told to, and keeps what was done."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 60
HIPBACK = [sys.executable, "-m", "hipback_desktop"]


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="hb") as folder:
        yield Path(folder)


def asks(folder: Path, *words: str) -> Any:
    """What another command prints, None while it fails."""
    command = [*HIPBACK, "--data-dir", str(folder), *words, "--json"]
    answer = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
    return json.loads(answer.stdout) if answer.returncode == 0 else None


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGTERM to catch")
def test_a_termination_in_the_middle_of_a_session_keeps_what_was_done(folder: Path) -> None:
    command = [*HIPBACK, "start", "desk_reset_2", "--speed", "2", "--mute", "--data-dir", str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, text=True) as program:
        assert program.stderr is not None
        tries = 0
        while (status := asks(folder, "status")) is None or status["state"] == "idle":
            tries += 1
            assert tries < PATIENCE
            assert program.poll() is None
        assert status["routine"] == "desk_reset_2"
        assert subprocess.run([*HIPBACK, "--data-dir", str(folder)], env=environment, check=False).returncode == 0
        program.send_signal(signal.SIGTERM)
        assert program.wait(PATIENCE) == 0
        assert [line for line in program.stderr.read().splitlines() if "plugin" not in line] == []
    (session,) = asks(folder, "history")
    assert session["routine"] == "desk_reset_2"
    assert session["outcome"] in ("stopped", "skipped")
    assert not (folder / "run" / "hipback.sock").exists()
