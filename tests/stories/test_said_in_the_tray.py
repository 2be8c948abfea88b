"""What nobody can see of the person, they say themselves in the menu of the tray, and are believed."""

from __future__ import annotations

import pytest

from hipback_desktop.core.presence import Mode, SittingState
from tests.stories.house import House
from tests.stories.test_sitting_break import MINUTE, reminder, sat


@pytest.fixture
def desk(house: House) -> House:
    house.knows_me(breaks_on=True)
    house.open()
    return house


def test_what_is_said_in_the_tray_is_believed_until_it_is_taken_back(desk: House) -> None:
    desk.after(10 * MINUTE)
    desk.surfaces.said_chosen.emit(Mode.READING)
    desk.input_at = desk.clock.seconds
    desk.after(20 * MINUTE)
    assert desk.surfaces.states[-1].said is Mode.READING
    assert reminder(desk).sitting.state is SittingState.PASSIVE
    assert sat(desk) == pytest.approx(30 * MINUTE, abs=MINUTE)
    desk.surfaces.said_chosen.emit(None)
    assert desk.surfaces.states[-1].said is None
    desk.after(5 * MINUTE)
    assert reminder(desk).sitting.state is SittingState.AWAY


def test_an_absence_can_be_put_right_in_the_tray(desk: House) -> None:
    desk.after(20 * MINUTE)
    desk.input_at = desk.clock.seconds
    desk.after(12 * MINUTE)
    assert desk.surfaces.states[-1].away_text == ""
    desk.input_at = None
    desk.after(2 * MINUTE)
    assert desk.surfaces.states[-1].away_text == "Away 12 min: I was still sitting"
    assert desk.sees("You were away for 12 minutes.")
    desk.surfaces.still_sat_chosen.emit()
    assert desk.surfaces.states[-1].away_text == ""
    assert not desk.sees("You were away for 12 minutes.")
    assert sat(desk) > 30 * MINUTE


def test_where_no_input_can_be_seen_the_tray_takes_ones_word(house: House) -> None:
    house.knows_me(breaks_on=True)
    house.sees_input = False
    house.logs_in()
    house.after(20 * MINUTE)
    assert house.surfaces.states[-1].is_blind
    house.surfaces.was_away_chosen.emit()
    assert sat(house) < MINUTE
