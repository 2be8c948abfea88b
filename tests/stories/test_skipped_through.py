"""Who goes through a session with “next” reaches its end, and has not completed it; skipping costs nothing else."""

from __future__ import annotations

from hipback_desktop.core.record import Outcome
from tests.stories.house import ENTER, RIGHT, House
from tests.stories.test_sitting_break import until_prompted


def to_the_end_by_next(house: House) -> None:
    while house.is_playing:
        house.press(RIGHT)


def test_with_less_than_half_done_it_ended_early_and_is_asked_about_like_any_other(house: House) -> None:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    house.after(25)
    to_the_end_by_next(house)
    (session,) = house.sessions
    assert session.outcome is Outcome.STOPPED
    assert house.sees("How was it?")
    assert not house.sees("Stopped.")


def test_with_the_last_one_left_out_it_is_completed(house: House) -> None:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    house.after(78)
    to_the_end_by_next(house)
    assert [session.outcome for session in house.sessions] == [Outcome.COMPLETED]


def test_of_nothing_done_nothing_is_asked(house: House) -> None:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    to_the_end_by_next(house)
    assert [session.outcome for session in house.sessions] == [Outcome.SKIPPED]
    assert not house.window.is_asking


def test_a_window_that_came_for_a_break_goes_back_all_the_same(house: House) -> None:
    house.knows_me(breaks_on=True)
    house.open()
    house.window.showMinimized()
    until_prompted(house)
    house.surfaces.start_chosen.emit()
    house.settle()
    house.after(25)
    to_the_end_by_next(house)
    house.settle()
    assert [session.outcome for session in house.sessions] == [Outcome.STOPPED]
    assert house.window.isMinimized()
