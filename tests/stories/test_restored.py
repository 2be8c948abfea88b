"""Another terminal puts a backup in the place of what there is, while the program runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from hipback_desktop.core.settings import Section
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from hipback_desktop.ui.settings_dialog import SettingsDialog
from tests.builders import a_record
from tests.stories.house import CTRL, ESC, House
from tests.stories.test_remote_control import Other

TAKEN_OVER = "The Hipback that is open has taken them over."


@pytest.fixture
def other(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> Other:
    return Other(qtbot, capsys)


@pytest.fixture
def backup(house: House, other: Other, tmp_path: Path) -> str:
    """One session and an interval of 30 minutes, after which there came to be none, and 60 minutes."""
    house.knows_me(break_interval_minutes=30)
    with_one = open_database(house.folders.database)
    SessionStore(with_one).add(a_record(started_at=house.clock.now(), name="The one kept"))
    with_one.close()
    file = str(tmp_path / "mine.zip")
    assert other.types("backup", file)[0] == 0
    house.folders.database.unlink()
    house.knows_me(break_interval_minutes=60, breaks_on=True)
    return file


def test_the_program_in_the_tray_goes_on_with_what_was_restored(house: House, other: Other, backup: str) -> None:
    house.logs_in()
    assert other.learns("breaks", "status")["on"] is True
    assert other.types("restore", backup)[1].splitlines()[1:] == [TAKEN_OVER]
    assert other.learns("breaks", "status")["on"] is False
    house.program._person.change_one("minutes", 25)
    assert (house.settings.break_interval_minutes, house.settings.minutes) == (30, 25)


@pytest.mark.parametrize(("key", "words"), [(Qt.Key.Key_3, "The one kept"), (Qt.Key.Key_4, "1 of 3 stretch days")])
def test_the_page_that_is_shown_has_what_was_restored(
    house: House, other: Other, backup: str, key: Qt.Key, words: str
) -> None:
    house.open()
    house.press(ESC)
    house.press(key, held=CTRL)
    assert not house.sees(words)
    assert other.types("restore", backup)[0] == 0
    house.settle()
    assert house.sees(words)


def test_settings_that_are_open_show_what_was_restored_and_do_not_write_back_what_was(
    house: House, other: Other, backup: str
) -> None:
    house.open()
    house.press(ESC)
    house.window.show_settings()
    (dialog,) = house.window.findChildren(SettingsDialog)
    dialog.show_section(Section.BREAKS)
    (minutes,) = (field for field in dialog.findChildren(QSpinBox) if field.accessibleName() == "Remind me after")
    assert minutes.value() == 60
    assert other.types("restore", backup)[0] == 0
    house.settle()
    assert minutes.value() == 30
    dialog.accept()
    assert house.settings.break_interval_minutes == 30


def test_what_was_deleted_before_is_not_put_back(house: House, other: Other, backup: str) -> None:
    database = open_database(house.folders.database)
    SessionStore(database).add(a_record(started_at=house.clock.now(), id="another", name="Not in the backup"))
    database.close()
    house.open()
    house.press(ESC)
    house.press(Qt.Key.Key_3, held=CTRL)
    house.press(Qt.Key.Key_Delete)
    assert house.sees("was deleted")
    assert other.types("restore", backup)[0] == 0
    house.press(Qt.Key.Key_Z, held=CTRL)
    assert [session.name for session in house.sessions] == ["The one kept"]
    assert not house.sees("was deleted")


def test_without_a_program_that_takes_them_over_nothing_is_said_of_it(other: Other, backup: str) -> None:
    assert len(other.types("restore", backup)[1].splitlines()) == 1
