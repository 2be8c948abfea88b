"""What is said when something cannot be done: one sentence with what to do next, never a traceback."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest

from hipback_desktop import __version__, paths
from hipback_desktop.cli import main
from hipback_desktop.cli.output import give_up_reader, print_json
from hipback_desktop.desktop.control_client import server_name
from tests.cli.terminal import Terminal
from tests.cli.test_content import own_routine

REMOTE = ("pause", "resume", "next", "previous", "stop", "status")


def test_an_unknown_routine_is_told_with_what_was_meant(terminal: Terminal) -> None:
    assert terminal.is_told("plan", "full_2") == (
        'There is no routine “full_2” (“hipback routines” lists them); did you mean "full_20"?'
    )
    assert terminal.is_told("plan", "xyzzy") == "There is no routine “xyzzy” (“hipback routines” lists them)."


@pytest.mark.parametrize("name", ["", "a" * 300, "a" * 5000 + ".json", "ab\0cd", "\udcff", "*"])
def test_no_name_of_a_routine_is_too_strange(terminal: Terminal, name: str) -> None:
    assert terminal.is_told("plan", name)


def test_a_routine_file_that_is_not_there_or_no_file_is_told(terminal: Terminal, tmp_path: Path) -> None:
    assert "does not exist" in terminal.is_told("plan", tmp_path / "missing.json")
    assert "is not a regular file" in terminal.is_told("plan", tmp_path)


def test_a_damaged_routine_file_is_told_with_its_first_problem(terminal: Terminal, tmp_path: Path) -> None:
    file = own_routine(tmp_path / "mine.hipback.json", blocks=[{"phase": "stretch", "steps": [{"sets": "two"}]}])
    assert terminal.is_told("plan", file, "--json").startswith(f"{file} cannot be used: blocks[0].steps[0]")
    file.write_bytes(b'{"format": ')
    assert terminal.is_told("plan", file).startswith(f"{file} cannot be used: ")


def test_a_history_of_a_newer_program_is_refused_and_left_alone(terminal: Terminal, data_dir: Path) -> None:
    terminal.reads("history", "--json")
    file = data_dir / "hipback.sqlite3"
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = file.read_bytes()
    assert "newer" in terminal.is_told("history", "--json")
    assert file.read_bytes() == before


def test_a_history_that_cannot_be_opened_is_told(terminal: Terminal, data_dir: Path) -> None:
    (data_dir / "hipback.sqlite3").mkdir(parents=True)
    sentence = terminal.is_told("history")
    assert str(data_dir / "hipback.sqlite3") in sentence
    assert ";" in sentence


@pytest.mark.parametrize("command", [("history",), ("status",), ("pause", "--json")])
def test_a_data_folder_that_is_a_file_is_told(terminal: Terminal, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "file").write_text("")
    assert terminal.is_told(*command, "--data-dir", tmp_path / "file")


def test_a_data_folder_in_the_home_of_nobody_is_told(terminal: Terminal) -> None:
    assert "~nosuchuser" in terminal.is_told("routines", "--data-dir", "~nosuchuser/data")


def test_settings_that_cannot_be_used_are_told_and_the_command_goes_on(terminal: Terminal, data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "settings.json").write_text('{"minutes": "many"}')
    answer = terminal.type("routines", "--json")
    assert answer.code == 0
    assert len(answer.document) == 9
    assert answer.err == "hipback: The stored setting “minutes” was not usable; its default is used instead.\n"


@pytest.mark.parametrize("command", REMOTE)
def test_without_a_running_program_there_is_nobody_to_ask(terminal: Terminal, command: str) -> None:
    assert terminal.is_told(command, "--json") == "Hipback is not running; start it with “hipback”."


def test_a_file_in_the_place_of_the_socket_is_nobody(terminal: Terminal, data_dir: Path) -> None:
    socket = Path(server_name(paths.folders(data_dir).socket))
    socket.parent.mkdir(parents=True)
    socket.write_text("")
    assert terminal.is_told("status") == "Hipback is not running; start it with “hipback”."


@pytest.mark.parametrize("speed", ["0", "-1", "nan", "inf", "fast", "", "1001", "1e400"])
def test_a_speed_that_is_none_is_wrong_usage(terminal: Terminal, speed: str) -> None:
    assert "is not a speed from 0.1 to 1000" in terminal.is_shown_usage("start", "full_20", f"--speed={speed}")


@pytest.mark.parametrize(
    "words", [("dance",), ("start",), ("plan",), ("plan", "a", "b"), ("routines", "--yaml"), ("status", "--data-dir")]
)
def test_wrong_words_are_answered_with_the_usage(terminal: Terminal, words: tuple[str, ...]) -> None:
    assert terminal.is_shown_usage(*words).startswith("hipback")


def test_the_version_and_the_help_are_no_errors(terminal: Terminal) -> None:
    assert terminal.type("--version").out == f"hipback {__version__}\n"
    helped = terminal.type("--help")
    assert helped.code == 0
    assert all(command in helped.out for command in (*REMOTE, "start", "routines", "plan", "check", "breaks", "doctor"))


def test_the_data_folder_of_the_environment_is_used_unless_another_is_named(
    terminal: Terminal, data_dir: Path, tmp_path: Path
) -> None:
    terminal.reads("history", "--json")
    assert (data_dir / "hipback.sqlite3").exists()
    terminal.reads("history", "--json", "--data-dir", tmp_path / "named")
    assert (tmp_path / "named" / "hipback.sqlite3").exists()


def test_an_output_without_our_letters_gets_escapes(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    print_json({"dash": "–"})
    assert capsysbinary.readouterr().out.decode().split() == ["{", '"dash":', '"–"', "}"]


def test_a_program_without_a_terminal_ends_in_good_order_all_the_same(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As that of a bundle for windows does on Windows: there are no outputs at all."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["routines"]) == 0
    assert main(["plan", "xyzzy"]) == 1
    give_up_reader()
