"""The ticker asks Qt for the right waits; how exact Qt is belongs into the bench."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from hipback_desktop.clock import SystemClock
from hipback_desktop.session.ticker import LONGEST_SHOT_MS, Ticker


def shot(ticker: Ticker) -> QTimer:
    return ticker.findChildren(QTimer)[0]


def paint(ticker: Ticker) -> QTimer:
    return ticker.findChildren(QTimer)[1]


def test_the_timer_is_set_a_lead_before_the_moment_and_sooner_at_speed(qtbot: QtBot) -> None:
    ticker = Ticker(SystemClock(), speed=60)
    ticker.wake_in(3.001)
    assert shot(ticker).interval() == 45


def test_it_never_comes_before_the_moment(qtbot: QtBot) -> None:
    clock = SystemClock()
    ticker = Ticker(clock)
    for wait_seconds in (0.001, 0.0057, 0.0203):
        moment = clock.monotonic() + wait_seconds
        with qtbot.waitSignal(ticker.due):
            ticker.wake_in(wait_seconds)
        assert clock.monotonic() >= moment


def test_a_wait_of_weeks_fires_after_a_day_and_is_not_sat_out(qtbot: QtBot) -> None:
    ticker = Ticker(SystemClock())
    ticker.wake_in(1e9)
    assert shot(ticker).interval() == LONGEST_SHOT_MS
    with qtbot.waitSignal(ticker.due):
        shot(ticker).timeout.emit()


def test_a_moment_that_has_passed_fires_in_the_next_turn(qtbot: QtBot) -> None:
    ticker = Ticker(SystemClock())
    with qtbot.waitSignal(ticker.due):
        ticker.wake_in(-5)


def test_none_asks_for_nothing(qtbot: QtBot) -> None:
    ticker = Ticker(SystemClock())
    ticker.wake_in(5)
    ticker.wake_in(None)
    assert not shot(ticker).isActive()


@pytest.mark.parametrize("counted_seconds", [30.0, 29.9995, 29.999, 29.95, 29.8001, 29.8, 0.1, 0.0, -3.0, -3.05])
def test_a_paint_tick_comes_just_after_the_next_fifth_of_what_is_counted(qtbot: QtBot, counted_seconds: float) -> None:
    ticker = Ticker(SystemClock())
    ticker.show_count(counted_seconds)
    wait_ms = paint(ticker).interval()
    past_ms = -(counted_seconds * 1000 - wait_ms) % 200
    assert 0.9 < past_ms < 2.1
    assert wait_ms <= 202


def test_paint_ticks_are_no_more_at_speed(qtbot: QtBot) -> None:
    ticker = Ticker(SystemClock(), speed=60)
    ticker.show_count(29.0)
    assert paint(ticker).interval() == 85


def test_a_paint_tick_is_asked_for_anew_each_time_and_not_while_nothing_moves(qtbot: QtBot) -> None:
    ticker = Ticker(SystemClock())
    with qtbot.waitSignal(ticker.painted):
        ticker.show_count(0.01)
    assert not paint(ticker).isActive()
    ticker.show_count(30.0)
    ticker.show_count(None)
    assert not paint(ticker).isActive()
