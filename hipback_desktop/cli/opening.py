"""The database of the person whose folder a command works on, open for as long as the command needs it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from hipback_desktop import paths
from hipback_desktop.cli.output import say
from hipback_desktop.storage.database import open_database

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
