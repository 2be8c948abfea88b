"""``hipback export`` and ``hipback import``."""

from __future__ import annotations

import errno
import os
from datetime import timedelta
from pathlib import Path

import pytest

from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.history_store import HistoryStore
from hipback_desktop.storage.session_store import SessionStore
from tests.builders import NOON, a_record
from tests.cli.terminal import Terminal
from tests.ical import events_in


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
    assert "ends in .json or .csv, or .ics" in terminal.is_told("export", tmp_path / "sessions")
    assert terminal.is_told("import", tmp_path / "backup") == (
        f"{tmp_path / 'backup'} is no .json or .csv file of sessions, which can be taken in; "
        "a backup is put back with “hipback restore”."
    )


def test_a_calendar_goes_out_with_the_days_of_the_goals_and_not_in_again(
    terminal: Terminal, data_dir: Path, tmp_path: Path
) -> None:
    database = open_database(data_dir / "hipback.sqlite3")
    SessionStore(database).add(a_record())
    SessionStore(database).add(a_record(id="preview", ended_at=NOON + timedelta(seconds=9)))
    database.close()
    file = tmp_path / "mine.ics"
    assert terminal.type("export", file).out == f"1 session written to {file}.\n"
    done, *planned = events_in(file.read_bytes())
    assert (done.properties["SUMMARY"], done.properties["DTSTART"]) == ("Two things", "20260318T110000Z")
    assert 4 * 5 - 5 <= len(planned) <= 4 * 5
    assert "use a .json or .csv file for that" in terminal.is_told("import", file)


def test_what_was_deleted_here_is_said_to_stay_so(terminal: Terminal, data_dir: Path, tmp_path: Path) -> None:
    database = open_database(data_dir / "hipback.sqlite3")
    SessionStore(database).add(a_record())
    terminal.type("export", tmp_path / "mine.json")
    HistoryStore(database).delete(a_record().id)
    database.close()
    said = terminal.type("import", tmp_path / "mine.json").out
    assert said.endswith("0 there already.\n1 was deleted here before, and stays so.\n")
    assert terminal.reads("history", "--json") == []
