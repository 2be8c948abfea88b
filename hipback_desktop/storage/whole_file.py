"""A file that is written whole or not at all."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PRIVATE_FILE: Final = 0o600
_UNFINISHED: Final = re.compile(r".+\.([0-9]{1,9})(-[0-9]+)?\.new(-wal|-shm|-journal)?")


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """A stream whose content takes the place of the file in one step: a crash leaves the old one or the new one.

    The file can be read by its owner alone; where the content cannot be made, the old one stays.
    """
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.new")
    unfinished.unlink(missing_ok=True)
    sweep(path.parent, path.name)
    try:
        handle = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    if os.name == "posix":  # the new name must outlast a power cut as well
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def sweep(folder: Path, beginning: str = "") -> None:
    """Takes away unfinished files that killed programs left; one whose maker still runs is not touched."""
    for left in folder.iterdir():
        found = _UNFINISHED.fullmatch(left.name)
        if found is not None and left.name.startswith(beginning) and not _is_running(int(found[1])):
            with suppress(OSError):  # the next one will try again
                left.unlink()


def _is_running(process: int) -> bool:
    """On Windows always False: there an open file cannot be taken away, and asking would end the process."""
    if os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
