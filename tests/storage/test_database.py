"""Opening is private and quick; writing is durable where it must be; a lock or a full disk loses nothing."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from hipback_desktop.core.errors import BugError, UserError
from hipback_desktop.storage import backup
from hipback_desktop.storage import database as module
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.migrations import APPLICATION_ID, MIGRATIONS
from hipback_desktop.storage.session_store import SessionStore
from tests.storage.builders import a_record

posix_only = pytest.mark.skipif(os.name != "posix", reason="modes of files are a matter of POSIX")


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@contextmanager
def a_raw_connection(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def test_sqlite_is_not_imported_before_a_database_is_opened() -> None:
    code = (
        "import sys, hipback_desktop.storage.session_journal, hipback_desktop.storage.session_store,"
        " hipback_desktop.storage.database; print('sqlite3' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_a_new_database_is_ready_and_has_nothing_to_say(database: Database) -> None:
    assert database.notices == ()
    with database.reading() as connection:
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "foreign_keys", "user_version", "application_id", "busy_timeout")
        }
    assert settings == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "user_version": len(MIGRATIONS),
        "application_id": APPLICATION_ID,
        "busy_timeout": 2000,
    }


def test_what_is_finished_is_synced_and_what_is_journalled_is_not(database: Database) -> None:
    seen = []
    for is_durable in (True, False, True):
        with database.writing(is_durable=is_durable) as connection:
            seen.append(connection.execute("PRAGMA synchronous").fetchone()[0])
    assert seen == [2, 1, 2]


def test_closing_leaves_one_file(path: Path) -> None:
    open_database(path).close()
    assert names_in(path.parent) == {path.name}


@posix_only
def test_nobody_else_can_read_it(path: Path) -> None:
    earlier = os.umask(0)
    try:
        database = open_database(path)
        SessionStore(database).add(a_record())
        database.keep_backup()
        modes = {file.name: file.stat().st_mode & 0o777 for file in (path.parent, *path.parent.iterdir())}
        database.close()
    finally:
        os.umask(earlier)
    assert modes == {
        path.parent.name: 0o700,
        "hipback.sqlite3": 0o600,
        "hipback.sqlite3-wal": 0o600,
        "hipback.sqlite3-shm": 0o600,
        "hipback.backup.sqlite3": 0o600,
    }


@posix_only
def test_a_file_that_others_could_read_is_taken_from_their_eyes(path: Path) -> None:
    open_database(path).close()
    path.chmod(0o644)
    open_database(path).close()
    assert path.stat().st_mode & 0o777 == 0o600


@posix_only
def test_a_link_is_followed_and_stays_a_link(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(tmp_path / "elsewhere.sqlite3")
    database = open_database(path)
    SessionStore(database).add(a_record())
    assert {"elsewhere.sqlite3", "elsewhere.sqlite3-wal"} <= names_in(tmp_path)
    database.close()
    assert path.is_symlink()


def test_a_file_of_a_newer_program_is_refused_and_left_as_it_is(path: Path) -> None:
    open_database(path).close()
    with a_raw_connection(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = path.read_bytes()
    with pytest.raises(UserError, match="newer Hipback; update this one"):
        open_database(path)
    assert path.read_bytes() == before
    assert names_in(path.parent) == {path.name}


def test_two_programs_can_have_it_open(path: Path, database: Database) -> None:
    other = open_database(path)
    assert SessionStore(other).add(a_record())
    assert SessionStore(database).records()[0] == a_record()
    other.close()


def test_a_database_that_another_program_holds_is_said_to_be_in_use(
    path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.01)
    with a_raw_connection(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="in use by another program; close"):
            SessionStore(database).add(a_record())
        assert SessionStore(database).records() == ()
        other.execute("ROLLBACK")
    assert SessionStore(database).add(a_record())


def test_a_database_that_is_locked_while_it_is_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.01)
    path.parent.mkdir()
    with a_raw_connection(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError, match="in use by another program; close"):
            open_database(path)
        other.execute("ROLLBACK")
    open_database(path).close()


def test_a_database_that_another_program_reads_while_it_is_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The write-ahead log cannot be begun while somebody is in the file; it can right after."""
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.01)
    path.parent.mkdir()
    with a_raw_connection(path) as other:
        other.execute("PRAGMA user_version = 0")
        other.execute("CREATE TABLE passing (x)")
        other.execute("DROP TABLE passing")
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with pytest.raises(UserError, match="in use by another program; close"):
            open_database(path)
        other.execute("COMMIT")
        open_database(path).close()


def test_a_write_that_is_not_worth_waiting_for_is_skipped_when_the_database_is_in_use(
    path: Path, database: Database
) -> None:
    statement = "INSERT INTO unreadable_session (content) VALUES (?)"
    with a_raw_connection(path) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not database.write_or_skip(statement, ("x",))
        other.execute("ROLLBACK")
    assert database.write_or_skip(statement, ("x",))
    with pytest.raises(BugError):
        database.write_or_skip("no such statement", ())


def test_a_full_disk_loses_nothing_that_was_kept(path: Path, database: Database) -> None:
    store = SessionStore(database)
    store.add(a_record(1))
    with database.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    database._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError, match="is full; free some space"):
        store.add(a_record(2, name="x" * 100_000))
    assert store.records() == (a_record(1),)
    database._connection.execute("PRAGMA max_page_count = 1000000")
    assert store.add(a_record(2))


def test_a_backup_that_cannot_be_made_is_said_so(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(backup, "make_file", refuse)
    with pytest.raises(UserError, match="is full; free some space"):
        database.keep_backup()


def test_a_backup_is_one_file_that_holds_everything(path: Path, database: Database) -> None:
    store = SessionStore(database)
    for number in range(20):
        store.add(a_record(number))
        database.keep_backup()
    target = path.with_name("hipback.backup.sqlite3")
    assert names_in(path.parent) - {"hipback.sqlite3-wal", "hipback.sqlite3-shm"} == {path.name, target.name}
    copy = open_database(target)
    assert SessionStore(copy).records() == store.records()
    copy.close()
