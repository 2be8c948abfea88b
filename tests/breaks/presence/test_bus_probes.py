"""What the probes make of the answers of a desktop's services."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from hipback_desktop.breaks.presence.bus_probe import BusProbe
from hipback_desktop.breaks.presence.do_not_disturb import UNDISTURBED_DUNST, UNDISTURBED_KDE, UNDISTURBED_XFCE
from hipback_desktop.breaks.presence.idle_mutter import IDLE_MUTTER
from hipback_desktop.breaks.presence.inhibitors import INHIBITED_GNOME, INHIBITED_KDE, INHIBITED_LOGIND
from hipback_desktop.breaks.presence.lock_logind import LOCK_LOGIND
from hipback_desktop.breaks.presence.lock_screen_saver import LockScreenSaver
from hipback_desktop.breaks.presence.reading import Unknown, read_safely
from hipback_desktop.desktop.bus import BusError

POWER_KEY = ("handle-power-key:idle-x", "GNOME", "keys", "block", 1000, 11)
SLEEP = ("sleep", "UPower", "pause", "delay", 0, 12)
FILM = ("idle:sleep", "player", "a film", "block", 1000, 13)
LATER = ("idle", "player", "a film", "delay", 1000, 13)


def answering(probe: BusProbe, answer: Any) -> BusProbe:
    return replace(probe, ask=lambda: answer)


@pytest.mark.parametrize(
    ("probe", "answer", "reading"),
    [
        (IDLE_MUTTER, (61_500,), 61.5),
        (LOCK_LOGIND, True, True),
        (INHIBITED_GNOME, (True,), True),
        (INHIBITED_KDE, (False,), False),
        (INHIBITED_LOGIND, ([],), False),
        (INHIBITED_LOGIND, ([POWER_KEY, SLEEP, LATER],), False),
        (INHIBITED_LOGIND, ([SLEEP, FILM],), True),
        (UNDISTURBED_KDE, True, True),
        (UNDISTURBED_XFCE, (("b", True),), True),
        (UNDISTURBED_DUNST, False, False),
    ],
)
def test_an_answer_is_understood(probe: BusProbe, answer: Any, reading: object) -> None:
    assert read_safely(answering(probe, answer)) == reading


@pytest.mark.parametrize("answer", [(), ("soon",), (None,), "u", 7, ([("idle",)],)])
@pytest.mark.parametrize("probe", [IDLE_MUTTER, INHIBITED_GNOME, INHIBITED_LOGIND, UNDISTURBED_XFCE, LOCK_LOGIND])
def test_an_answer_in_another_shape_is_unknown(probe: BusProbe, answer: Any) -> None:
    assert isinstance(read_safely(answering(probe, answer)), Unknown)


def test_a_service_that_does_not_answer_is_unknown_and_says_why() -> None:
    def ask() -> None:
        raise BusError("It does not run here.")

    assert replace(IDLE_MUTTER, ask=ask).read() == Unknown("It does not run here.")


def bus_with(active: Mapping[str, bool | None]) -> Callable[..., tuple[Any, ...]]:
    """A bus with these screen savers: covering, not covering, or not telling."""

    def ask(bus: str, name: str, path: str, interface: str, member: str) -> tuple[Any, ...]:
        if member == "ListNames":
            return (["org.freedesktop.DBus", *active],)
        assert (path, member) == ("/" + name.replace(".", "/"), "GetActive")
        covers = active[name]
        if covers is None:
            raise BusError("It does not tell (UnknownMethod).")
        return (covers,)

    return ask


@pytest.mark.parametrize(
    ("active", "reading"),
    [
        ({}, Unknown("No screen saver runs here.")),
        ({"org.kde.Something": True}, Unknown("No screen saver runs here.")),
        ({"org.freedesktop.ScreenSaver": False}, False),
        ({"org.gnome.ScreenSaver": True, "org.freedesktop.ScreenSaver": None}, True),
        ({"org.freedesktop.ScreenSaver": None}, Unknown("It does not tell (UnknownMethod).")),
    ],
)
def test_any_screen_saver_that_covers_the_screen_counts(active: Mapping[str, bool | None], reading: object) -> None:
    assert LockScreenSaver(bus_with(active)).read() == reading
