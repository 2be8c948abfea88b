"""The idle time of the X server; the connection itself is in ``tests/desktop/test_x11.py``."""

from __future__ import annotations

import sys

import pytest

from hipback_desktop.breaks.presence.idle_x11 import ScreenPower, awake_idle_seconds, idle_x11
from hipback_desktop.breaks.presence.reading import Unknown


def test_without_an_x_server_it_is_unknown() -> None:
    assert idle_x11({}).read() == Unknown("There is no X server here.")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs the library of the X server")
def test_an_x_server_that_nobody_answers_for_is_unknown() -> None:
    assert idle_x11({"DISPLAY": ":7342"}).read() == Unknown("The X server does not answer.")


def test_under_wayland_it_is_not_trusted() -> None:
    reading = idle_x11({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}).read()
    assert isinstance(reading, Unknown)


@pytest.mark.parametrize(
    ("idle", "power", "seconds"),
    [
        (40.0, None, 40.0),
        (650.0, ScreenPower(1, 600, 600, 900), 650.0),  # counted on, as it should be
        (40.0, ScreenPower(1, 600, 900, 1200), 640.0),  # began again with standby
        (40.0, ScreenPower(3, 600, 600, 900), 2140.0),
        (40.0, ScreenPower(1, 0, 0, 0), 40.0),
    ],
)
def test_a_count_that_begins_again_as_the_screen_goes_to_sleep_is_put_right(
    idle: float, power: ScreenPower | None, seconds: float
) -> None:
    assert awake_idle_seconds(idle, power) == seconds
