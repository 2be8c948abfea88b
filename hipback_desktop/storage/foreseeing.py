"""Whether a database could be kept at a place, decided by looking: nothing is written, and nothing made."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from hipback_desktop.storage.faults import faults_told

_ANY_WRITE = 0o222


def foresee_faults(path: Path) -> None:
    """Raises UserError, with the reason, where opening the database at ``path`` to write would fail."""
    path = Path(os.path.realpath(path))
    with faults_told(path):
        if path.exists() and not os.access(path, os.W_OK):
            raise _fault(errno.EACCES, path)
        folder = next(place for place in path.parents if os.path.lexists(place))
        if not folder.is_dir():
            raise _fault(errno.ENOTDIR, folder)
        if not os.access(folder, os.W_OK | os.X_OK) or _is_of_the_system(folder):
            raise _fault(errno.EACCES, folder)


def _is_of_the_system(folder: Path) -> bool:
    """Whether nobody can make a file in it, as in /proc and /sys, where an administrator seems to be allowed to."""
    if os.name != "posix":
        return False
    return not os.statvfs(folder).f_blocks and not folder.stat().st_mode & _ANY_WRITE


def _fault(number: int, place: Path) -> OSError:
    return OSError(number, os.strerror(number), str(place))
