"""The alarm asks Qt for the right waits, and naps through none of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from hipback_desktop.breaks.alarm import LONGEST_SHOT_MS, TimerAlarm


def shot(alarm: TimerAlarm) -> QTimer:
    [timer] = alarm.findChildren(QTimer)
    return timer


def test_the_timer_is_set_for_the_moment_itself_and_not_before(qtbot: QtBot) -> None:
    alarm = TimerAlarm()
    alarm.wake_in(59.9991)
    assert shot(alarm).interval() == 60_000
    assert shot(alarm).timerType() is Qt.TimerType.PreciseTimer


def test_a_wait_of_weeks_fires_after_a_day(qtbot: QtBot) -> None:
    alarm = TimerAlarm()
    alarm.wake_in(1e9)
    assert shot(alarm).interval() == LONGEST_SHOT_MS


def test_a_moment_that_has_passed_fires_in_the_next_turn_and_once(qtbot: QtBot) -> None:
    alarm = TimerAlarm()
    with qtbot.waitSignal(alarm.due):
        alarm.wake_in(-5)
    assert not shot(alarm).isActive()


def test_none_asks_for_nothing(qtbot: QtBot) -> None:
    alarm = TimerAlarm()
    alarm.wake_in(5)
    alarm.wake_in(None)
    assert not shot(alarm).isActive()
