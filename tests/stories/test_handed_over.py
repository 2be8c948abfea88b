"""A link or a file that the desktop hands over says so, and is easily sent away."""

from __future__ import annotations

from tests.stories.house import SPACE, TAB, House

QUESTION = "How stiff do you feel right now?"


def test_a_link_says_that_it_asks_and_can_be_sent_away_with_a_button(house: House) -> None:
    house.knows_me()
    house.open()
    house.program.follow("hipback://start/keep_going_5")
    house.settle()
    assert house.sees("A link or a file asks to start")
    house.press(TAB, TAB, SPACE)
    assert (house.sees(QUESTION), house.is_playing) == (False, False)


def test_of_links_that_lead_nowhere_the_last_is_told_until_one_leads_somewhere(house: House) -> None:
    house.knows_me()
    house.open()
    house.program.follow("hipback://start/nonsense")
    house.program.follow("hipback://stop")
    house.settle()
    assert (house.sees("“nonsense”"), house.sees("does not name a routine")) == (False, True)
    house.program.follow("hipback://start/keep_going_5")
    house.settle()
    assert not house.sees("does not name a routine")
