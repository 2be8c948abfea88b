"""Everything in one file and back: while it is in use, all or nothing, whatever the file."""

from __future__ import annotations

import errno
import os
import random
import sqlite3
import struct
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hipback_desktop.core.errors import UserError
from hipback_desktop.storage import whole_backup
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.session_journal import SessionJournal
from hipback_desktop.storage.session_store import SessionStore
from hipback_desktop.storage.whole_backup import DATABASE_NAME, SETTINGS_NAME, back_up_all, restore_all
from tests.storage.builders import a_record, an_open_session


@pytest.fixture
def settings(path: Path, database: Database) -> Path:
    file = path.with_name("settings.json")
    file.write_text('{"minutes": 20}')
    return file


@pytest.fixture
def backup(database: Database, store: SessionStore, settings: Path, tmp_path: Path) -> Path:
    """Of a history with one session and one under way; both have gone on since."""
    store.add(a_record(1))
    SessionJournal(database).begin(an_open_session(7))
    target = tmp_path / "mine.zip"
    back_up_all(database, settings, target)
    store.add(a_record(2))
    settings.write_text('{"minutes": 5}')
    return target


def test_everything_is_as_it_was(
    backup: Path, database: Database, store: SessionStore, journal: SessionJournal, settings: Path
) -> None:
    restore_all(database, settings, backup)
    assert store.records() == (a_record(1),)
    assert journal.open_session() == an_open_session(7)
    assert settings.read_text() == '{"minutes": 20}'
    assert {file.name for file in settings.parent.iterdir()} >= {"hipback.before-restore.sqlite3"}


def test_a_program_that_runs_sees_it_and_goes_on(backup: Path, path: Path, database: Database, settings: Path) -> None:
    running = open_database(path)
    assert len(SessionStore(running).records()) == 2
    restore_all(database, settings, backup)
    assert SessionStore(running).records() == (a_record(1),)
    SessionStore(running).add(a_record(3))
    assert SessionStore(database).records() == (a_record(3), a_record(1))
    running.close()


def test_what_was_there_before_can_be_had_back(backup: Path, path: Path, database: Database, settings: Path) -> None:
    restore_all(database, settings, backup)
    before = open_database(path.with_name("hipback.before-restore.sqlite3"))
    assert SessionStore(before).records() == (a_record(2), a_record(1))
    before.close()


def test_a_backup_is_for_the_eyes_of_its_owner(backup: Path) -> None:
    assert backup.stat().st_mode & 0o077 == 0


def test_without_settings_those_that_are_there_stay(
    database: Database, store: SessionStore, path: Path, tmp_path: Path
) -> None:
    back_up_all(database, path.with_name("settings.json"), tmp_path / "mine.zip")
    path.with_name("settings.json").write_text("{}")
    restore_all(database, path.with_name("settings.json"), tmp_path / "mine.zip")
    assert path.with_name("settings.json").read_text() == "{}"


def changed(backup: Path, change: Callable[[sqlite3.Connection], object]) -> bytes:
    """The database of a backup after a change."""
    copy = backup.with_name("changed.sqlite3")
    with zipfile.ZipFile(backup) as packed:
        copy.write_bytes(packed.read(DATABASE_NAME))
    with closing(sqlite3.connect(copy)) as connection:
        change(connection)
        connection.commit()
    return copy.read_bytes()


def packed_as(target: Path, **files: bytes) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)


def packed_otherwise(backup: Path) -> bytes:
    """A damaged file, packed by LZMA: reading it ends in an error of its own."""
    target = backup.with_name("otherwise.zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr(DATABASE_NAME, changed(backup, lambda connection: None))
    made = bytearray(target.read_bytes())
    made[len(made) // 2] ^= 0xFF
    return bytes(made)


def entry_changed(backup: Path, place: int, piece: bytes) -> bytes:
    """A backup with other bytes in the directory's entry of the first file."""
    content = bytearray(backup.read_bytes())
    at = content.index(b"PK\1\2") + place
    content[at : at + len(piece)] = piece
    return bytes(content)


def beyond_all_files(backup: Path) -> bytes:
    """A backup whose directory says that the first file begins where no file reaches."""
    content = bytearray(entry_changed(backup, 42, b"\xff" * 4))
    entry = content.index(b"PK\1\2")
    name_ends = entry + 46 + len(DATABASE_NAME)
    further = struct.pack("<HHQ", 1, 8, 2**63)
    content[name_ends:name_ends] = further
    struct.pack_into("<H", content, entry + 30, len(further))
    end = content.index(b"PK\5\6")
    struct.pack_into("<L", content, end + 12, struct.unpack_from("<L", content, end + 12)[0] + len(further))
    return bytes(content)


STRANGELY_PACKED: dict[str, Callable[[Path], bytes]] = {
    "packed otherwise": packed_otherwise,
    "locked": lambda backup: entry_changed(backup, 8, b"\1"),
    "begins before itself": lambda backup: entry_changed(backup, 42, b"\xf0\xff\xff\xff")[40:],
    "lies beyond all files": beyond_all_files,
}


@pytest.mark.parametrize("name", STRANGELY_PACKED)
def test_a_file_that_is_packed_strangely_changes_nothing(
    name: str, backup: Path, database: Database, store: SessionStore, settings: Path, tmp_path: Path
) -> None:
    strange = tmp_path / "strange.zip"
    strange.write_bytes(STRANGELY_PACKED[name](backup))
    with pytest.raises(UserError, match=r"damaged or no backup|no backup that Hipback made"):
        restore_all(database, settings, strange)
    assert store.records() == (a_record(2), a_record(1))
    assert settings.read_text() == '{"minutes": 5}'


def test_a_mistake_of_our_own_is_not_laid_on_the_file(
    backup: Path, database: Database, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_arguments: object) -> None:
        raise ValueError("our own")

    for part in ("open_copy", "parse_document"):
        with monkeypatch.context() as patch:
            patch.setattr(whole_backup, part, stumble)
            with pytest.raises(ValueError, match="our own"):
                restore_all(database, settings, backup)


@pytest.mark.parametrize(
    "name, reason",
    [
        ("missing", ""),  # the system's own words, in its language
        ("folder", "not a regular file"),
        ("no zip", "damaged or no backup"),
        ("other names", "it is no backup that Hipback made"),
        ("no database", "it is no backup that Hipback made"),
        ("rubbish", "damaged or no backup"),
        ("empty", "damaged or no backup"),
        ("newer", "it comes from a newer Hipback; update this one"),
        ("a trigger", "damaged or no backup"),
        ("steps of nobody", "damaged or no backup"),
        ("too large", "something in it is too large"),
        ("bad settings", "the settings in it are damaged"),
    ],
)
def test_a_file_that_is_no_backup_changes_nothing(
    name: str, reason: str, backup: Path, database: Database, store: SessionStore, settings: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    strange = tmp_path / "strange.zip"
    sound = changed(backup, lambda connection: None)
    contents: dict[str, Callable[[], object]] = {
        "missing": lambda: None,
        "folder": strange.mkdir,
        "no zip": lambda: strange.write_bytes(b"PK" * 500),
        "other names": lambda: packed_as(strange, **{DATABASE_NAME: sound, "../../evil": b""}),
        "no database": lambda: packed_as(strange, **{SETTINGS_NAME: b"{}"}),
        "rubbish": lambda: packed_as(strange, **{DATABASE_NAME: b"rubbish" * 1000}),
        "empty": lambda: packed_as(strange, **{DATABASE_NAME: b""}),
        "newer": lambda: packed_as(
            strange, **{DATABASE_NAME: changed(backup, lambda c: c.execute("PRAGMA user_version = 99"))}
        ),
        "a trigger": lambda: packed_as(
            strange,
            **{
                DATABASE_NAME: changed(
                    backup,
                    lambda c: c.execute("CREATE TRIGGER t AFTER INSERT ON session BEGIN DELETE FROM session; END"),
                )
            },
        ),
        "steps of nobody": lambda: packed_as(
            strange, **{DATABASE_NAME: changed(backup, lambda c: c.execute("DELETE FROM session"))}
        ),
        "too large": lambda: packed_as(strange, **{DATABASE_NAME: bytes(3_000_000)}),
        "bad settings": lambda: packed_as(strange, **{DATABASE_NAME: sound, SETTINGS_NAME: b"[]"}),
    }
    contents[name]()
    monkeypatch.setattr(whole_backup, "LARGEST_DATABASE", 2_000_000)
    with pytest.raises(UserError, match=reason or os.strerror(errno.ENOENT)) as told:
        restore_all(database, settings, strange)
    assert "\n" not in str(told.value)
    assert store.records() == (a_record(2), a_record(1))
    assert settings.read_text() == '{"minutes": 5}'
    assert not [file for file in settings.parent.iterdir() if file.is_dir()]


def test_damaged_backups_are_restored_whole_or_not_at_all(
    backup: Path, database: Database, store: SessionStore, settings: Path, tmp_path: Path
) -> None:
    rng = random.Random(2026)
    sound = backup.read_bytes()
    strange = tmp_path / "strange.zip"
    for _ in range(40):
        damaged = bytearray(sound[: rng.randrange(len(sound))] if rng.random() < 0.3 else sound)
        for _ in range(rng.randint(1, 5)):
            if damaged:
                damaged[rng.randrange(len(damaged))] = rng.randrange(256)
        strange.write_bytes(damaged)
        try:
            restore_all(database, settings, strange)
        except UserError:
            assert store.records() == (a_record(2), a_record(1))
        else:
            assert store.records() == (a_record(1),)
            store.add(a_record(2))


def test_a_database_that_somebody_holds_on_to_is_said_so(
    backup: Path, path: Path, database: Database, settings: Path
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="in use by another program"):
            restore_all(database, settings, backup)


def test_what_a_kill_left_of_a_restore_goes_with_the_next(backup: Path, database: Database, settings: Path) -> None:
    left = database.path.with_name("restoring")
    left.mkdir()
    (left / DATABASE_NAME).write_bytes(b"half of it")
    restore_all(database, settings, backup)
    assert not left.exists()


def test_a_backup_that_cannot_be_written_is_said_so(database: Database, settings: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"):
        back_up_all(database, settings, tmp_path / "nowhere" / "mine.zip")
