"""One program per data folder: the lock it holds while it runs."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QLockFile

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

PRIVATE_FOLDER = 0o700


class InstanceLock:
    """Held while the program runs; a lock whose owner is gone is taken over."""

    def __init__(self, socket_path: Path) -> None:
        self._folder = socket_path.parent
        try:
            _make_private(self._folder)
        except OSError as error:
            raise UserError(
                _("{folder} cannot be made ({reason}); name another folder with --data-dir.").format(
                    folder=self._folder, reason=error.strerror or error
                )
            ) from error
        self._lock = QLockFile(str(socket_path.with_suffix(".lock")))
        self._lock.setStaleLockTime(0)

    def is_mine(self) -> bool:
        """Takes the lock; False when another program has it."""
        if self._lock.tryLock(0):
            return True
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        raise UserError(
            _("{folder} cannot be written; allow that, or name another folder with --data-dir.").format(
                folder=self._folder
            )
        )

    def release(self) -> None:
        """Gives the lock back."""
        self._lock.unlock()


def _make_private(folder: Path) -> None:
    """Makes the folder, and those around it that are missing, for this user alone; one that is open to others is shut.

    The folder of a long path lies where everybody may make one, so another user's is refused.
    """
    for missing in reversed([part for part in (folder, *folder.parents) if not part.exists()]):
        missing.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    if os.name == "posix":
        if folder.stat().st_uid != os.getuid():
            raise PermissionError(1, _("it belongs to another user"))
        folder.chmod(PRIVATE_FOLDER)
