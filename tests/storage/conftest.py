"""A database of the test's own, closed when the test is over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.session_journal import SessionJournal
from hipback_desktop.storage.session_store import SessionStore


@pytest.fixture
def path(data_dir: Path) -> Path:
    return data_dir / "hipback.sqlite3"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = open_database(path)
    yield opened
    opened.close()


@pytest.fixture
def store(database: Database) -> SessionStore:
    return SessionStore(database)


@pytest.fixture
def journal(database: Database) -> SessionJournal:
    return SessionJournal(database)
