"""The command as a process of its own: what it imports, and outputs that cannot take everything."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hipback_desktop import __version__

PATIENCE = 30


def hipback(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "hipback_desktop", *words]
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, timeout=PATIENCE, check=False
    )


def test_the_version_is_told_by_the_module() -> None:
    answer = hipback("--version")
    assert (answer.returncode, answer.stdout.decode().strip()) == (0, f"hipback {__version__}")


@pytest.mark.parametrize(
    "command", [["routines"], ["plan", "full_20", "--json"], ["history"], ["status"], ["exercises"]]
)
def test_no_part_of_qt_is_loaded_for_it(command: list[str]) -> None:
    code = (
        "import sys\nfrom hipback_desktop.cli import main\n"
        f"main({command!r})\nprint(sorted(n for n in sys.modules if n.partition('.')[0] in ('PySide6', 'shiboken6')))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=PATIENCE, check=True)
    assert answer.stdout.decode().splitlines()[-1] == "[]"


def test_json_is_readable_on_an_output_without_our_letters() -> None:
    answer = hipback("exercises", "--json", PYTHONIOENCODING="ascii")
    assert (answer.returncode, answer.stderr) == (0, b"")
    assert json.loads(answer.stdout) == json.loads(hipback("exercises", "--json", PYTHONIOENCODING="utf-8").stdout)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_lines_are_readable_on_an_output_without_our_letters(encoding: str) -> None:
    answer = hipback("plan", "complete_30", PYTHONIOENCODING=encoding)
    assert (answer.returncode, answer.stderr) == (0, b"")
    assert b"Hip" in answer.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
def test_a_full_disk_is_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "hipback_desktop", "routines"]
        answer = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=PATIENCE, check=False)
    assert answer.returncode == 1
    assert answer.stderr.decode().startswith("hipback: ")
    assert len(answer.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize("command", [["routines"], ["exercises", "--json"]])
def test_a_reader_that_goes_away_is_not_worth_a_word(command: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        full = [sys.executable, "-m", "hipback_desktop", *command]
        answer = subprocess.run(full, stdout=writing, stderr=subprocess.PIPE, timeout=PATIENCE, check=False)
    finally:
        os.close(writing)
    assert (answer.returncode, answer.stderr) == (1, b"")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other desktops always have a screen")
def test_without_a_screen_there_is_a_sentence_instead_of_a_crash() -> None:
    answer = hipback(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert answer.returncode == 1
    assert answer.stderr.decode().startswith("hipback: There is no screen to open a window on;")


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answer = hipback("--data-dir", str(tmp_path / "file" / "data"))
    assert answer.returncode == 1
    sentence = answer.stderr.decode().splitlines()
    assert len(sentence) == 1
    assert sentence[0].endswith("name another folder with --data-dir.")


def test_a_routine_that_does_not_exist_opens_no_window(tmp_path: Path) -> None:
    answer = hipback("start", "full_2")
    assert answer.returncode == 1
    assert b"did you mean" in answer.stderr
    assert b"Traceback" not in answer.stderr
