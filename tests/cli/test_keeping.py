"""``hipback backup`` and ``hipback restore``."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipback_desktop.cli import keeping
from hipback_desktop.core.errors import UserError
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from tests.builders import a_record
from tests.cli.terminal import Terminal


@pytest.fixture
def backup(terminal: Terminal, data_dir: Path, tmp_path: Path) -> Path:
    database = open_database(data_dir / "hipback.sqlite3")
    SessionStore(database).add(a_record())
    database.close()
    file = tmp_path / "mine.zip"
    assert terminal.type("backup", file).out == f"Your sessions and settings are in {file}.\n"
    return file


def test_a_backup_goes_into_another_folder(terminal: Terminal, backup: Path, tmp_path: Path) -> None:
    words = ("--data-dir", tmp_path / "other")
    assert terminal.type(*words, "restore", backup).out == f"Your sessions and settings are those of {backup}.\n"
    assert terminal.reads(*words, "history", "--json") == terminal.reads("history", "--json")


def test_a_file_that_is_no_backup_is_told(terminal: Terminal, backup: Path, tmp_path: Path) -> None:
    (tmp_path / "strange.zip").write_bytes(b"strange")
    assert "nothing was changed" in terminal.is_told("restore", tmp_path / "strange.zip")
    assert len(terminal.reads("history", "--json")) == 1


@pytest.mark.parametrize("state", ["running", "paused"])
def test_not_in_the_middle_of_a_session(
    terminal: Terminal, backup: Path, monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    monkeypatch.setattr(keeping, "ask", lambda _socket, _request: {"state": state})
    assert "stop it first" in terminal.is_told("restore", backup)


def test_a_program_that_does_not_take_them_over_has_to_be_ended(
    terminal: Terminal, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_before(_socket: Path, request: dict[str, str]) -> dict[str, str]:
        if request["command"] != "status":
            raise UserError("This Hipback does not know the command.")
        return {"state": "idle"}

    monkeypatch.setattr(keeping, "ask", of_before)
    assert "did not take them over; choose “Quit Hipback”" in terminal.is_told("restore", backup)
