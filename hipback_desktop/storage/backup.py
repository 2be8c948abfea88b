"""Copies of the database: made whole and private, and brought back when the database itself is damaged."""

from __future__ import annotations

import logging
import os
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hipback_desktop.storage.migrations import APPLICATION_ID, version_of

if TYPE_CHECKING:
    import sqlite3

logger = logging.getLogger(__name__)

PRIVATE_FILE: Final = 0o600
COMPANIONS: Final = ("-wal", "-shm", "-journal")


def beside(path: Path, word: str) -> Path:
    """A file next to the database: ``hipback.sqlite3`` and ``backup`` give ``hipback.backup.sqlite3``."""
    return path.with_name(f"{path.stem}.{word}{path.suffix}")


def companion(path: Path, ending: str) -> Path:
    """A file that SQLite keeps to a database."""
    return path.with_name(path.name + ending)


def daily_folder(path: Path) -> Path:
    """Where the backups of the last days and weeks are."""
    return path.parent / "backups"


def make_file(path: Path) -> None:
    """An empty file that only this user may read; none is touched that exists.

    Opening an existing database by other means than SQLite is never right: closing it drops the locks of this process.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
    except FileExistsError:
        logger.debug("%s exists", path)


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether rows and indexes are whole and agree, without the CHECKs, which would take most of the time."""
    connection.execute("PRAGMA ignore_check_constraints = ON")
    answer: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    connection.execute("PRAGMA ignore_check_constraints = OFF")
    return answer == "ok"


def back_up(connection: sqlite3.Connection, target: Path) -> bool:
    """Copies the database into ``target`` while it may be in use; False, and no new copy, when it is not sound."""
    import sqlite3  # deferred: see faults_told

    # of its own, as others may be at the same copy: programs that all find an old database
    unfinished = target.with_name(f"{target.name}.{os.getpid()}-{threading.get_ident()}.new")
    unfinished.unlink(missing_ok=True)
    make_file(unfinished)
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, readable without companions
            is_good = is_sound(copy)
        if is_good:
            unfinished.replace(target)
        return is_good
    finally:
        unfinished.unlink(missing_ok=True)


def put_aside(path: Path) -> Path:
    """Renames a damaged database and its companions; the new name of the database.

    The database goes last: no companion may be left beside the file that takes its place, SQLite would apply it.
    """
    number = 1
    while any(companion(beside(path, f"damaged-{number}"), ending).exists() for ending in ("", *COMPANIONS)):
        number += 1
    target = beside(path, f"damaged-{number}")
    for ending in (*COMPANIONS, ""):
        if companion(path, ending).exists():
            companion(path, ending).rename(companion(target, ending))
    return target


def backups_of(path: Path) -> tuple[Path, ...]:
    """The backups there are, newest first."""
    daily = daily_folder(path).glob(f"{path.stem}-*{path.suffix}")
    found = [beside(path, "backup"), *path.parent.glob(beside(path, "before-v*").name), *daily]
    return tuple(sorted((p for p in found if p.is_file()), key=lambda p: p.stat().st_mtime, reverse=True))


def restore(path: Path, newest_version: int) -> Path | None:
    """Puts a copy of the newest sound backup in the place of the database; which one, or None."""
    import sqlite3  # deferred: see faults_told

    for backup in backups_of(path):
        try:
            # immutable: a backup is one file, and nothing is to be made beside it
            with closing(sqlite3.connect(f"{backup.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
                if _is_usable(connection, newest_version) and back_up(connection, path):
                    return backup
        except sqlite3.DatabaseError as error:
            logger.info("%s is no help: %s", backup, error)
    return None


def _is_usable(connection: sqlite3.Connection, newest_version: int) -> bool:
    is_ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    return is_ours and 1 <= version_of(connection) <= newest_version
