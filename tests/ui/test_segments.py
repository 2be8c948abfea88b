"""One of a few choices: Tab comes to the one that is chosen, and the arrow keys go on from there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.ui.segments import Segments

SHORT = (("no", "No"), ("maybe", "Maybe"), ("yes", "Yes"))
LONG = tuple((value, label * 12) for value, label in SHORT)


class Page(QWidget):
    """A line, and choices after it."""

    def __init__(self, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.line, self.segments = QLineEdit(), Segments(choices, "Anything?")
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.segments)
        self.resize(600, 400)

    def tab_to_choices(self) -> None:
        self.line.setFocus()
        QTest.keyClick(self.line, Qt.Key.Key_Tab)

    def focused(self) -> int:
        return [button is QApplication.focusWidget() for button in self.segments.buttons()].index(True)


@pytest.fixture(params=[SHORT, LONG], ids=["side by side", "below each other"])
def page(request: pytest.FixtureRequest, qtbot: QtBot) -> Page:
    page = Page(request.param)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@pytest.mark.parametrize(("value", "place"), [("no", 0), ("maybe", 1), ("yes", 2)])
def test_tab_comes_to_what_is_chosen(page: Page, value: str, place: int) -> None:
    page.segments.show_value(value)
    page.tab_to_choices()
    assert page.focused() == place
    page.segments.setFocus()
    assert page.focused() == place


def test_the_arrow_keys_choose_what_is_next_to_what_was_chosen(page: Page) -> None:
    page.segments.show_value("yes")
    page.tab_to_choices()
    is_short = page.segments.buttons()[0].text() == "No"
    QTest.keyClick(page.segments.buttons()[page.focused()], Qt.Key.Key_Left if is_short else Qt.Key.Key_Up)
    assert page.segments.value() == "maybe"


def test_tab_comes_to_the_first_when_nothing_is_chosen(page: Page) -> None:
    page.segments.show_value("yes")
    page.tab_to_choices()
    page.segments.clear()
    page.tab_to_choices()
    assert page.focused() == 0


def test_the_keyboard_goes_along_to_what_is_shown(page: Page) -> None:
    page.tab_to_choices()
    assert page.focused() == 0
    page.segments.show_value("yes")
    assert page.focused() == 2


def test_what_is_shown_takes_the_keyboard_from_nobody(page: Page) -> None:
    page.line.setFocus()
    page.segments.show_value("yes")
    assert page.line.hasFocus()
