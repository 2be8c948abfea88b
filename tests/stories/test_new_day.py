"""A window that stays open over midnight shows the new day, and on Monday the new week."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from tests.builders import a_record
from tests.stories.house import CTRL, House

TO_NEXT_WEEK = 7 * 24 * 60 * 60.0


@pytest.fixture
def house_with_a_session(house: House) -> House:
    house.knows_me()
    database = open_database(house.folders.database)
    SessionStore(database).add(a_record(started_at=house.clock.now() - timedelta(hours=1)))
    database.close()
    house.open()
    return house


def test_todays_page_has_the_new_week(house_with_a_session: House) -> None:
    house = house_with_a_session
    assert house.sees("1 of 3 stretch days, 0 of 2 strength days this week")
    house.after(TO_NEXT_WEEK)
    assert house.sees("This week is still open.")


def test_what_is_looked_at_has_it_as_well(house_with_a_session: House) -> None:
    house = house_with_a_session
    house.press(Qt.Key.Key_4, held=CTRL)
    assert house.sees("1 of 3 stretch days")
    house.after(TO_NEXT_WEEK)
    assert house.sees("0 of 3 stretch days")
    house.press(Qt.Key.Key_3, held=CTRL)
    house.press(Qt.Key.Key_1, held=CTRL)
    assert house.sees("This week is still open.")


def test_a_computer_that_slept_over_midnight_has_it_when_somebody_comes_back(house_with_a_session: House) -> None:
    """No timer runs while it sleeps."""
    house = house_with_a_session
    house.clock.slept += TO_NEXT_WEEK
    house.settle()
    assert not house.sees("This week is still open.")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    house.settle()
    assert house.sees("This week is still open.")


def test_a_session_over_midnight_goes_on(house: House) -> None:
    house.knows_me()
    house.clock.slept += (house.clock.now().replace(hour=23, minute=59) - house.clock.now()).total_seconds()
    house.open()
    house.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert house.page == "session"
    house.after(120)
    assert (house.page, house.is_playing) == ("session", True)
