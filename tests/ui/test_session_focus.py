"""In a session no control has the keyboard unless Tab brought it there: Enter and Space are for what is done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.ui.session_keys import SessionAction
from hipback_desktop.ui.session_page import SessionPage
from tests.ui.moments import EXERCISES, TIMELINE, a_page, moment


@pytest.fixture
def window(qtbot: QtBot) -> QStackedWidget:
    """A window with a page whose button has the keyboard, and a session behind it."""
    window = QStackedWidget()
    qtbot.addWidget(window)
    before = QPushButton("Start")
    window.addWidget(before)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    before.setFocus()
    page = a_page()
    page.show_timeline(TIMELINE, EXERCISES)
    page.show_view(moment(0))
    window.addWidget(page)
    return window


@pytest.fixture
def page(window: QStackedWidget) -> SessionPage:
    window.setCurrentIndex(1)
    page = window.currentWidget()
    assert isinstance(page, SessionPage)
    return page


def close_button(page: SessionPage) -> QAbstractButton:
    button = page.notices.findChild(QAbstractButton)
    assert isinstance(button, QAbstractButton)
    return button


def focused(page: SessionPage) -> QWidget | None:
    return page.window().focusWidget()


def press(page: SessionPage, key: Qt.Key) -> None:
    QTest.keyClick(page.window().windowHandle(), key)


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_session_begins_with_no_control_in_focus(window: QStackedWidget, page: SessionPage) -> None:
    assert focused(page) is page
    page.scene.controls.button(SessionAction.REPEAT).setFocus(Qt.FocusReason.TabFocusReason)
    window.setCurrentIndex(0)
    assert focused(page) is window.widget(0)
    window.setCurrentIndex(1)
    assert focused(page) is page


@pytest.mark.parametrize("way", ["mouse", "key", "program"])
def test_a_notice_put_away_leaves_the_keyboard_to_the_page(page: SessionPage, way: str) -> None:
    page.notices.show_notice("No sound device was found: cues are shown on screen only.")
    if way == "mouse":
        click(close_button(page))
    else:
        close_button(page).setFocus(Qt.FocusReason.TabFocusReason)
        press(page, Qt.Key.Key_Return) if way == "key" else page.notices.clear()
    assert not page.notices.isVisible()
    assert focused(page) is page


def test_a_notice_that_nobody_touched_takes_nothing_away(page: SessionPage) -> None:
    stop = page.scene.controls.button(SessionAction.STOP)
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    page.notices.show_notice("No sound device was found: cues are shown on screen only.")
    page.notices.clear()
    assert focused(page) is stop


@pytest.mark.parametrize("opened_by", ["mouse", "key"])
@pytest.mark.parametrize("closed_by", ["mouse", "key"])
def test_the_sheet_of_keys_closes_on_the_page(page: SessionPage, opened_by: str, closed_by: str) -> None:
    if opened_by == "mouse":
        click(page.scene.header.button(SessionAction.HELP))
    else:
        press(page, Qt.Key.Key_Question)
    sheet = page._sheets.sheet
    assert sheet is not None
    if closed_by == "mouse":
        buttons = sheet.findChildren(QAbstractButton)
        click(buttons[0])
    else:
        press(page, Qt.Key.Key_Question)
    assert page._sheets.sheet is None
    assert focused(page) is page


def test_a_sheet_goes_back_to_the_control_it_came_from_if_that_is_still_there(page: SessionPage) -> None:
    page.notices.show_notice("There is no voice.")
    close_button(page).setFocus(Qt.FocusReason.TabFocusReason)
    page.show_keys(shown=True)
    page.notices.clear()
    page.show_keys(shown=False)
    assert not isinstance(focused(page), QAbstractButton)
    page.scene.header.button(SessionAction.HELP).setFocus(Qt.FocusReason.TabFocusReason)
    page.show_keys(shown=True)
    page.show_keys(shown=False)
    assert focused(page) is page.scene.header.button(SessionAction.HELP)


def test_the_mouse_leaves_the_keyboard_where_it_is(page: SessionPage) -> None:
    for button in page.scene.controls.findChildren(QAbstractButton):
        click(button)
        assert focused(page) is page


def test_a_control_that_is_switched_off_leaves_the_keyboard_to_the_page(page: SessionPage) -> None:
    easier = page.scene.controls.button(SessionAction.EASIER)
    easier.setFocus(Qt.FocusReason.TabFocusReason)
    easier.setEnabled(False)
    assert focused(page) is page


@pytest.mark.parametrize("shown", [True, False])
def test_the_room_view_comes_and_goes_with_no_control_in_focus(page: SessionPage, shown: bool) -> None:
    page.show_room_view(shown=not shown)
    control = page.scene.controls.button(SessionAction.REPEAT) if shown else page.room.stop
    control.setFocus(Qt.FocusReason.TabFocusReason)
    page.show_room_view(shown=shown)
    assert focused(page) is page


def test_tab_still_goes_from_control_to_control(page: SessionPage) -> None:
    visited = []
    for _turn in range(3):
        press(page, Qt.Key.Key_Tab)
        visited.append(focused(page))
    assert len(set(visited)) == 3
    assert all(isinstance(widget, QAbstractButton) for widget in visited)
