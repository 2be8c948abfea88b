"""``hipback export`` and ``hipback import``."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from tests.builders import a_record
from tests.cli.terminal import Terminal


@pytest.mark.parametrize("kind", ["json", "csv", "JSON"])
def test_sessions_go_out_and_into_another_folder(terminal: Terminal, data_dir: Path, tmp_path: Path, kind: str) -> None:
    database = open_database(data_dir / "hipback.sqlite3")
    SessionStore(database).add(a_record())
    database.close()
    file, other = tmp_path / f"mine.{kind}", tmp_path / "other"
    assert terminal.type("export", file).out == f"1 session written to {file}.\n"
    words = ("--data-dir", other, "import", file)
    assert terminal.type(*words).out == "Sessions: 1 new, 0 made fuller, 0 there already.\n"
    assert terminal.type(*words).out == "Sessions: 0 new, 0 made fuller, 1 there already.\n"
    assert terminal.reads("--data-dir", other, "history", "--json") == terminal.reads("history", "--json")


def test_a_file_that_cannot_be_taken_in_is_told(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "strange.json").write_text("[]")
    assert terminal.is_told("import", tmp_path / "strange.json") == (
        f"{tmp_path / 'strange.json'} was not taken in, and nothing was changed: "
        "it is no file of sessions that Hipback exported."
    )
    assert os.strerror(errno.ENOENT) in terminal.is_told("import", tmp_path / "missing.csv")
    assert "ends in .json or .csv" in terminal.is_told("export", tmp_path / "sessions")
