"""One program per data folder: the lock it holds while it runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile


class InstanceLock:
    """Held while the program runs; a lock whose owner is gone is taken over."""

    def __init__(self, socket_path: Path) -> None:
        socket_path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = QLockFile(str(socket_path.with_suffix(".lock")))
        self._lock.setStaleLockTime(0)

    def is_mine(self) -> bool:
        """Takes the lock; False when another program has it."""
        return self._lock.tryLock(0)

    def release(self) -> None:
        """Gives the lock back."""
        self._lock.unlock()
