"""What SQLite and the system report, as one sentence with the next action, or as a bug of ours."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.errors import BugError, HipbackError, UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import marked

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

_ERROR, _PERM, _BUSY, _LOCKED, _READONLY, _IOERR = 1, 3, 5, 6, 8, 10
_CORRUPT, _FULL, _CANTOPEN, _FORMAT, _NOTADB = 11, 13, 14, 24, 26

IN_USE_TEXT: Final = marked("{path} is in use by another program; close that program and try again.")
_FULL_TEXT: Final = marked("The disk with {path} is full; free some space and try again.")
_READONLY_TEXT: Final = marked(
    "{path} cannot be written; allow writing to it and its folder, or name another with --data-dir."
)
_DAMAGED_TEXT: Final = marked(
    "{path} is damaged; start Hipback again, it puts the file aside and goes on with a backup."
)
_SENTENCES: Final = (
    (_BUSY, IN_USE_TEXT),
    (_LOCKED, IN_USE_TEXT),
    (_FULL, _FULL_TEXT),
    (_PERM, _READONLY_TEXT),
    (_READONLY, _READONLY_TEXT),
    (_CANTOPEN, marked("{path} cannot be opened; allow access to it and its folder, or name another with --data-dir.")),
    (_IOERR, marked("The disk reported an error at {path}; check the disk, then start Hipback again.")),
    (_CORRUPT, _DAMAGED_TEXT),
    (_NOTADB, _DAMAGED_TEXT),
)
_OS_FULL: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_OS_READONLY: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class DamagedError(UserError):
    """The database cannot be read as one; opening answers by putting it aside."""

    def __init__(self, path: Path) -> None:
        super().__init__(_(_DAMAGED_TEXT).format(path=path))


def is_damage(error: sqlite3.Error, *, opening: bool = False) -> bool:
    """Whether the file itself is at fault; while opening, a header SQLite does not understand is damage too."""
    code = _primary_code(error)
    return code in (_CORRUPT, _NOTADB) or (opening and code in (_ERROR, _FORMAT))


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another connection is in the way."""
    return _primary_code(error) in (_BUSY, _LOCKED)


def told(error: sqlite3.Error | OSError, path: Path) -> HipbackError:
    """The error for the user, or a BugError when the world is not to blame."""
    if isinstance(error, OSError):
        return _system_error(error, path)
    code = _primary_code(error)
    sentence = next((text for known, text in _SENTENCES if known == code), None)
    if sentence is None:
        return BugError(f"unexpected answer of the database: {error}")
    return UserError(_(sentence).format(path=path))


@contextmanager
def faults_told(path: Path) -> Iterator[None]:
    """Turns every error of SQLite and the system inside into one of ours."""
    try:
        yield
    except OSError as error:
        raise told(error, path) from error
    except _database_error() as error:
        raise told(error, path) from error


def _database_error() -> type[sqlite3.Error]:
    """What SQLite raises, looked up when something was raised: the first frame needs a file, and no database."""
    import sqlite3

    return sqlite3.Error


def _system_error(error: OSError, path: Path) -> UserError:
    if error.errno in _OS_FULL:
        return UserError(_(_FULL_TEXT).format(path=path))
    if error.errno in _OS_READONLY:
        return UserError(_(_READONLY_TEXT).format(path=path))
    reason = (error.strerror or str(error)).lower()
    sentence = _("{path} cannot be used ({reason}); put that right, or name another folder with --data-dir.")
    return UserError(sentence.format(path=path, reason=reason))


def _primary_code(error: sqlite3.Error) -> int | None:
    """SQLite's code without its extension; None when the error came from Python's side of it."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
