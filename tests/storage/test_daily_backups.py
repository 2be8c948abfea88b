"""A backup a day: seven of them, and the last of four weeks before."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.storage.daily_backups import has_daily, keep_daily, worth_keeping
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.session_store import SessionStore
from tests.storage.builders import a_record

TODAY = date(2026, 3, 18)


def days_in(folder: Path) -> list[str]:
    return sorted(file.name for file in (folder / "backups").iterdir())


def test_of_daily_use_seven_days_and_four_sundays_are_kept() -> None:
    days = {TODAY - timedelta(days=n) for n in range(60)}
    kept = sorted(worth_keeping(days))
    assert kept[4:] == [TODAY - timedelta(days=n) for n in range(6, -1, -1)]
    assert kept[:4] == [date(2026, 2, 22), date(2026, 3, 1), date(2026, 3, 8), date(2026, 3, 11)]


@given(st.sets(st.integers(0, 400).map(lambda n: TODAY - timedelta(days=n)), max_size=40))
def test_never_more_than_eleven_the_newest_always_and_stable(days: set[date]) -> None:
    kept = worth_keeping(days)
    assert kept <= days
    assert len(kept) <= 11
    assert not days or max(days) in kept
    assert worth_keeping(kept) == kept


def test_a_day_has_one_backup_the_last_one(path: Path, database: Database, store: SessionStore) -> None:
    for number in range(2):
        store.add(a_record(number))
        database.keep_backup()
        keep_daily(path, TODAY)
    assert days_in(path.parent) == ["hipback-2026-03-18.sqlite3"]
    copy = open_database(path.parent / "backups" / "hipback-2026-03-18.sqlite3")
    assert len(SessionStore(copy).records()) == 2
    copy.close()


def test_what_is_too_old_goes_and_what_is_not_ours_stays(path: Path, database: Database) -> None:
    database.keep_backup()
    for n in range(40, -1, -1):
        keep_daily(path, TODAY - timedelta(days=n))
    (path.parent / "backups" / "hipback-holiday.sqlite3").write_bytes(b"mine")
    (path.parent / "backups" / "2020-01-01.txt").write_bytes(b"mine")
    keep_daily(path, TODAY)
    assert len(days_in(path.parent)) == 11 + 2


def test_after_damage_a_daily_backup_helps_when_the_last_one_is_gone(path: Path) -> None:
    database = open_database(path)
    SessionStore(database).add(a_record())
    database.keep_backup()
    keep_daily(path, TODAY)
    database.close()
    path.with_name("hipback.backup.sqlite3").unlink()
    path.write_bytes(b"rubbish" * 1000)
    database = open_database(path)
    assert "The backup of" in database.notices[0]
    assert SessionStore(database).records() == (a_record(),)
    database.close()


def test_a_day_without_a_backup_is_known(path: Path, database: Database) -> None:
    database.keep_backup()
    assert not has_daily(path, TODAY)
    keep_daily(path, TODAY)
    assert has_daily(path, TODAY)
    assert not has_daily(path, TODAY + timedelta(days=1))


def test_what_a_killed_backup_left_goes_with_the_next_and_one_under_way_stays(path: Path, database: Database) -> None:
    database.keep_backup()
    keep_daily(path, TODAY)
    gone, here = 999_999_999, os.getpid()  # no system has so many processes
    left = [
        path.with_name(f"hipback.backup.sqlite3.{gone}-1.new"),
        path.with_name(f"hipback.backup.sqlite3.{gone}-1.new-journal"),
        path.with_name(f"settings.json.{gone}.new"),
        path.parent / "backups" / f"hipback-2026-03-17.sqlite3.{gone}.new",
    ]
    stays = [path.with_name(f"hipback.backup.sqlite3.{here}-1.new"), path.with_name("mine.new")]
    for file in (*left, *stays):
        file.touch()
    database.keep_backup()
    keep_daily(path, TODAY)
    assert [file for file in left if file.exists()] == []
    assert all(file.exists() for file in stays)
