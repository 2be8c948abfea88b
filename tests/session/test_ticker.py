"""The ticker asks Qt for the right waits; how exact Qt is belongs into the bench."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from hipback_desktop.session.ticker import Ticker


def shot(ticker: Ticker) -> QTimer:
    return next(timer for timer in ticker.findChildren(QTimer) if timer.isSingleShot())


def test_a_wait_is_rounded_up_to_a_whole_millisecond_and_shorter_at_speed(qtbot: QtBot) -> None:
    ticker = Ticker(speed=60)
    ticker.wake_in(3.0001)
    assert shot(ticker).interval() == 51


def test_a_moment_that_has_passed_fires_in_the_next_turn(qtbot: QtBot) -> None:
    ticker = Ticker()
    with qtbot.waitSignal(ticker.due):
        ticker.wake_in(-5)


def test_none_asks_for_nothing(qtbot: QtBot) -> None:
    ticker = Ticker()
    ticker.wake_in(5)
    ticker.wake_in(None)
    assert not shot(ticker).isActive()


def test_paint_ticks_run_only_while_something_moves(qtbot: QtBot) -> None:
    ticker = Ticker()
    ticker.show_motion(True)
    with qtbot.waitSignal(ticker.painted):
        pass
    ticker.show_motion(False)
    assert not any(timer.isActive() for timer in ticker.findChildren(QTimer))
