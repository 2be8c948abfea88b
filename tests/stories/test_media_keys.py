"""A session is controlled from a headset or a telephone, through the desktop's list of players."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.desktop.mpris import NAME, PATH, PLAYER, ROOT, Mpris
from tests.stories.house import ENTER, House

if TYPE_CHECKING:
    from tests.desktop.bus_caller import Caller

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs a bus: dbus-daemon"
)


@pytest.fixture
def phone(house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Caller]:
    """Another program on a bus that only the two of them use."""
    from tests.desktop.bus_caller import Caller
    from tests.desktop.notification_server import Bus

    house.has_two_minutes()
    bus = Bus(house.folders.data_dir)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    house.players = Mpris
    phone = Caller(bus, qtbot, PATH)
    yield phone
    phone.end()
    bus.end()


def test_a_session_is_led_from_a_telephone_and_kept(house: House, phone: Caller, qtbot: QtBot) -> None:
    house.open()
    assert not phone.owns(NAME)
    house.press(ENTER, ENTER)
    qtbot.waitUntil(lambda: phone.owns(NAME))
    house.after(20)
    assert phone.value(NAME, PLAYER, "Metadata")["xesam:title"][1] == house.now.exercise.name
    phone.call(NAME, PLAYER, "PlayPause")
    assert house.is_paused
    assert phone.value(NAME, PLAYER, "PlaybackStatus") == "Paused"
    phone.call(NAME, PLAYER, "Play")
    assert not house.is_paused
    first = house.now.exercise
    phone.call(NAME, PLAYER, "Next")
    assert house.now.exercise != first
    phone.call(NAME, PLAYER, "Previous")
    assert house.now.exercise == first
    house.after(10)
    phone.call(NAME, PLAYER, "Stop")
    house.settle()
    qtbot.waitUntil(lambda: not phone.owns(NAME))
    assert house.sessions[0].active_seconds == pytest.approx(30, abs=5)


def test_the_window_comes_when_the_telephone_asks_for_it(house: House, phone: Caller, qtbot: QtBot) -> None:
    house.open()
    house.press(ENTER, ENTER)
    qtbot.waitUntil(lambda: phone.owns(NAME))
    house.window.showMinimized()
    phone.call(NAME, ROOT, "Raise")
    assert not house.window.isMinimized()


def test_nothing_is_told_to_a_telephone_against_the_wish_of_the_person(
    house: House, phone: Caller, qtbot: QtBot
) -> None:
    house.open()
    house.press(ENTER, ENTER)
    qtbot.waitUntil(lambda: phone.owns(NAME))
    house.program._person.change_one("shows_media_controls", False)
    house.after(1)
    qtbot.waitUntil(lambda: not phone.owns(NAME))
    house.program._person.change_one("shows_media_controls", True)
    house.after(1)
    qtbot.waitUntil(lambda: phone.owns(NAME))


def test_the_screen_is_on_for_the_session_alone(house: House) -> None:
    house.has_two_minutes()
    house.open()
    assert house.screen.wishes == []
    house.press(ENTER, ENTER)
    house.after(20)
    assert house.screen.is_held
    house.to_the_end()
    assert house.screen.wishes == [True, False]
