"""A page that scrolls: it follows the keyboard, and stays where it is when its scroll bar comes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.ui.column import Column


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A button, and beside it a page of forty more, of which a few are seen."""
    window = QWidget()
    qtbot.addWidget(window)
    across = QHBoxLayout(window)
    across.addWidget(QPushButton("Done"))
    across.addWidget(Column())
    for number in range(40):
        column(window).content.addWidget(QPushButton(str(number)))
    window.resize(600, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def column(window: QWidget) -> Column:
    return window.findChildren(Column)[0]


def buttons(window: QWidget) -> list[QPushButton]:
    return [button for button in window.findChildren(QPushButton) if button.text() != "Done"]


def is_seen(window: QWidget, widget: QWidget) -> bool:
    viewport = column(window).viewport()
    return viewport.rect().contains(widget.rect().translated(widget.mapTo(viewport, QPoint())))


def scroll_to_the_end(window: QWidget) -> None:
    bar = column(window).verticalScrollBar()
    bar.setValue(bar.maximum())


@pytest.mark.parametrize("key, place", [(Qt.Key.Key_Tab, 0), (Qt.Key.Key_Backtab, -1)])
def test_the_control_that_tab_enters_by_is_seen(window: QWidget, key: Qt.Key, place: int) -> None:
    window.findChildren(QPushButton)[0].setFocus()
    entered = buttons(window)[place]
    if place == 0:
        scroll_to_the_end(window)
    assert not is_seen(window, entered)
    QTest.keyClick(window.focusWidget(), key)
    assert entered.hasFocus()
    assert is_seen(window, entered)


def test_a_click_scrolls_nothing_away_from_under_the_pointer(window: QWidget) -> None:
    window.findChildren(QPushButton)[0].setFocus()
    below = next(button for button in buttons(window) if not is_seen(window, button))
    before = column(window).verticalScrollBar().value()
    QTest.mousePress(below, Qt.MouseButton.LeftButton)
    assert column(window).verticalScrollBar().value() == before
    QTest.mouseRelease(below, Qt.MouseButton.LeftButton)


def test_it_stands_where_it_stood_when_the_scroll_bar_comes(window: QWidget, qtbot: QtBot) -> None:
    first = buttons(window)[0]
    place, width = first.mapTo(window, QPoint()).x(), first.width()
    for button in buttons(window)[3:]:
        button.hide()
    bar = column(window).verticalScrollBar()
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert (first.mapTo(window, QPoint()).x(), first.width()) == (place, width)
