"""Somebody watches a video of their own, with the strip above it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipback_desktop.core.record import Outcome
from hipback_desktop.ui.strip_window import StripWindow
from tests.stories.house import ENTER, ESC, SPACE, House


@pytest.fixture
def playing(house: House) -> House:
    house.has_two_minutes(cue_profile="silent")
    house.open()
    house.press(ENTER, ENTER)
    assert house.page == "session"
    house.after(20)
    return house


def strips() -> list[StripWindow]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, StripWindow)]


def strip_of(house: House) -> StripWindow:
    house.press("t")
    (strip,) = strips()
    assert strip.isVisible()
    assert not house.window.isVisible()
    return strip


def press(house: House, strip: StripWindow, key: Qt.Key) -> None:
    QTest.keyClick(strip, key)
    house.settle()


def test_the_session_goes_on_in_the_strip_and_back_in_the_window(playing: House) -> None:
    strip = strip_of(playing)
    before = playing.now.position_seconds
    playing.after(30)
    assert playing.now.position_seconds == before + 30
    assert strip.name.text() == playing.now.exercise.name
    press(playing, strip, SPACE)
    assert playing.is_paused
    press(playing, strip, SPACE)
    press(playing, strip, Qt.Key.Key_Right)
    assert playing.now.segment.step_index == 1
    press(playing, strip, Qt.Key.Key_T)
    assert playing.window.isVisible()
    assert playing.page == "session"
    assert strips() == []
    assert playing.is_playing


def test_closing_the_strip_returns_to_the_window(playing: House) -> None:
    strip = strip_of(playing)
    strip.close()
    playing.settle()
    assert playing.window.isVisible()
    assert playing.is_playing


def test_esc_in_the_strip_stops_and_asks_in_the_window(playing: House) -> None:
    press(playing, strip_of(playing), ESC)
    assert not playing.is_playing
    assert playing.window.isVisible()
    assert strips() == []
    assert playing.sees("Stopped. Your session is kept.")


def test_the_end_brings_the_window_back(playing: House) -> None:
    strip_of(playing)
    playing.to_the_end()
    assert playing.window.isVisible()
    assert strips() == []
    assert playing.sees("How was it?")
    (session,) = playing.sessions
    assert session.outcome is Outcome.COMPLETED


def test_it_stands_where_it_stood_last_time(playing: House) -> None:
    strip = strip_of(playing)
    strip.move(50, 120)
    strip.resize(520, strip.height())
    press(playing, strip, Qt.Key.Key_T)
    assert len(playing.settings.strip_places) == 1
    strip = strip_of(playing)
    assert (strip.x(), strip.y(), strip.width()) == (50, 120, 520)


def test_a_theme_changed_meanwhile_is_taken_up(playing: House) -> None:
    strip = strip_of(playing)
    ground = strip.grab().toImage().pixelColor(4, 4)
    playing.program._person.change_one("theme", "contrast")
    playing.settle()
    assert strip.grab().toImage().pixelColor(4, 4) != ground


def test_raising_the_program_brings_the_window_back(playing: House) -> None:
    strip_of(playing)
    playing.program._raise_window()
    playing.settle()
    assert strips() == []
    assert playing.window.isVisible()


def test_the_program_can_be_ended_while_the_strip_is_shown(playing: House) -> None:
    """As the desktop does at the end of the day: what was done is kept."""
    strip_of(playing)
    playing.close()
    assert strips() == []
    playing.open()
    (session,) = playing.sessions
    assert session.outcome is Outcome.STOPPED


def test_without_a_session_there_is_no_strip(playing: House) -> None:
    page = playing.program._sessions.flow._page
    assert page is not None
    playing.press(ESC)
    page.strip_toggled.emit()
    playing.settle()
    assert strips() == []
    assert playing.window.isVisible()
