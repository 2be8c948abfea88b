"""Sound that was turned off stays off, and the next session says so at its beginning."""

from __future__ import annotations

from hipback_desktop.app.start import Start
from hipback_desktop.sound.condition import no_output
from tests.stories.house import ENTER, ESC, RIGHT, SPACE, House

SAID = "The sound is off. M turns it on."


def begin(house: House) -> None:
    house.press(ENTER, ENTER)
    house.after(20)
    assert house.page == "session"


def test_a_session_that_begins_muted_says_so_until_the_sound_is_on(house: House) -> None:
    house.has_two_minutes()
    house.open()
    begin(house)
    house.press("m")
    assert not house.sees(SAID)  # who has just done it knows
    house.press(ESC, ESC)
    begin(house)
    assert house.announcer.is_muted
    assert house.sees(SAID)
    house.press("m")
    assert not house.announcer.is_muted
    assert not house.sees(SAID)
    house.press(ESC, ESC)
    begin(house)
    assert not house.sees(SAID)


def test_it_is_said_for_one_exercise_and_leaves_its_room_to_the_next(house: House) -> None:
    house.has_two_minutes()
    house.open(Start("desk_reset_2", mute=True))
    house.after(5)
    assert house.sees(SAID)
    house.press(SPACE)
    assert house.is_paused
    house.press(SPACE)
    house.after(5)
    assert house.sees(SAID)  # who paused at once had hardly begun
    house.press(RIGHT)
    assert house.page == "session"
    assert not house.sees(SAID)


def test_a_preview_which_m_gives_no_sound_does_not_say_so(house: House) -> None:
    house.has_two_minutes()
    house.open(Start("desk_reset_2", mute=True, speed=20))
    house.after(1)
    assert house.sees("A preview at 20 times the speed")
    assert not house.sees(SAID)


def test_where_nothing_can_be_heard_the_key_is_not_offered(house: House) -> None:
    house.has_two_minutes()
    house.open(Start("desk_reset_2", mute=True))
    house.after(2)
    assert house.sees(SAID)
    house.announcer.break_down(output=no_output())
    house.after(1)
    assert house.sees(no_output().sentence)
    assert not house.sees(SAID)
    house.press(ESC, ESC)
    begin(house)
    assert not house.sees(SAID)
    assert not house.sees(no_output().sentence)
