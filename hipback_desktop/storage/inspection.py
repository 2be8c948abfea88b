"""The look at a database file before it is used: whose it is, how old, whether it is whole."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.storage.backup import COMPANIONS, PRIVATE_FILE, backups_of, companion, is_sound, make_file
from hipback_desktop.storage.faults import DamagedError, is_damage
from hipback_desktop.storage.migrations import APPLICATION_ID, version_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    Check = Callable[[sqlite3.Connection], bool]

ALWAYS_CHECKED_BYTES: Final = 1_000_000  # a check takes 4 ms per MB; this is 300 sessions
SMALLEST_PAGE: Final = 512
HIGHEST_VERSION: Final = 1_000  # no program will come so far: a number beyond is a damaged header


class NewerError(UserError):
    """The database comes from a newer program."""


def suspicion(path: Path) -> Path:
    """The file beside a database that says somebody met damage in it."""
    return companion(path, "-suspect")


def prepare(path: Path) -> Check | None:
    """Makes the file or takes it from others' eyes; the check that it needs before it is used, None for none.

    It needs one when the last program did not close it (a clean close leaves no companion) and when it is so small that
    the check costs next to nothing; when somebody met damage, a thorough one.
    """
    make_file(path)
    if not path.is_file():
        raise UserError(_("{path} is not a file; rename it, or name another folder with --data-dir.").format(path=path))
    is_unclean = any(companion(path, ending).exists() for ending in COMPANIONS)
    has_more = _has_content(companion(path, "-wal")) or bool(backups_of(path))
    status = path.stat()  # after the look beside it: a program that is making it fills it before anything else
    if status.st_size < SMALLEST_PAGE and (has_more or status.st_size > 0):
        raise DamagedError(path)  # SQLite takes it for a new database, and would drop what is beside it
    if os.name == "posix" and status.st_uid == os.getuid() and status.st_mode & 0o077:
        path.chmod(PRIVATE_FILE)
    if suspicion(path).exists():
        return is_sound_throughout
    return is_sound if is_unclean or status.st_size <= ALWAYS_CHECKED_BYTES else None


def is_sound_throughout(connection: sqlite3.Connection) -> bool:
    """The same with the CHECKs: a damaged one shows only when a row is written."""
    answer: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return answer == "ok"


def inspect(connection: sqlite3.Connection, path: Path, newest_version: int, check: Check | None) -> None:
    """Refuses a file of a newer program, and one that is damaged as far as can be seen."""
    import sqlite3  # deferred: see faults_told

    try:
        connection.execute("BEGIN")  # one state of the file, also while another program is making it
        is_good = _is_plausible(connection, path, newest_version) and (check is None or check(connection))
        connection.execute("COMMIT")
    except UnicodeDecodeError as error:  # what SQLite says of a damaged name, as Python hands it over
        raise DamagedError(path) from error
    except sqlite3.Error as error:
        if is_damage(error, opening=True):
            raise DamagedError(path) from error
        raise
    if not is_good:
        raise DamagedError(path)


def _is_plausible(connection: sqlite3.Connection, path: Path, newest_version: int) -> bool:
    version = version_of(connection)
    is_ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    is_empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if is_ours and newest_version < version <= HIGHEST_VERSION:
        raise NewerError(
            _("{path} was written by a newer Hipback; update this one, or name another folder with --data-dir.").format(
                path=path
            )
        )
    if is_empty and version == 0:
        return True
    return is_ours and 1 <= version <= newest_version and not is_empty and not _is_cut_off(connection, path)


def _is_cut_off(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file ends before its last page does, which SQLite would fill with zeros."""
    pages, page_bytes = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    is_elsewhere = _has_content(companion(path, "-wal"))  # its end may not be in the file itself yet
    return not is_elsewhere and path.stat().st_size < pages * page_bytes


def _has_content(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0
