"""The edges of the program, replaced: a clock that steps, files in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hipback_desktop.app.session_room import SessionRoom
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.session_journal import SessionJournal
from hipback_desktop.storage.session_store import SessionStore


def pytest_itemcollected(item: pytest.Item) -> None:
    """The offscreen platform says what it cannot do with windows and trays; that is no fault of ours."""
    told = ("propagateSizeHints", "does not support raise", "systemTrayWindowChanged")
    item.add_marker(pytest.mark.qt_log_ignore(*told, extend=True))


@pytest.fixture(autouse=True)
def _no_room_plays_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A room that still waits for its voice would begin in the middle of another test."""
    rooms: list[SessionRoom] = []
    make = SessionRoom.__init__

    def made(room: SessionRoom, *arguments: Any, **named: Any) -> None:
        make(room, *arguments, **named)
        rooms.append(room)

    monkeypatch.setattr(SessionRoom, "__init__", made)
    yield
    for room in rooms:
        room._patience.stop()
        room._waiting = None


@pytest.fixture
def database(data_dir: Path) -> Iterator[Database]:
    database = open_database(data_dir / "hipback.sqlite3")
    yield database
    database.close()


@pytest.fixture
def store(database: Database) -> SessionStore:
    return SessionStore(database)


@pytest.fixture
def journal(database: Database) -> SessionJournal:
    return SessionJournal(database)
