"""What stands beside the sessions: a card about what was logged, and the goals in two clicks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton

from hipback_desktop.core.record import ComfortLog
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from tests.builders import a_record
from tests.stories.house import ESC, House

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


def click(house: House, text: str) -> None:
    shown = [button for button in house.window.findChildren(QAbstractButton) if button.isVisible()]
    next(button for button in shown if button.text() == text).click()
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
