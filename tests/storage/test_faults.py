"""What the world does wrong becomes one sentence with the next action, and costs no data."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hipback_desktop.core.errors import BugError, UserError
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.faults import faults_told

posix_only = pytest.mark.skipif(os.name != "posix", reason="pipes in folders are a matter of POSIX")


def test_a_folder_in_the_place_of_the_file(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(UserError, match="is not a file; rename it"):
        open_database(path)


def test_a_file_in_the_place_of_the_folder(path: Path) -> None:
    path.parent.touch()
    with pytest.raises(UserError, match="cannot be used"):
        open_database(path)


@posix_only
def test_a_pipe_in_the_place_of_the_file_does_not_wait_for_ever(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    with pytest.raises(UserError, match="is not a file; rename it"):
        open_database(path)


READ_ONLY_FOLDER = """
import ctypes, os, sys
from pathlib import Path
from hipback_desktop.core.errors import UserError
from hipback_desktop.storage.database import open_database
try:
    open_database(Path(sys.argv[1]))
except UserError as error:
    print(error)
"""


def _drop_roots_privilege() -> None:
    """Root may write everywhere: takes that from the program that is started next."""
    if os.geteuid() == 0:
        import ctypes

        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="takes privileges away the Linux way")
@pytest.mark.parametrize("is_there", [False, True])
def test_a_folder_that_cannot_be_written(path: Path, is_there: bool) -> None:
    path.parent.mkdir()
    if is_there:
        open_database(path).close()
        path.chmod(0o400)
    path.parent.chmod(0o500)
    command = [sys.executable, "-c", READ_ONLY_FOLDER, str(path)]
    result = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_drop_roots_privilege,
    )
    path.parent.chmod(0o700)
    assert result.stderr == ""
    assert "cannot be written; allow writing to it and its folder" in result.stdout


@pytest.mark.parametrize(
    ("code", "message", "sentence"),
    [
        (sqlite3.SQLITE_CANTOPEN, "unable to open database file", "cannot be opened; allow access"),
        (sqlite3.SQLITE_READONLY, "attempt to write a readonly database", "cannot be written; allow writing"),
        (sqlite3.SQLITE_PERM, "access permission denied", "cannot be written; allow writing"),
        (sqlite3.SQLITE_BUSY, "database is locked", "is in use by another program; close"),
        (sqlite3.SQLITE_LOCKED, "database table is locked", "is in use by another program; close"),
        (sqlite3.SQLITE_FULL, "database or disk is full", "is full; free some space"),
        (sqlite3.SQLITE_IOERR_WRITE, "disk I/O error", "reported an error .* check the disk"),
        (sqlite3.SQLITE_IOERR_FSYNC, "disk I/O error", "reported an error .* check the disk"),
    ],
)
def test_what_sqlite_reports_becomes_a_sentence_and_costs_no_data(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int, message: str, sentence: str
) -> None:
    open_database(path).close()
    before = path.read_bytes()

    def fail(*arguments: object, **named: object) -> None:
        error = sqlite3.OperationalError(message)
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(sqlite3, "connect", fail)
    with pytest.raises(UserError, match=sentence) as caught:
        open_database(path)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "is full; free some space"),
        (errno.EROFS, "cannot be written; allow writing"),
        (errno.EACCES, "cannot be written; allow writing"),
        (errno.ENAMETOOLONG, "cannot be used \\(file name too long\\)"),
    ],
)
def test_what_the_system_reports_becomes_a_sentence(path: Path, number: int, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence), faults_told(path):
        raise OSError(number, os.strerror(number))


def test_our_own_mistakes_are_not_blamed_on_the_world(database: Database) -> None:
    mistakes: list[Callable[[sqlite3.Connection], object]] = [
        lambda connection: connection.execute("SELECT no_such_column FROM session"),
        lambda connection: connection.execute("SELECT ?", ()),
    ]
    for mistake in mistakes:
        with pytest.raises(BugError), database.reading() as connection:
            mistake(connection)
    assert not list(database.path.parent.glob("*-suspect"))
