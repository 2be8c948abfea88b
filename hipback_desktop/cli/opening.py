"""The database of the person whose folder a command works on, open for as long as the command needs it."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hipback_desktop import paths
from hipback_desktop.cli.output import say
from hipback_desktop.core.errors import UserError
from hipback_desktop.storage.backup import backups_of, companion
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.faults import DamagedError, faults_told
from hipback_desktop.storage.inspection import suspicion

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from hipback_desktop.storage.database import Database


@contextmanager
def opened_database(options: argparse.Namespace) -> Iterator[Database]:
    """The open database; what had to be put right in it is said on standard error."""
    database = open_database(paths.folders(options.data_dir).database)
    for notice in database.notices:
        say(notice)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def readable_database(options: argparse.Namespace) -> Iterator[Database]:
    """The same to look at only: where nothing can be written, a copy of it is opened elsewhere."""
    path = paths.folders(options.data_dir).database
    if not path.exists() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        with opened_database(options) as database:
            yield database
        return
    with copied_database(path) as database:
        if database.notices:
            raise DamagedError(path)
        yield database


@contextmanager
def copied_database(path: Path) -> Iterator[Database]:
    """A copy of it, with its backups: what opening one puts right is put right elsewhere, and nothing here changes."""
    path = Path(os.path.realpath(path))
    with faults_told(path), tempfile.TemporaryDirectory(prefix="hipback-") as folder:
        copy = Path(folder) / path.name
        for file in (path, *_beside(path)):
            target = Path(folder) / file.relative_to(path.parent)
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(file, target)
            shutil.copystat(file, target)  # the newest backup is the one that is used
        try:
            database = open_database(copy)
        except UserError as error:
            raise UserError(str(error).replace(str(copy), str(path))) from error
        try:
            yield database
        finally:
            database.close()


def _beside(path: Path) -> Iterator[Path]:
    """What opening a database looks at as well: what is not in the file yet, whether damage was met, the backups."""
    yield from (file for file in (companion(path, "-wal"), suspicion(path)) if file.exists())
    yield from backups_of(path)
