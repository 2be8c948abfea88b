"""The window: pages by name and by key, nothing in the way of a session."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.core.settings import Settings
from hipback_desktop.paths import asset
from hipback_desktop.ui.main_window import MainWindow
from hipback_desktop.ui.notice_bar import NoticeBar
from hipback_desktop.ui.page_name import PageName
from hipback_desktop.ui.settings_dialog import SettingsDialog
from hipback_desktop.ui.since_last_time_sheet import SinceLastTimeSheet
from hipback_desktop.ui.theme import CONTRAST, LIGHT
from hipback_desktop.ui.top_bar import TopBar
from hipback_desktop.ui.welcome_pages import WelcomePages
from tests.ui.routines import a_home_view


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow(LIGHT, asset, Settings)
    qtbot.addWidget(window)
    window.set_page(PageName.HISTORY, QWidget)
    window.show_home(a_home_view())
    window.show()
    qtbot.waitExposed(window)
    return window


def bar(window: MainWindow) -> TopBar:
    return window.findChildren(TopBar)[0]


def button(window: QWidget, text: str) -> QPushButton:
    return next(button for button in window.findChildren(QPushButton) if button.text() == text)


def test_enter_starts_right_after_the_window_opens(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.start_requested) as started:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert started.args == ["quick_release_10"]


def test_pages_are_gone_to_by_click_and_by_key(window: MainWindow) -> None:
    QTest.mouseClick(button(window, "History"), Qt.MouseButton.LeftButton)
    assert window.page.value == "history"
    assert button(window, "History").isChecked()
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.page is PageName.TODAY
    assert not button(window, "History").isChecked()


def test_a_session_has_the_window_to_itself(window: MainWindow, qtbot: QtBot) -> None:
    made: list[QWidget] = []

    def make() -> QWidget:
        made.append(QWidget())
        return made[-1]

    window.set_page(PageName.SESSION, make)
    assert made == []
    window.show_page("session")
    window.show_page("session")
    assert len(made) == 1
    assert bar(window).isHidden()
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.page is PageName.SESSION
    assert not window.findChildren(SettingsDialog)
    window.show_page("today")
    assert bar(window).isVisible()


def test_a_page_that_was_never_set_is_our_fault(window: MainWindow) -> None:
    with pytest.raises(LookupError):
        window.show_page("session")


def test_the_window_says_that_it_is_open_before_it_has_any_content(qtbot: QtBot) -> None:
    window = MainWindow(LIGHT, asset, Settings)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.opened):
        window.show()
    window.repaint()
    assert window.page is PageName.TODAY
    window.show_home(a_home_view())
    assert button(window, "Start").isVisible()


def test_a_notice_is_read_and_put_away(window: MainWindow) -> None:
    window.take_back_notice("No voice was found.")
    window.clear_notices()
    window.show_notice("No voice was found.")
    notices = window.findChildren(NoticeBar)[0]
    assert notices.sentences() == ("No voice was found.",)
    notices.findChildren(QPushButton)[0].click()
    assert notices.isHidden()
    for sentence in ("No voice was found.", "The disk is full."):
        window.show_notice(sentence)
    window.take_back_notice("No voice was found.")
    assert notices.sentences() == ("The disk is full.",)
    window.clear_notices()
    assert notices.isHidden()


def test_the_settings_open_with_the_values_of_now_and_tell_changes(window: MainWindow, qtbot: QtBot) -> None:
    window.show_sound_trouble("Nobody is there to read this.")
    window.show_voices({"en": "English"})
    with qtbot.waitSignal(window.settings_opened):
        button(window, "Settings").click()
    dialog = window.findChildren(SettingsDialog)[0]
    window.show_sound_trouble("No sound device was found.")
    assert dialog.findChildren(NoticeBar)[0].sentences() == ("No sound device was found.",)
    with qtbot.waitSignal(window.setting_changed) as changed:
        dialog.changed.emit("theme", "dark")
    assert changed.args == ["theme", "dark"]
    dialog.accept()


def test_the_first_screens_are_forwarded(window: MainWindow, qtbot: QtBot) -> None:
    window.show_welcome(repeats=True)
    assert window.page is PageName.WELCOME
    assert bar(window).isHidden()
    pages = window.findChildren(WelcomePages)[0]
    with qtbot.waitSignal(window.welcome_finished):
        pages.finished.emit({})
    with qtbot.waitSignal(window.only_breaks_chosen):
        pages.only_breaks_chosen.emit()


def test_a_sheet_keeps_the_keyboard_when_the_page_is_shown_anew(window: MainWindow, qtbot: QtBot) -> None:
    sheet = SinceLastTimeSheet()
    window.show_sheet(sheet)
    window.show_home(a_home_view())
    assert sheet.isAncestorOf(window.focusWidget())
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.page is PageName.TODAY
    window.hide_sheet()
    assert window.focusWidget() is not None
    sheet.deleteLater()


def test_closing_asks_nothing_and_tells_first(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.close_requested):
        assert window.close()
    assert window.isHidden()


def test_f11_takes_the_whole_screen_and_gives_it_back(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_it_is_never_larger_than_the_screen(window: MainWindow) -> None:
    room = QGuiApplication.primaryScreen().availableSize()
    assert window.minimumWidth() <= min(900, room.width())
    assert window.minimumHeight() <= min(600, room.height())
    assert window.width() <= room.width()
    assert window.minimumSizeHint().width() <= 900


def test_the_theme_changes_while_it_runs(window: MainWindow) -> None:
    window.show_page("history")
    before = window.grab().toImage()
    window.show_theme(CONTRAST)
    after = window.grab().toImage()
    assert after != before
    assert after.pixelColor(window.width() - 40, window.height() - 10).name() == CONTRAST.background.lower()
    window.show_theme(LIGHT)


def test_tab_comes_to_the_notices_before_the_page_the_oldest_first(window: MainWindow) -> None:
    window.show_notice("The disk is full; make room.")
    window.show_notice("No sound device was found.")
    button(window, "Settings").setFocus()
    met = []
    for _ in range(4):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        met.append(window.focusWidget().accessibleDescription())
    assert met[:2] == ["The disk is full; make room.", "No sound device was found."]
    assert "On how many days" in met[2]
    assert window.focusWidget().accessibleName().startswith("Start")


def test_a_notice_put_away_leaves_the_keyboard_on_the_page(window: MainWindow) -> None:
    window.show_notice("The disk is full; make room.")
    button(window, "Settings").setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert "On how many days" in window.focusWidget().accessibleDescription()
