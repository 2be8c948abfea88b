"""What stands beside the sessions: a card about what was logged, and the goals in two clicks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from hipback_desktop.core.record import ComfortLog
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from hipback_desktop.ui.column import Column
from hipback_desktop.ui.sheet_host import SheetHost
from tests.builders import a_record
from tests.stories.house import CTRL, DOWN, ENTER, ESC, House

CARD = "You logged something sharp, shooting or spreading in two sessions within 14 days."


@pytest.fixture
def twice_sharp(house: House) -> House:
    house.knows_me()
    database = open_database(house.folders.database)
    for hours in (2, 60):
        at = house.clock.now() - timedelta(hours=hours)
        SessionStore(database).add(a_record(id=str(hours), started_at=at, log=ComfortLog(felt_sharp=True)))
    database.close()
    house.open()
    return house


def shown_buttons(house: House) -> list[QAbstractButton]:
    return [button for button in house.window.findChildren(QAbstractButton) if button.isVisible()]


def click(house: House, text: str) -> None:
    next(button for button in shown_buttons(house) if button.text() == text).click()
    house.settle()


def test_the_card_says_what_was_logged_why_and_where_to_ask(twice_sharp: House) -> None:
    assert twice_sharp.sees(CARD)
    assert not twice_sharp.sees("at most 14 days apart")
    click(twice_sharp, "Why do I see this?")
    assert twice_sharp.sees("at most 14 days apart")
    click(twice_sharp, "Where to get help")
    assert twice_sharp.sees("Get emergency help now")
    twice_sharp.press(ESC)
    assert twice_sharp.sees(CARD)


def test_reading_where_to_get_help_begins_at_the_top_and_goes_on_by_key(twice_sharp: House) -> None:
    twice_sharp.window.resize(900, 600)
    where = next(button for button in shown_buttons(twice_sharp) if button.text() == "Where to get help")
    where.setFocus()
    twice_sharp.press(" ")
    bar = twice_sharp.window.findChildren(SheetHost)[0].findChildren(Column)[0].verticalScrollBar()
    assert bar.value() == 0
    assert bar.maximum() > 0
    twice_sharp.press(DOWN)
    assert bar.value() > 0
    twice_sharp.press(ENTER)
    assert not twice_sharp.sees("Get emergency help now")


def test_once_read_it_does_not_come_back(twice_sharp: House) -> None:
    click(twice_sharp, "I have read it")
    assert not twice_sharp.sees(CARD)
    twice_sharp.close()
    twice_sharp.clock.seconds += 15 * 86_400
    twice_sharp.open()
    assert not twice_sharp.sees(CARD)


def test_put_off_it_comes_back_after_two_weeks(twice_sharp: House) -> None:
    click(twice_sharp, "Show it in two weeks")
    assert not twice_sharp.sees(CARD)
    twice_sharp.close()
    twice_sharp.clock.seconds += 14 * 86_400
    twice_sharp.open()
    twice_sharp.press(ESC)
    assert twice_sharp.sees(CARD)


def test_the_goals_are_set_in_two_clicks(house: House) -> None:
    house.knows_me()
    house.open()
    click(house, "Goals")
    click(house, "5")
    assert house.settings.stretch_days == 5
    assert house.settings.past_goals
    house.press(ESC)
    assert house.page == "today"


def test_from_the_history_as_well(house: House) -> None:
    house.knows_me()
    database = open_database(house.folders.database)
    SessionStore(database).add(a_record(started_at=house.clock.now()))
    database.close()
    house.open()
    house.press(Qt.Key.Key_3, held=CTRL)
    click(house, "Goals")
    click(house, "4")
    assert house.settings.stretch_days == 4
    house.press(ESC)
    assert house.page == "history"
