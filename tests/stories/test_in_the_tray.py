"""The program without its window: started at login, closed into the tray, and back."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from hipback_desktop.core.break_content import SITTING_BREAK
from hipback_desktop.core.prompt import ReminderState
from hipback_desktop.storage.database import open_database
from hipback_desktop.ui.what_works_page import WhatWorksPage
from tests.stories.house import ENTER, PATIENCE_MS, House
from tests.stories.test_remote_control import Other
from tests.stories.test_sitting_break import HOUR, MINUTE, reminder, sat, until_prompted


@pytest.fixture
def other(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> Other:
    return Other(qtbot, capsys)


@pytest.fixture
def tray(house: House) -> House:
    house.knows_me(breaks_on=True)
    house.logs_in()
    return house


def test_no_window_is_made_until_a_break_is_wanted(tray: House) -> None:
    until_prompted(tray)
    assert not tray.has_window
    tray.surfaces.start_chosen.emit()
    tray.settle()
    assert tray.window.isVisible()
    assert tray.now.timeline.routine_id == SITTING_BREAK
    tray.after(130)
    assert not tray.window.isVisible()
    assert len(tray.sessions) == 1
    tray.after(30)
    assert sat(tray) < MINUTE


def test_the_icon_opens_the_window_with_its_page(tray: House) -> None:
    tray.surfaces.open_chosen.emit()
    tray.settle()
    assert tray.window.isVisible()
    assert tray.page == "today"


@pytest.mark.parametrize("chosen", ["open_chosen", "what_works_chosen"])
def test_the_first_window_has_the_icon_of_the_program(
    house: House, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    monkeypatch.setattr("hipback_desktop.breaks.presence.table.probes_of", lambda *_here: ())
    QApplication.setWindowIcon(QIcon())
    house.knows_me(breaks_on=True)
    house.logs_in()
    house.settle()
    assert QApplication.windowIcon().isNull()  # nobody sees it yet
    getattr(house.surfaces, chosen).emit()
    house.settle()
    assert not QApplication.windowIcon().isNull()


def test_another_start_opens_it_too_and_another_login_does_not(tray: House, other: Other) -> None:
    assert other.types("--tray") == (0, "", "")
    assert not tray.has_window
    assert other.types("breaks", "status")[0] == 0
    assert other.learns("status") == {"state": "idle"}
    assert not tray.has_window
    assert other.types() == (0, "", "")
    assert tray.window.isVisible()


def test_a_routine_can_be_started_from_there(tray: House, other: Other) -> None:
    assert other.types("start", "desk_reset_2") == (0, "", "")
    tray.settle()
    assert tray.page == "session"


def test_without_a_tray_it_is_a_minimised_window_that_a_second_start_raises(house: House, other: Other) -> None:
    house.knows_me(breaks_on=True)
    house.surfaces.desktop_has_tray = False
    house.logs_in()
    assert house.window.isMinimized()
    assert house.page == "today"
    assert other.types() == (0, "", "")
    assert not house.window.isMinimized()
    until_prompted(house)


@pytest.mark.expects_log
def test_without_a_tray_a_history_that_is_too_new_ends_it(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody could reach a program that went on without a window."""
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "critical", lambda *words: said.append(words[-1]))
    house.knows_me(breaks_on=True)
    house.surfaces.desktop_has_tray = False
    database = open_database(house.folders.database)
    database.close()
    with closing(sqlite3.connect(house.folders.database)) as newer:
        newer.execute("PRAGMA user_version = 99")
    house.logs_in(settles=False)
    patience = QTimer(house.program, singleShot=True, interval=PATIENCE_MS)
    patience.timeout.connect(lambda: QApplication.exit(77))
    patience.start()
    assert QApplication.exec() == 1
    patience.stop()
    assert len(said) == 1


def test_with_the_reminder_off_it_waits_all_the_same_and_nothing_wakes(house: House) -> None:
    house.knows_me()
    house.logs_in()
    assert house.surfaces.tray_is_wanted
    assert not house.has_window
    assert [ticker.wakes_at for ticker in house._tickers] == [None]


def test_closing_the_window_leaves_the_reminder_at_work(house: House) -> None:
    house.knows_me(breaks_on=True)
    house.open()
    house.after(30 * MINUTE)
    house.window.close()
    house.settle()
    assert not house.program._has_left
    until_prompted(house, 20 * MINUTE)
    house.surfaces.open_chosen.emit()
    assert house.window.isVisible()


@pytest.mark.parametrize(
    ("settings", "has_tray", "stays"),
    [
        ({"breaks_on": True}, True, True),
        ({"breaks_on": True}, False, False),
        ({"breaks_on": False}, True, False),
        ({"on_close": "tray"}, True, True),
        ({"breaks_on": True, "on_close": "quits"}, True, False),
    ],
)
def test_what_closing_does(house: House, settings: dict[str, object], has_tray: bool, stays: bool) -> None:
    house.knows_me(**settings)
    house.surfaces.desktop_has_tray = has_tray
    house.open()
    house.window.close()
    house.settle()
    assert house.program._has_left is not stays


def test_a_session_that_runs_is_kept_as_far_as_it_got(house: House) -> None:
    house.knows_me(breaks_on=True, minutes=2, strength_days=0)
    house.open()
    house.press(ENTER, ENTER)
    house.after(40)
    house.window.close()
    house.settle()
    assert not house.is_playing
    assert house.sessions[0].active_seconds == pytest.approx(40)


def test_quitting_from_the_tray_ends_it(tray: House) -> None:
    tray.after(HOUR / 3)
    tray.surfaces.quit_chosen.emit()
    assert tray.program._has_left
    assert reminder(tray).state is ReminderState.OFF
    assert not tray.surfaces.tray_is_wanted


@pytest.mark.expects_log
def test_starting_with_the_computer_is_up_to_the_desktop(house: House) -> None:
    house.knows_me()
    house.open()
    assert not house.autostart.starts
    house.window.setting_changed.emit("starts_with_computer", True)
    assert house.autostart.starts
    house.window.setting_changed.emit("starts_with_computer", False)
    assert not house.autostart.starts
    house.autostart.trouble = "The folder cannot be written."
    house.window.setting_changed.emit("starts_with_computer", True)
    assert not house.settings.starts_with_computer
    assert house.sees("The folder cannot be written.")


def test_what_was_switched_off_in_the_desktop_is_off_here(house: House) -> None:
    house.knows_me(starts_with_computer=True)
    house.open()
    assert not house.settings.starts_with_computer


def test_what_works_here_can_be_read_without_a_window(
    tray: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hipback_desktop.breaks.presence.table.probes_of", lambda *_here: ())
    tray.surfaces.what_works_chosen.emit()
    [page] = [found for found in QApplication.topLevelWidgets() if isinstance(found, WhatWorksPage)]
    assert page.isVisible()
    assert not tray.has_window
    qtbot.waitUntil(lambda: any("only just come back" in label.text() for label in page.findChildren(QLabel)))
    page.close()
