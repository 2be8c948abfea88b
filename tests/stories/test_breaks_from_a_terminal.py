"""Another terminal asks the reminder of the running program."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.core.break_content import WALKS
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.holds import Hold
from hipback_desktop.core.presence import SittingState
from hipback_desktop.core.prompt import ReminderState, Wait
from hipback_desktop.desktop.control_client import ask
from tests.asking import meanwhile
from tests.cli.shapes import NUMBER, is_moment, misfits
from tests.stories.house import House
from tests.stories.test_remote_control import Other
from tests.stories.test_sitting_break import MINUTE, until_prompted

STATUS = {
    "on": bool,
    "state": frozenset(map(str, ReminderState)),
    "reason": frozenset(map(str, (*Hold, *Wait))),
    "sitting": frozenset(map(str, SittingState)),
    **dict.fromkeys(("sat_seconds", "next_in_seconds", "interval_seconds"), NUMBER),
    **dict.fromkeys(("paused_until", "snoozed_until"), (None, is_moment)),
    "sees_input": bool,
}


@pytest.fixture
def other(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> Other:
    return Other(qtbot, capsys)


@pytest.fixture
def desk(house: House) -> House:
    house.knows_me(breaks_on=True)
    house.open()
    house.after(20 * MINUTE)
    return house


def test_the_status_has_its_shape(desk: House, other: Other) -> None:
    status = other.learns("breaks", "status")
    assert misfits(status, STATUS) == []
    assert (status["state"], status["sitting"]) == ("counting", "sitting")
    assert other.types("breaks", "status")[1] == "Sitting: 20 min. A break is due after 25 min more of sitting.\n"


def test_it_is_paused_and_resumed(desk: House, other: Other) -> None:
    status = other.learns("breaks", "pause", "90m")
    assert misfits(status, STATUS) == []
    assert status["reason"] == "paused"
    assert "Paused until" in other.types("breaks", "status")[1]
    desk.after(60 * MINUTE)
    assert desk.surfaces.offers == []
    assert other.learns("breaks", "resume")["paused_until"] is None
    until_prompted(desk, 4 * MINUTE)


def test_what_shows_is_put_off_and_what_does_not_cannot_be(desk: House, other: Other) -> None:
    assert other.types("breaks", "snooze")[::2] == (1, "hipback: No break is being offered now.\n")
    until_prompted(desk)
    status = other.learns("breaks", "snooze", "15")
    assert (status["state"], misfits(status, STATUS)) == ("snoozed", [])
    assert desk.surfaces.shown is None


def test_what_shows_is_given_the_keyboard(desk: House, other: Other) -> None:
    assert other.types("breaks", "answer")[::2] == (1, "hipback: No break is being offered now.\n")
    until_prompted(desk)
    assert other.learns("breaks", "answer")["state"] == "prompt"
    assert desk.surfaces.has_keyboard


def test_opening_hipback_again_gives_what_shows_the_keyboard(desk: House, other: Other) -> None:
    assert other.types()[0] == 0
    assert not desk.surfaces.has_keyboard
    desk.window.showMinimized()
    until_prompted(desk)
    assert other.types()[0] == 0
    assert desk.surfaces.has_keyboard
    assert desk.window.isMinimized()
    assert other.types()[0] == 0
    assert not desk.window.isMinimized()


def test_a_break_now_is_played_now(desk: House, other: Other) -> None:
    assert other.types("breaks", "now")[:2] == (
        0,
        "A break begins in the window. On a break. A break is due after 25 min more of sitting.\n",
    )
    desk.settle()
    assert desk.page == "session"
    assert other.types("breaks", "now")[2] == ("hipback: A session is running; stop it first, with “hipback stop”.\n")
    assert other.types("breaks", "status")[1].startswith("On a break.")


def test_switched_off_it_says_so_and_a_break_can_still_be_had(house: House, other: Other) -> None:
    house.knows_me()
    house.open()
    assert other.types("breaks", "status")[1] == "The reminder is off.\n"
    assert "switch it on in the settings" in other.types("breaks", "pause")[2]
    assert other.types("breaks", "now")[:2] == (0, "A break begins in the window. The reminder itself stays off.\n")
    house.settle()
    assert house.page == "session"


def test_a_break_now_in_which_nothing_can_be_played_says_so(house: House, other: Other) -> None:
    house.knows_me(left_out=WALKS)
    house.open()
    told = other.types("breaks", "now")[1]
    assert told == "There is nothing to play that suits you now; get up for a moment. The reminder itself stays off.\n"
    house.settle()
    assert house.page != "session"


@pytest.mark.parametrize(
    "request_",
    [
        {"action": "dance"},
        {},
        {"action": "pause"},
        {"action": "pause", "seconds": "an hour"},
        {"action": "pause", "seconds": True},
        {"action": "pause", "seconds": 1e12},
        {"action": "pause", "seconds": -5},
    ],
)
def test_what_no_command_of_ours_asks_is_refused(desk: House, qtbot: QtBot, request_: dict[str, object]) -> None:
    with pytest.raises(UserError, match="does not know that request"):
        meanwhile(qtbot, lambda: ask(desk.folders.socket, {"command": "breaks", **request_}))
