"""Today's session, opened: moved and taken out by keys and by buttons, the keyboard staying where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hipback_desktop.core.own_session import moved
from hipback_desktop.core.timeline import Timings
from hipback_desktop.paths import asset
from hipback_desktop.ui.own_session_sheet import OwnSessionSheet
from hipback_desktop.ui.own_session_view import OwnSessionView, own_session_view
from hipback_desktop.ui.theme import LIGHT
from tests.core.shipped import catalogue

CONTROL = Qt.KeyboardModifier.ControlModifier


class Table:
    """The sheet, answered as the program answers it."""

    def __init__(self, qtbot: QtBot) -> None:
        exercises = catalogue().exercises
        self.chosen = tuple(exercises[name] for name in ("cat_cow", "couch_stretch", "glute_bridge"))
        self.sheet = OwnSessionSheet(LIGHT, asset)
        qtbot.addWidget(self.sheet)
        self.sheet.moved.connect(self._on_moved)
        self.sheet.taken_out.connect(self._on_taken_out)
        self.show()
        self.sheet.show()
        self.sheet.activateWindow()
        qtbot.waitExposed(self.sheet)

    def show(self) -> None:
        self.sheet.show_session(own_session_view(self.chosen, Timings()))

    def _on_moved(self, name: str, step: int) -> None:
        self.chosen = moved(self.chosen, name, step)
        self.show()

    def _on_taken_out(self, name: str) -> None:
        self.chosen = tuple(exercise for exercise in self.chosen if exercise.id != name)
        self.show()

    @property
    def order(self) -> list[str]:
        return [exercise.id for exercise in self.chosen]

    @property
    def spoken(self) -> str:
        """The name of what has the keyboard."""
        holder = self.sheet.focusWidget()
        return holder.accessibleName() if holder else ""

    def button(self, name: str) -> QPushButton:
        buttons = reversed(self.sheet.findChildren(QPushButton))  # those of the list before may still wait to be gone
        return next(button for button in buttons if name in (button.text(), button.accessibleName()))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.sheet.focusWidget() or self.sheet, key, held)

    def first_row(self) -> None:
        self.sheet._rows[0].setFocus()


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    return Table(qtbot)


def test_it_lists_what_is_in_it_with_the_time_of_each_and_of_all(table: Table) -> None:
    words = [label.text() for label in table.sheet.findChildren(QLabel)]
    assert "3 exercises, 5 min" in words
    assert [word for word in words if word in ("Cat–cow", "1:15")] == ["Cat–cow", "1:15"]
    table.first_row()
    assert table.spoken == "1 of 3: Cat–cow, Warm-up, 1:15"


def test_the_times_add_up_to_the_whole() -> None:
    chosen = tuple(catalogue().exercises.values())[:9]
    view = own_session_view(chosen, Timings())
    minutes = sum(int(a) + int(b) / 60 for a, b in (step.time_text.split(":") for step in view.steps))
    assert view.minutes_text == f"{round(minutes)} min"
    assert own_session_view((), Timings()) == OwnSessionView()


def test_arrows_go_through_it_and_ctrl_takes_an_exercise_along(table: Table) -> None:
    table.first_row()
    table.press(Qt.Key.Key_Down)
    assert table.spoken.startswith("2 of 3: Couch stretch")
    table.press(Qt.Key.Key_Down, CONTROL)
    assert table.order == ["cat_cow", "glute_bridge", "couch_stretch"]
    assert table.spoken.startswith("3 of 3: Couch stretch")
    table.press(Qt.Key.Key_Down, CONTROL)
    table.press(Qt.Key.Key_Down)
    assert table.spoken.startswith("3 of 3: Couch stretch")
    table.press(Qt.Key.Key_Delete)
    assert table.order == ["cat_cow", "glute_bridge"]
    assert table.spoken.startswith("2 of 2: Glute bridge")


def test_buttons_do_the_same_and_keep_the_keyboard(table: Table) -> None:
    table.button("Move Glute bridge up").setFocus()
    table.press(Qt.Key.Key_Space)
    assert table.order == ["cat_cow", "glute_bridge", "couch_stretch"]
    assert table.spoken == "Move Glute bridge up"
    assert table.button("Move Cat–cow up").isHidden()
    assert table.button("Move Couch stretch down").isHidden()
    table.button("Take Cat–cow out").click()
    assert table.order == ["glute_bridge", "couch_stretch"]


def test_building_it_opens_no_window_of_its_own(table: Table) -> None:
    shown = {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    table.show()
    assert {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()} == shown
    assert QApplication.activeWindow() is table.sheet


def test_enter_starts_and_escape_leaves(table: Table, qtbot: QtBot) -> None:
    table.first_row()
    with qtbot.waitSignal(table.sheet.start_requested):
        table.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(table.sheet.left):
        table.press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(table.sheet.cleared):
        table.button("Take everything out").click()
