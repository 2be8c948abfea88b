"""A session as other programs see it on a real bus, and what they can do with it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from hipback_desktop.core.settings import Settings
from hipback_desktop.core.view import SessionView
from hipback_desktop.desktop.mpris import NAME, PATH, PLAYER, ROOT, Mpris
from hipback_desktop.desktop.mpris_words import metadata
from tests.session.stage import Stage

if TYPE_CHECKING:
    from tests.desktop.bus_caller import Caller
    from tests.desktop.notification_server import Bus

PROPERTIES = "org.freedesktop.DBus.Properties"
CHOICES = {
    (ROOT, "Raise"): "raise_chosen",
    (PLAYER, "Play"): "play_chosen",
    (PLAYER, "Pause"): "pause_chosen",
    (PLAYER, "PlayPause"): "toggle_chosen",
    (PLAYER, "Next"): "next_chosen",
    (PLAYER, "Previous"): "previous_chosen",
    (PLAYER, "Stop"): "stop_chosen",
}
ABLE = ("CanGoNext", "CanGoPrevious", "CanPlay", "CanPause", "CanSeek", "CanControl")
RATES = ("Rate", "MinimumRate", "MaximumRate", "Volume")
WANTED_OF_A_PLAYER = {  # by the specification, with their types
    "PlaybackStatus": "s",
    "Metadata": "a{sv}",
    "Position": "x",
    **dict.fromkeys(RATES, "d"),
    **dict.fromkeys(ABLE, "b"),
}


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    stage = Stage()
    stage.start("quick_release_10")
    return stage


def view_of(stage: Stage) -> SessionView:
    view = stage.controller.view()
    assert view is not None
    return view


@pytest.fixture
def player(stage: Stage) -> Iterator[Mpris]:
    player = Mpris(stage.controller.view)
    yield player
    player.close()


@pytest.fixture
def caller(bus: Bus, qtbot: QtBot) -> Iterator[Caller]:
    from tests.desktop.bus_caller import Caller

    caller = Caller(bus, qtbot, PATH)
    yield caller
    caller.end()


@pytest.fixture
def shown(player: Mpris, stage: Stage, caller: Caller, qtbot: QtBot) -> Mpris:
    """It is on the bus."""
    player.show(view_of(stage))
    qtbot.waitUntil(lambda: caller.owns(NAME))
    return player


def test_it_is_on_the_bus_only_while_it_is_shown(player: Mpris, stage: Stage, caller: Caller, qtbot: QtBot) -> None:
    assert not caller.owns(NAME)
    for _ in range(2):
        player.show(view_of(stage))
        qtbot.waitUntil(lambda: caller.owns(NAME))
        player.close()
        qtbot.waitUntil(lambda: not caller.owns(NAME))


def test_it_has_all_that_is_wanted_of_a_player(shown: Mpris, caller: Caller) -> None:
    (values,) = caller.call(NAME, PROPERTIES, "GetAll", "s", PLAYER)
    assert {name: signature for name, (signature, _value) in values.items()} == WANTED_OF_A_PLAYER
    (root,) = caller.call(NAME, PROPERTIES, "GetAll", "s", ROOT)
    assert {name: value for name, (_signature, value) in root.items()} == {
        "CanQuit": False,
        "CanRaise": True,
        "HasTrackList": False,
        "Identity": "Hipback",
        "DesktopEntry": "hipback",
        "SupportedUriSchemes": [],
        "SupportedMimeTypes": [],
    }


def test_it_tells_what_plays_and_the_countdown(shown: Mpris, stage: Stage, caller: Caller) -> None:
    stage.go_on(3)
    track = caller.value(NAME, PLAYER, "Metadata")
    view = view_of(stage)
    assert track["xesam:title"] == ("s", f"Get ready: {view.exercise.name}")
    assert track["xesam:album"] == ("s", "Quick release")
    assert track["xesam:artist"] == ("as", ["Hipback"])
    left = track["mpris:length"][1] - caller.value(NAME, PLAYER, "Position")
    assert left == round(view.remaining_seconds * 1_000_000)
    assert caller.value(NAME, PLAYER, "PlaybackStatus") == "Playing"


def test_the_title_names_the_side(stage: Stage) -> None:
    while view_of(stage).segment.side is None or not view_of(stage).is_work:
        stage.go_on(1)
    view = view_of(stage)
    assert view.segment.side is not None
    assert metadata(view)["xesam:title"] == ("s", f"{view.exercise.name}, {view.segment.side.value} side")


def test_a_set_at_ones_own_pace_has_no_length(qtbot: QtBot) -> None:
    stage = Stage(Settings(free_reps=True))
    stage.start("strength_day_25")
    while not view_of(stage).segment.is_open:
        stage.go_on(1)
    assert "mpris:length" not in metadata(view_of(stage))


def test_a_name_that_is_no_text_for_the_bus_ends_nothing(stage: Stage, caller: Caller, qtbot: QtBot) -> None:
    view = view_of(stage)
    strange = replace(view, timeline=replace(view.timeline, name="a\0b\udcff"))
    player = Mpris(lambda: strange)
    player.show(strange)
    qtbot.waitUntil(lambda: caller.owns(NAME))
    assert caller.value(NAME, PLAYER, "Metadata")["xesam:album"] == ("s", "ab?")
    player.close()


@pytest.mark.parametrize("interface, method", CHOICES)
def test_every_method_is_a_choice(shown: Mpris, caller: Caller, interface: str, method: str) -> None:
    spies = {name: QSignalSpy(getattr(shown, name)) for name in CHOICES.values()}
    assert caller.call(NAME, interface, method) == ()
    assert {name for name, spy in spies.items() if spy.count()} == {CHOICES[interface, method]}


def test_a_call_need_not_be_answered_nor_name_its_interface(shown: Mpris, caller: Caller, qtbot: QtBot) -> None:
    spy = QSignalSpy(shown.next_chosen)
    caller.cast(NAME, PLAYER, "Next")
    assert caller.call(NAME, "", "Next") == ()
    assert spy.count() == 2


def test_the_end_of_the_session_is_still_answered(shown: Mpris, caller: Caller) -> None:
    shown.stop_chosen.connect(shown.close)
    assert caller.call(NAME, PLAYER, "Stop") == ()


def test_what_it_cannot_do_is_taken_without_effect(shown: Mpris, caller: Caller) -> None:
    assert caller.call(NAME, PLAYER, "Seek", "x", 5_000_000) == ()
    assert caller.call(NAME, PLAYER, "SetPosition", "ox", "/hipback/segment/3", 0) == ()
    assert caller.call(NAME, PLAYER, "OpenUri", "s", "file:///etc/passwd") == ()
    assert caller.call(NAME, ROOT, "Quit") == ()


@pytest.mark.parametrize(
    "error, call",
    [
        ("UnknownMethod", (PLAYER, "Dance")),
        ("UnknownMethod", ("", "Dance")),
        ("UnknownMethod", (ROOT, "Play")),
        ("UnknownInterface", ("org.example.Player", "Play")),
        ("InvalidArgs", (PLAYER, "Play", "s", "now")),
        ("InvalidArgs", (PLAYER, "Seek")),
        ("InvalidArgs", (PLAYER, "Seek", "d", 1.0)),
        ("InvalidArgs", (PROPERTIES, "Get", "s", PLAYER)),
        ("UnknownProperty", (PROPERTIES, "Get", "ss", PLAYER, "Shuffle")),
        ("UnknownProperty", (PROPERTIES, "Get", "ss", ROOT, "Position")),
        ("UnknownInterface", (PROPERTIES, "Get", "ss", "nonsense", "Position")),
        ("UnknownInterface", (PROPERTIES, "GetAll", "s", "")),
        ("PropertyReadOnly", (PROPERTIES, "Set", "ssv", PLAYER, "Volume", ("d", 0.0))),
        ("UnknownProperty", (PROPERTIES, "Set", "ssv", PLAYER, "Shuffle", ("b", True))),
    ],
)
def test_what_is_wrong_is_answered_with_an_error(
    shown: Mpris, caller: Caller, error: str, call: tuple[str, ...]
) -> None:
    assert caller.call(NAME, *call) == (error,)
    assert caller.value(NAME, PLAYER, "PlaybackStatus") == "Playing"


def test_nothing_is_anywhere_else(shown: Mpris, caller: Caller) -> None:
    assert caller.call(NAME, PLAYER, "Play", path="/") == ("UnknownObject",)
    assert caller.call(NAME, "org.freedesktop.DBus.Peer", "Ping") == ()


def test_it_describes_itself(shown: Mpris, caller: Caller) -> None:
    (text,) = caller.call(NAME, "org.freedesktop.DBus.Introspectable", "Introspect")
    described = ET.fromstring(text)  # noqa: S314 - our own
    player = next(each for each in described.findall("interface") if each.get("name") == PLAYER)
    assert {each.get("name"): each.get("type") for each in player.findall("property")} == WANTED_OF_A_PLAYER
    methods = {each.get("name"): [part.attrib for part in each] for each in player.findall("method")}
    assert methods["SetPosition"] == [{"type": "o", "direction": "in"}, {"type": "x", "direction": "in"}]
    assert {name for interface, name in CHOICES if interface == PLAYER} <= {*methods}


def test_it_tells_when_something_is_not_as_it_was(shown: Mpris, stage: Stage, caller: Caller, qtbot: QtBot) -> None:
    stage.go_on(1)
    shown.show(view_of(stage))
    stage.controller.pause()
    shown.show(view_of(stage))
    shown.show_position()
    qtbot.waitUntil(lambda: len(caller.told) == 2)
    (_changed, (interface, values, gone)), (seeked, (at,)) = caller.told
    assert (interface, gone, seeked, at) == (PLAYER, [], "Seeked", 1_000_000)
    assert values["PlaybackStatus"] == ("s", "Paused")
    assert values["Metadata"][1]["mpris:trackid"] == ("o", "/hipback/segment/0")


def test_a_second_program_has_a_name_of_its_own(shown: Mpris, stage: Stage, caller: Caller, qtbot: QtBot) -> None:
    import os

    second = Mpris(stage.controller.view)
    second.show(view_of(stage))
    qtbot.waitUntil(lambda: caller.owns(f"{NAME}.instance{os.getpid()}"))
    second.close()


@pytest.mark.parametrize("address", ["unix:path=nowhere", "nonsense", None])
def test_without_a_bus_nothing_happens(
    player: Mpris, stage: Stage, monkeypatch: pytest.MonkeyPatch, address: str | None
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    if address is not None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    player.show(view_of(stage))
    stage.controller.pause()
    player.show(view_of(stage))
    player.show_position()
    assert player._link is None


def test_a_bus_that_ends_takes_nothing_with_it(shown: Mpris, bus: Bus, stage: Stage, qtbot: QtBot) -> None:
    bus.end()
    qtbot.waitUntil(lambda: shown._link is None)
    stage.controller.pause()
    shown.show(view_of(stage))
    shown.show_position()
    shown.close()


def test_the_bus_is_spoken_only_once_something_plays() -> None:
    code = "import sys, hipback_desktop.desktop.mpris; print('jeepney' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout == "False\n"
