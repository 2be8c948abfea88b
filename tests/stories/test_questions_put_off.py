"""What is due when the window opens is asked after the session that came first, and not forgotten."""

from __future__ import annotations

import pytest

from hipback_desktop.app.start import Start
from hipback_desktop.core.settings import Settings
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from hipback_desktop.storage.settings_file import SettingsFile
from tests.builders import a_record
from tests.stories.house import ESC, House
from tests.stories.test_sitting_break import until_prompted

DAMAGED = "It has 1 session in it."


@pytest.fixture
def damaged(house: House) -> House:
    """The desktop starts the program, whose history is rubbish beside a backup."""
    house.knows_me(breaks_on=True)
    database = open_database(house.folders.database)
    SessionStore(database).add(a_record(started_at=house.clock.now()))
    database.keep_backup()
    database.close()
    house.folders.database.write_bytes(b"rubbish" * 2000)
    house.logs_in()
    return house


def test_after_a_break_that_came_first_the_window_asks_when_it_is_opened(damaged: House) -> None:
    until_prompted(damaged)
    damaged.surfaces.start_chosen.emit()
    damaged.settle()
    damaged.surfaces.open_chosen.emit()
    assert damaged.page == "session"
    assert not damaged.sees(DAMAGED)
    damaged.after(130)
    assert not damaged.window.isVisible()
    damaged.surfaces.open_chosen.emit()
    damaged.settle()
    assert damaged.sees(DAMAGED)
    damaged.press(ESC)
    damaged.surfaces.open_chosen.emit()
    assert not damaged.sees(DAMAGED)


def test_after_a_routine_that_was_asked_for_the_screens_come(house: House) -> None:
    SettingsFile(house.folders.settings).write(Settings(minutes=2))
    house.open(Start("desk_reset_2"))
    assert house.page == "session"
    house.to_the_end()
    assert house.window.is_asking
    assert house.page == "today"
    house.press(ESC)
    house.settle()
    assert house.page == "welcome"
