"""Scenario 38: a desktop that reminds to move as well. The person chooses, and there are never two prompts."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from hipback_desktop.core.presence import Signs
from tests.stories.house import House

MINUTE, HOUR = 60, 3600
QUESTION = "Your desktop reminds you to move as well."


@pytest.fixture
def desk(house: House) -> House:
    house.knows_me(breaks_on=True)
    house.signs = Signs(desktop_reminds=True)
    house.open()
    house.after(44 * MINUTE)
    return house


def choose(house: House, text: str) -> None:
    button = next(button for button in house.window.findChildren(QPushButton) if button.text() == text)
    button.click()
    house.settle()


def test_it_is_asked_and_until_the_answer_only_the_desktop_reminds(desk: House) -> None:
    assert desk.sees(QUESTION)
    desk.after(3 * HOUR)
    assert desk.surfaces.offers == []
    desk.input_at = desk.clock.seconds
    desk.after(600)
    assert desk.sees(QUESTION)


def test_who_chooses_hipback_hears_from_it_alone(desk: House) -> None:
    choose(desk, "Hipback")
    assert desk.signs.desktop_reminds is False
    assert desk.settings.who_reminds == "hipback"
    assert desk.sees("Hipback reminds you now")
    assert not desk.sees(QUESTION)
    desk.after(HOUR)
    assert desk.surfaces.offers != []


def test_who_chooses_the_desktop_is_not_asked_again(desk: House) -> None:
    choose(desk, "My desktop")
    assert not desk.sees(QUESTION)
    desk.close()
    desk.open()
    desk.after(3 * HOUR)
    assert not desk.sees(QUESTION)
    assert desk.signs.desktop_reminds is True
    assert desk.surfaces.offers == []


def test_a_desktop_that_does_not_let_itself_be_changed_keeps_hipback_waiting(desk: House) -> None:
    desk.desktop_trouble = "Switch it off in the settings of the desktop."
    choose(desk, "Hipback")
    assert desk.sees(desk.desktop_trouble)
    desk.after(3 * HOUR)
    assert desk.surfaces.offers == []
    desk.signs = Signs(desktop_reminds=False)
    desk.after(HOUR)
    assert desk.surfaces.offers != []


def test_a_reminder_that_was_put_out_there_is_no_longer_asked_about(desk: House) -> None:
    desk.signs = Signs(desktop_reminds=False)
    desk.after(61)
    assert not desk.sees(QUESTION)


def test_started_into_the_tray_it_is_asked_when_there_is_a_window(house: House) -> None:
    house.knows_me(breaks_on=True)
    house.signs = Signs(desktop_reminds=True)
    house.logs_in()
    house.after(HOUR)
    assert house.surfaces.offers == []
    house.surfaces.open_chosen.emit()
    house.settle()
    assert house.sees(QUESTION)


def test_chosen_on_the_page_about_what_works_it_needs_no_window_to_be_said(house: House) -> None:
    house.knows_me(breaks_on=True)
    house.signs = Signs(desktop_reminds=True)
    house.logs_in()
    house.after(HOUR)
    house.program._what_works.hipback_wanted.emit()
    house.settle()
    assert house.signs.desktop_reminds is False
    assert not house.has_window
    house.surfaces.open_chosen.emit()
    house.settle()
    assert house.sees("Hipback reminds you now")
