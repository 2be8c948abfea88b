"""In a language of longer words nothing is cut off on any page, and read from right to left all of it is mirrored."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.sight import Sight
from tests.stories.house import CTRL, DOWN, RIGHT, SPACE, TAB, House
from tests.stories.test_every_page import PLACES, in_a_session, in_the_library, in_the_progress, then

pytestmark = pytest.mark.usefixtures("in_pseudo")


def in_the_library_of_all(house: House) -> None:
    """With what does not suit somebody, and why."""
    house.knows_me(level="new", comfort_filters=("no_kneeling", "no_twisting"))
    house.open()
    house.press(Qt.Key.Key_2, held=CTRL)
    house.press(TAB, SPACE)


def in_a_session_with_sides(house: House) -> None:
    house.knows_me(minutes=20, level="regular")
    house.open()
    house.window.start_requested.emit("full_20")
    house.settle()
    house.press(Qt.Key.Key_Return)
    while house.now.segment.side is None or house.now.breath is None:
        house.after(5)


MORE: dict[str, Callable[[House], None]] = {
    "all exercises": in_the_library_of_all,
    "an own session": then(in_the_library, DOWN, SPACE, DOWN, SPACE),
    "a table": then(in_the_progress, TAB, TAB, TAB, TAB, SPACE),
    "a hold": in_a_session_with_sides,
    "a hold from afar": then(in_a_session_with_sides, "f"),
    "a pause from afar": then(in_a_session, "f", " "),
    "what comes next": then(in_a_session, RIGHT, RIGHT),
}


@pytest.mark.parametrize("place", [*PLACES, *MORE])
def test_every_word_has_room(house: House, sight: Sight, place: str) -> None:
    arrive = MORE[place] if place in MORE else PLACES[place][0]
    arrive(house)
    house.window.resize(1280, 800)
    sight.check_one_way(house.window, f"{place}-1280")
    house.window.resize(900, 600)
    sight.check(house.window, f"{place}-900")


def test_the_session_of_ones_own_can_be_put_in_order(house: House, sight: Sight) -> None:
    then(in_the_library, DOWN, SPACE, DOWN, SPACE)(house)
    house.press(Qt.Key.Key_E, held=CTRL)
    house.window.resize(900, 600)
    assert any(button.isVisible() for button in house.window.findChildren(QPushButton))
    sight.check(house.window, "own-session-sheet")
