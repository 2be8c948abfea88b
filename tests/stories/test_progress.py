"""Looking back: after a session, with other goals, and from there into the next one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from hipback_desktop.ui.chart_view import ChartView
from tests.stories.house import CTRL, ENTER, ESC, LEFT, RIGHT, TAB, House

LOOK_BACK = Qt.Key.Key_4


def look_back(house: House) -> None:
    house.press(LOOK_BACK, held=CTRL)
    assert house.page == "progress"


def do_a_session(house: House) -> None:
    house.press(ENTER, ENTER)
    house.to_the_end()
    house.press(ESC)


def start_button(house: House) -> QAbstractButton:
    buttons = house.window.findChildren(QAbstractButton)
    return next(button for button in buttons if button.isVisible() and button.text().startswith("Start "))


def test_a_session_done_is_seen_at_the_next_look_back(house: House) -> None:
    house.knows_me()
    house.open()
    look_back(house)
    assert house.sees("0 of 3 stretch days")
    assert house.sees("Your weeks will appear here")
    house.press(Qt.Key.Key_1, held=CTRL)
    do_a_session(house)
    look_back(house)
    assert house.sees("1 of 3 stretch days")
    assert house.sees("Most minutes, and the latest: Week of")
    assert not house.sees("Your weeks will appear here")


@pytest.mark.parametrize("page", ["history", "progress", "library"])
def test_a_page_can_be_gone_to_before_the_first_one_is_there(house: House, page: str) -> None:
    """In the frame that has the bar and nothing below it."""
    house.knows_me()
    house.has_begun()
    house.window.show_page(page)
    assert house.page == page
    house.goes_on()
    assert house.page == page


def test_a_lower_goal_is_shown_at_once(house: House) -> None:
    house.knows_me()
    house.open()
    look_back(house)
    house.program._person.change_one("stretch_days", 2)
    house.settle()
    assert house.sees("0 of 2 stretch days")


def test_the_routine_it_suggests_starts_with_enter(house: House) -> None:
    house.knows_me()
    house.open()
    look_back(house)
    start_button(house).setFocus()
    house.press(ENTER)
    assert house.sees("How stiff do you feel right now?")
    house.press(ENTER)
    assert house.page == "session"


def test_who_wants_only_breaks_is_suggested_nothing_and_has_no_goals(house: House) -> None:
    house.knows_me()
    house.open()
    house.program._front.today.offer_only_breaks(True)
    look_back(house)
    assert not house.sees("Start ")
    assert not house.sees("stretch days")
    house.program._front.today.offer_only_breaks(False)
    house.press(Qt.Key.Key_1, held=CTRL)
    look_back(house)
    assert house.sees("0 of 3 stretch days")


def test_by_keyboard_alone_one_reads_every_week(house: House) -> None:
    house.knows_me()
    house.open()
    do_a_session(house)
    look_back(house)
    house.press(RIGHT, RIGHT)
    assert house.sees("Most minutes, and the latest: Week of")
    for _stop in range(12):
        house.press(TAB)
        focused = house.window.focusWidget()
        if isinstance(focused, ChartView) and "Week of" in focused.accessibleName():
            break
    else:
        pytest.fail("no chart of weeks was reached")
    assert "min, " in focused.accessibleName()
    house.press(LEFT)
    assert focused.accessibleName().endswith(": 0 min")
