"""Which window fills the screen, told from what a window manager writes beside each."""

from __future__ import annotations

import os
from typing import Any, cast

import pytest

from hipback_desktop.breaks.presence.full_screen_x11 import fills_screen
from hipback_desktop.breaks.presence.reading import Unknown

ATOMS = {"_NET_ACTIVE_WINDOW": 1, "_NET_WM_STATE_FULLSCREEN": 2, "_NET_WM_STATE_ABOVE": 3}
ROOT, WINDOW = 10, 20
ANOTHER = os.getpid() + 1


class Server:
    """One window, with these states, of the program with this number."""

    root = ROOT

    def __init__(self, *states: str, pid: int = ANOTHER, active: int = WINDOW, has_manager: bool = True) -> None:
        self._properties = {
            (ROOT, "_NET_SUPPORTED"): (ATOMS["_NET_ACTIVE_WINDOW"],) if has_manager else (),
            (ROOT, "_NET_ACTIVE_WINDOW"): (active,),
            (WINDOW, "_NET_WM_STATE"): tuple(ATOMS[state] for state in states),
            (WINDOW, "_NET_WM_PID"): (pid,),
        }

    def atom(self, name: str) -> int:
        return ATOMS.get(name, 0)

    def numbers(self, window: int, property_name: str) -> tuple[int, ...]:
        return self._properties.get((window, property_name), ())


@pytest.mark.parametrize(
    ("server", "fills"),
    [
        (Server("_NET_WM_STATE_FULLSCREEN"), True),
        (Server("_NET_WM_STATE_ABOVE", "_NET_WM_STATE_FULLSCREEN"), True),
        (Server("_NET_WM_STATE_ABOVE"), False),
        (Server("_NET_WM_STATE_FULLSCREEN", active=0), False),
        (Server("_NET_WM_STATE_FULLSCREEN", pid=os.getpid()), False),  # a prompt of ours, or the window itself
    ],
)
def test_the_window_in_use_fills_the_screen_or_not(server: Server, fills: bool) -> None:
    assert fills_screen(cast(Any, server)) is fills


def test_without_a_window_manager_it_is_unknown() -> None:
    assert isinstance(fills_screen(cast(Any, Server(has_manager=False))), Unknown)
