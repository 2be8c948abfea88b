"""Another terminal takes in the sessions of a file, while the program runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hipback_desktop.app.remote import RemoteAnswers
from hipback_desktop.core.errors import UserError
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.exchange import export_sessions
from hipback_desktop.storage.session_store import SessionStore
from tests.builders import a_record
from tests.stories.house import CTRL, ESC, House
from tests.stories.test_remote_control import Other

ONE_NEW = "Sessions: 1 new, 0 made fuller, 0 there already.\n"


@pytest.fixture
def other(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> Other:
    return Other(qtbot, capsys)


@pytest.fixture
def file(house: House, tmp_path: Path) -> str:
    """A session of today, from another computer."""
    elsewhere, file = open_database(tmp_path / "elsewhere.sqlite3"), tmp_path / "mine.json"
    store = SessionStore(elsewhere)
    store.add(a_record(started_at=house.clock.now(), name="From elsewhere"))
    export_sessions(store, file, lambda _records: iter(()))
    elsewhere.close()
    return str(file)


@pytest.mark.parametrize(
    ("key", "words"),
    [(Qt.Key.Key_1, "1 of 3 stretch days"), (Qt.Key.Key_3, "From elsewhere"), (Qt.Key.Key_4, "1 of 3 stretch days")],
)
def test_the_page_that_is_shown_has_what_was_taken_in(
    house: House, other: Other, file: str, key: Qt.Key, words: str
) -> None:
    house.knows_me()
    house.open()
    house.press(ESC)
    house.press(key, held=CTRL)
    assert not house.sees(words)
    assert other.types("import", file) == (0, ONE_NEW, "")
    house.settle()
    assert house.sees(words)


def test_what_was_deleted_here_can_still_be_put_back(house: House, other: Other, file: str) -> None:
    house.knows_me()
    database = open_database(house.folders.database)
    SessionStore(database).add(a_record(started_at=house.clock.now(), id="another", name="Deleted here"))
    database.close()
    house.open()
    house.press(ESC)
    house.press(Qt.Key.Key_3, held=CTRL)
    house.press(Qt.Key.Key_Delete)
    assert other.types("import", file) == (0, ONE_NEW, "")
    house.press(Qt.Key.Key_Z, held=CTRL)
    assert {session.name for session in house.sessions} == {"From elsewhere", "Deleted here"}


def test_a_program_in_the_tray_shows_it_in_its_window_later(house: House, other: Other, file: str) -> None:
    house.knows_me(breaks_on=True)
    house.logs_in()
    assert other.types("import", file) == (0, ONE_NEW, "")
    assert not house.has_window


def test_one_from_before_that_does_not_know_the_request_shows_it_later(
    house: House, other: Other, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_answers: RemoteAnswers, _request: dict[str, Any]) -> dict[str, Any]:
        raise UserError("This Hipback does not know the command.")

    monkeypatch.setattr(RemoteAnswers, "answer", refuse)
    house.knows_me()
    house.open()
    code, out, err = other.types("import", file)
    assert (code, out) == (0, ONE_NEW)
    assert err == "hipback: The Hipback that is open shows them when you next go to another page.\n"
