"""The ticker asks Qt for the right waits; how exact Qt is belongs into the bench."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from hipback_desktop.clock import SystemClock
from hipback_desktop.session.ticker import LONGEST_SHOT_MS, Ticker


def shot(ticker: Ticker) -> QTimer:
    return next(timer for timer in ticker.findChildren(QTimer) if timer.isSingleShot())


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


def test_paint_ticks_run_only_while_something_moves(qtbot: QtBot) -> None:
    ticker = Ticker(SystemClock())
    ticker.show_motion(True)
    with qtbot.waitSignal(ticker.painted):
        pass
    ticker.show_motion(False)
    assert not any(timer.isActive() for timer in ticker.findChildren(QTimer))
