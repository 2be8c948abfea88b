"""A damaged database is put aside and its last backup used; no damage ends in a traceback or a silent loss."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
from pathlib import Path

import pytest

from hipback_desktop.core.errors import UserError
from hipback_desktop.storage import inspection
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.migrations import MIGRATIONS
from hipback_desktop.storage.session_journal import SessionJournal
from hipback_desktop.storage.session_store import SessionStore
from tests.storage.builders import a_record, an_open_session

COUNT = 60
RECORDS = tuple(a_record(number) for number in reversed(range(COUNT)))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a database with sessions and a session under way."""
    path = tmp_path_factory.mktemp("sound") / "hipback.sqlite3"
    database = open_database(path)
    for record in RECORDS:
        SessionStore(database).add(record)
    SessionJournal(database).begin(an_open_session(99))
    database.close()
    return path.read_bytes()


@pytest.fixture
def path(data_dir: Path) -> Path:
    data_dir.mkdir()
    return data_dir / "hipback.sqlite3"


def put(path: Path, content: bytes) -> None:
    """In the place of what is there, by another file: the bytes of an open database are never written to."""
    path.unlink(missing_ok=True)
    path.write_bytes(content)


def kept(path: Path) -> tuple[tuple[str, ...], int]:
    """What opening says, and how many sessions there are then; the database can be written again."""
    database = open_database(path)
    store = SessionStore(database)
    found = store.records()
    assert set(found) <= set(RECORDS)
    assert store.add(a_record(1000))
    database.close()
    return database.notices, len(found)


def cuts(length: int) -> list[int]:
    near = [1, 15, 16, 17, 99, 100, 101, 511, 512, 513, 1024, 4095, 4096, 4097, 8191, 8192, 8193]
    rng = random.Random(7)
    return [*near, length - 4096, length - 1, *(rng.randrange(1, length) for _ in range(15))]


def test_a_database_cut_off_anywhere_without_a_backup(path: Path, sound: bytes) -> None:
    for number, cut in enumerate(cuts(len(sound)), start=1):
        put(path, sound[:cut])
        notices, count = kept(path)
        aside = path.with_name(f"hipback.damaged-{number}.sqlite3")
        assert count == 0
        said = "Your history was damaged and there was no backup, so a new one begins; the damaged file was kept as"
        assert notices == (f"{said} {aside.name}.",)
        assert aside.read_bytes() == sound[:cut]


def test_a_database_cut_off_anywhere_with_a_backup(path: Path, sound: bytes) -> None:
    path.with_name("hipback.backup.sqlite3").write_bytes(sound)
    for cut in (0, *cuts(len(sound))):
        put(path, sound[:cut])
        notices, count = kept(path)
        assert count == COUNT
        assert len(notices) == 1
        assert "The backup of" in notices[0]
        assert f"with {COUNT} sessions is used" in notices[0]
    database = open_database(path)
    assert database.notices == ()
    database.close()
    assert path.with_name("hipback.backup.sqlite3").read_bytes() == sound


@pytest.mark.parametrize(
    "content",
    [b"\0" * 4096, b"hello", b"SQLite format 3\0", b"SQLite format 3\0" + b"\xff" * 5000, b"{}" * 9000],
    ids=["zeros", "text", "magic only", "magic and rubbish", "json"],
)
def test_a_file_that_is_no_database(path: Path, content: bytes) -> None:
    put(path, content)
    notices, count = kept(path)
    assert (len(notices), count) == (1, 0)
    assert path.with_name("hipback.damaged-1.sqlite3").read_bytes() == content


def test_a_database_of_another_program_is_put_aside_whole(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE session (id)")
    connection.close()
    content = path.read_bytes()
    assert len(kept(path)[0]) == 1
    assert path.with_name("hipback.damaged-1.sqlite3").read_bytes() == content


@pytest.mark.parametrize("version", [-1, 2**31 - 1])
def test_a_version_that_no_program_has_is_damage(path: Path, sound: bytes, version: int) -> None:
    put(path, sound[:60] + version.to_bytes(4, "big", signed=True) + sound[64:])
    assert len(kept(path)[0]) == 1


@pytest.mark.expects_log
def test_damaged_bytes_anywhere_never_end_in_a_traceback(
    path: Path, sound: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """Nor in a loss that nobody tells of: what is missing afterwards is announced, logged or refused."""
    rng = random.Random(11)
    put(path.with_name("hipback.backup.sqlite3"), sound)
    places = [*range(0, 100, 2), *(rng.randrange(100, len(sound)) for _ in range(80))]
    for place in places:
        damaged = bytearray(sound)
        length = rng.choice((1, 1, 16, 700))
        damaged[place : place + length] = rng.randbytes(len(damaged[place : place + length]))
        put(path, bytes(damaged))
        caplog.clear()
        with contextlib.suppress(UserError), contextlib.closing(open_database(path)) as database:
            found = SessionStore(database).records()
            SessionStore(database).add(a_record(1000))
            SessionJournal(database).open_session()
            assert len(found) == COUNT or (caplog.records and not database.notices)
        for leftover in path.parent.glob("hipback.sqlite3-*"):
            leftover.unlink()


def test_the_write_ahead_log_goes_with_the_damaged_database(path: Path, sound: bytes) -> None:
    put(path, sound[:5000])
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).write_bytes(b"left by a crash")
    path.with_name("hipback.damaged-1.sqlite3-wal").write_bytes(b"older")
    database = open_database(path)
    assert SessionStore(database).records() == ()
    database.close()
    names = {file.name for file in path.parent.iterdir()}
    assert "hipback.damaged-2.sqlite3" in names
    assert path.with_name("hipback.damaged-1.sqlite3-wal").read_bytes() == b"older"
    assert path.read_bytes()[:16] == b"SQLite format 3\0"


def test_an_emptied_database_does_not_drop_its_write_ahead_log(path: Path) -> None:
    put(path, b"")
    path.with_name(path.name + "-wal").write_bytes(b"sessions")
    assert len(kept(path)[0]) == 1
    assert path.with_name("hipback.damaged-1.sqlite3-wal").read_bytes() == b"sessions"


def test_an_empty_file_is_a_start_that_came_to_nothing(path: Path) -> None:
    put(path, b"")
    assert kept(path) == ((), 0)


def damage_the_sessions(path: Path, sound: bytes) -> None:
    """From the page on that holds the first of their notes."""
    start = sound.index(RECORDS[0].log.note.encode()) // 4096 * 4096
    put(path, sound[:start] + b"\xff" * 8192 + sound[start + 8192 :])


def test_damage_met_in_use_is_looked_for_at_the_next_start(
    path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "ALWAYS_CHECKED_BYTES", 0)
    put(path.with_name("hipback.backup.sqlite3"), sound)
    damage_the_sessions(path, sound)
    database = open_database(path)
    assert database.notices == ()
    with pytest.raises(UserError, match="damaged; start Hipback again"):
        SessionStore(database).records()
    database.close()
    assert path.with_name(path.name + "-suspect").exists()
    notices, count = kept(path)
    assert (len(notices), count) == (1, COUNT)
    assert not path.with_name(path.name + "-suspect").exists()


def test_a_large_database_is_checked_after_a_crash(path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "ALWAYS_CHECKED_BYTES", 0)
    damage_the_sessions(path, sound)
    path.with_name(path.name + "-wal").touch()
    assert len(kept(path)[0]) == 1


def test_a_database_found_damaged_before_a_migration(path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def next_form(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE session ADD COLUMN weather TEXT")

    monkeypatch.setattr(inspection, "ALWAYS_CHECKED_BYTES", 0)
    put(path.with_name("hipback.backup.sqlite3"), sound)
    damage_the_sessions(path, sound)
    database = open_database(path, (*MIGRATIONS, next_form))
    assert len(database.notices) == 1
    assert len(SessionStore(database).records()) == COUNT
    database.close()


def test_damage_that_the_backup_meets_first_is_remembered(
    path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> bool:
        error = sqlite3.DatabaseError("database disk image is malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error

    put(path, sound)
    database = open_database(path)
    monkeypatch.setattr("hipback_desktop.storage.database.back_up", fail)
    with pytest.raises(UserError, match="damaged; start Hipback again"):
        database.keep_backup()
    database.close()
    assert path.with_name(path.name + "-suspect").exists()
    assert kept(path) == ((), COUNT)


def test_a_damaged_name_in_the_form_is_damage(path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite puts it into its message, and Python cannot read that."""
    monkeypatch.setattr(inspection, "ALWAYS_CHECKED_BYTES", 0)
    put(path.with_name("hipback.backup.sqlite3"), sound)
    put(path, sound.replace(b"origin IN ('routine'", b"origin\x94IN ('routine'"))
    database = open_database(path)
    with pytest.raises(UserError, match="damaged; start Hipback again"):
        SessionJournal(database).begin(an_open_session(98))
        SessionStore(database).add(a_record(1000))
    database.close()
    assert kept(path)[1] == COUNT


def test_a_backup_is_never_replaced_by_damage(path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "ALWAYS_CHECKED_BYTES", 0)
    backup = path.with_name("hipback.backup.sqlite3")
    put(backup, sound)
    damage_the_sessions(path, sound)
    database = open_database(path)
    with pytest.raises(UserError, match="damaged; start Hipback again"):
        database.keep_backup()
    database.close()
    assert backup.read_bytes() == sound
    assert kept(path)[1] == COUNT


def test_the_newest_backup_that_is_sound_is_used(path: Path, sound: bytes, data_dir: Path) -> None:
    put(path, b"rubbish")
    contents = [sound, b"no database", sound[:9000], _of_newer_program(data_dir / "other.sqlite3", sound)]
    for age, content in enumerate(reversed(contents)):
        backup = path.with_name(f"hipback.before-v{age + 2}.sqlite3")
        put(backup, content)
        os.utime(backup, (2_000_000_000 - age, 2_000_000_000 - age))
    notices, count = kept(path)
    assert (len(notices), count) == (1, COUNT)


def _of_newer_program(path: Path, sound: bytes) -> bytes:
    put(path, sound)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    return path.read_bytes()


def test_a_database_that_cannot_be_put_aside_is_said_so(
    path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    put(path, sound[:100])
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(UserError, match="cannot be written; allow writing"):
        open_database(path)
    assert path.read_bytes() == sound[:100]


def test_text_that_is_not_text_any_more_can_still_be_read(path: Path, sound: bytes) -> None:
    put(path, sound.replace(b"Better than", b"\xff\xfe\xfd\xfctter th"))
    database: Database = open_database(path)
    found = SessionStore(database).records()
    database.close()
    assert len(found) == COUNT
    assert found[0].log.note.startswith("\ufffd")
