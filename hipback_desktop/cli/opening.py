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
from hipback_desktop.storage.backup import companion
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.faults import DamagedError, faults_told

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
    with faults_told(path), tempfile.TemporaryDirectory(prefix="hipback-") as folder:
        copy = Path(folder) / path.name
        for ending in ("", "-wal"):  # what was not moved into the file yet is beside it
            if companion(path, ending).exists():
                shutil.copyfile(companion(path, ending), companion(copy, ending))
        database = open_database(copy)
        try:
            if database.notices:
                raise DamagedError(path)
            yield database
        finally:
            database.close()
