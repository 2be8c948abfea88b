"""A rating takes one key, or none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hipback_desktop.ui.rating_row import RatingRow
from hipback_desktop.ui.session_log_sheet import effort_word


@pytest.fixture
def row(qtbot: QtBot) -> RatingRow:
    row = RatingRow("Stiffness", "not at all", "very", effort_word)
    qtbot.addWidget(row)
    row.show()
    return row


@pytest.mark.parametrize(("key", "value"), [("0", 0), ("5", 5), ("9", 9), ("t", 10)])
def test_one_key_answers(row: RatingRow, qtbot: QtBot, key: str, value: int) -> None:
    with qtbot.waitSignals([row.rated, row.answered_by_key]):
        QTest.keyClicks(row, key)
    assert row.value() == value


def test_there_is_no_answer_at_first_and_it_can_be_taken_back(row: RatingRow, qtbot: QtBot) -> None:
    assert row.value() is None
    QTest.keyClicks(row, "7")
    with qtbot.waitSignal(row.rated) as rated:
        QTest.keyClick(row, Qt.Key.Key_Backspace)
    assert rated.args == [None]
    assert row.value() is None


def test_arrows_move_the_answer_and_stop_at_the_ends(row: RatingRow, qtbot: QtBot) -> None:
    numbers = row.findChildren(QPushButton)
    row.show_value(9)
    for _turn in range(3):
        QTest.keyClick(numbers[9], Qt.Key.Key_Right)
    assert row.value() == 10
    QTest.keyClick(numbers[10], Qt.Key.Key_Left)
    assert row.value() == 9


def test_a_click_answers_and_the_row_tells_it_in_words(row: RatingRow, qtbot: QtBot) -> None:
    QTest.mouseClick(row.findChildren(QPushButton)[8], Qt.MouseButton.LeftButton)
    assert row.value() == 8
    assert row.findChildren(QPushButton)[8].accessibleName() == "Stiffness: 8 of 10"


def test_showing_an_answer_tells_nobody(row: RatingRow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.rated):
        row.show_value(4)
    assert row.value() == 4


def test_tab_stops_once_at_a_row(row: RatingRow) -> None:
    row.show_value(6)
    stops = [button for button in row.findChildren(QPushButton) if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [button.text() for button in stops] == ["6"]


@pytest.mark.parametrize(
    ("effort", "word"), [(0, "easy"), (3, "easy"), (4, "right"), (6, "right"), (7, "hard"), (10, "hard")]
)
def test_effort_is_easy_right_or_hard(effort: int, word: str) -> None:
    assert effort_word(effort) == word
