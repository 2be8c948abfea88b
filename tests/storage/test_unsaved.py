"""A finished session that the database does not take waits in a file, and is taken in once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from hipback_desktop.core.errors import UserError
from hipback_desktop.storage import unsaved as unsaved_module
from hipback_desktop.storage.database import Database
from hipback_desktop.storage.session_journal import SessionJournal
from hipback_desktop.storage.session_store import SessionStore
from hipback_desktop.storage.unsaved import Unsaved
from tests.storage.builders import a_record, an_open_session


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "first", tmp_path / "second"


@pytest.fixture
def keeper(database: Database, folders: tuple[Path, Path]) -> SessionJournal:
    return SessionJournal(database, Unsaved(folders))


@contextmanager
def held(path: Path) -> Iterator[None]:
    """While another program writes to the database and does not let go."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def test_a_session_is_taken_in_when_the_database_is_free_again(
    path: Path, keeper: SessionJournal, store: SessionStore, folders: tuple[Path, Path]
) -> None:
    keeper.begin(an_open_session(1))
    with held(path), pytest.raises(UserError, match=r"in use by another program.* The session is kept in .*first"):
        keeper.finish(a_record(1))
    assert store.records() == ()
    (file,) = folders[0].iterdir()
    assert file.stat().st_mode & 0o077 == 0
    assert keeper.take_in() == 1
    assert store.records() == (a_record(1),)
    assert keeper.open_session() is None
    assert list(folders[0].iterdir()) == []
    assert keeper.take_in() == 0


def test_where_the_first_folder_cannot_be_written_the_second_is_used(
    path: Path, keeper: SessionJournal, store: SessionStore, folders: tuple[Path, Path]
) -> None:
    folders[0].write_text("a file in its place")
    with held(path), pytest.raises(UserError, match=r"kept in .*second"):
        keeper.finish(a_record(1))
    assert keeper.take_in() == 1
    assert store.records() == (a_record(1),)


def test_where_nothing_can_be_written_that_is_said(
    path: Path, keeper: SessionJournal, folders: tuple[Path, Path]
) -> None:
    for folder in folders:
        folder.write_text("a file in its place")
    with held(path), pytest.raises(UserError, match="could not be kept anywhere"):
        keeper.finish(a_record(1))


def test_a_full_disk_leaves_no_half_a_file(
    path: Path, keeper: SessionJournal, folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_up(records: object) -> Iterator[str]:
        yield "{"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(unsaved_module, "json_lines", fill_up)
    with held(path), pytest.raises(UserError, match="could not be kept anywhere"):
        keeper.finish(a_record(1))
    assert [file for folder in folders for file in folder.iterdir()] == []


@pytest.mark.expects_log
def test_a_file_that_cannot_be_read_stays_and_the_others_are_taken_in(
    path: Path, keeper: SessionJournal, store: SessionStore, folders: tuple[Path, Path]
) -> None:
    folders[0].mkdir()
    (folders[0] / "unsaved-0.json").write_bytes(b"\xff")
    (folders[0] / "unsaved-1.json").write_text("[]")
    with held(path), pytest.raises(UserError):
        keeper.finish(a_record(1))
    assert keeper.take_in() == 1
    assert store.records() == (a_record(1),)
    assert {file.name for file in folders[0].iterdir()} == {"unsaved-0.json", "unsaved-1.json"}


def test_a_session_that_is_there_already_is_not_there_twice(
    path: Path, keeper: SessionJournal, store: SessionStore
) -> None:
    for _ in range(2):
        with held(path), pytest.raises(UserError):
            keeper.finish(a_record(1))
    store.add(a_record(1))
    assert keeper.take_in() == 1
    assert store.records() == (a_record(1),)
