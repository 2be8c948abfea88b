"""After Stop: one key leaves, and each reason has its reaction."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hipback_desktop.core.record import StopReason
from hipback_desktop.ui.rating_row import RatingRow
from hipback_desktop.ui.safety_words import SafetyList, days_list, emergency_list, settle_list, stop_list
from hipback_desktop.ui.stop_sheet import StopSheet, reason_text


@pytest.fixture
def sheet(qtbot: QtBot) -> StopSheet:
    sheet = StopSheet()
    qtbot.addWidget(sheet)
    sheet.resize(640, 700)
    sheet.show()
    sheet.activateWindow()
    sheet.show_stopped("Knee hug")
    qtbot.waitUntil(lambda: sheet.focusWidget() is not None)
    return sheet


def button(sheet: StopSheet, name: str) -> QPushButton:
    return next(b for b in sheet.findChildren(QPushButton) if name in (b.text(), b.accessibleName()))


def visible_words(sheet: StopSheet) -> list[str]:
    return [shown.text() for shown in sheet.findChildren(QLabel) if shown.isVisibleTo(sheet)]


def place(sheet: StopSheet, safety_list: SafetyList) -> int:
    return visible_words(sheet).index(safety_list.title)


def test_it_says_that_the_session_is_kept(sheet: StopSheet) -> None:
    assert "Stopped. Your session is kept." in visible_words(sheet)


def test_escape_leaves_without_an_answer(qtbot: QtBot, sheet: StopSheet) -> None:
    with qtbot.assertNotEmitted(sheet.reason_chosen), qtbot.waitSignal(sheet.closed):
        QTest.keyClick(sheet.focusWidget() or sheet, Qt.Key.Key_Escape)


def test_enter_is_done_for_now_and_leaves(qtbot: QtBot, sheet: StopSheet) -> None:
    signals: list[SignalInstance] = [sheet.reason_chosen, sheet.closed]
    with qtbot.waitSignals(signals):
        QTest.keyClick(sheet.focusWidget() or sheet, Qt.Key.Key_Return)


@pytest.mark.parametrize("reason", list(StopReason))
def test_every_reason_has_a_button_and_a_number(qtbot: QtBot, sheet: StopSheet, reason: StopReason) -> None:
    with qtbot.waitSignal(sheet.reason_chosen) as seen:
        button(sheet, reason_text(reason)).click()
    assert seen.args == [reason]
    sheet.show_stopped("Knee hug")
    with qtbot.waitSignal(sheet.reason_chosen) as seen:
        QTest.keyClick(sheet, Qt.Key(Qt.Key.Key_1 + list(StopReason).index(reason)))
    assert seen.args == [reason]


def test_uncomfortable_asks_how_much_and_offers_the_easier_way(qtbot: QtBot, sheet: StopSheet) -> None:
    button(sheet, reason_text(StopReason.UNCOMFORTABLE)).click()
    rating, easier = sheet.findChild(RatingRow), sheet.findChild(QCheckBox)
    assert rating is not None
    assert easier is not None
    with qtbot.waitSignal(sheet.discomfort_given) as seen:
        rating.rated.emit(6)
    assert seen.args == [6]
    with qtbot.waitSignal(sheet.easier_wanted) as seen:
        easier.click()
    assert seen.args == [True]


def test_how_uncomfortable_it_was_is_answered_by_its_number_key(qtbot: QtBot, sheet: StopSheet) -> None:
    QTest.keyClick(sheet.focusWidget() or sheet, Qt.Key.Key_3)
    assert sheet.findChild(RatingRow) is not None
    with qtbot.waitSignal(sheet.discomfort_given) as seen:
        QTest.keyClick(sheet.focusWidget() or sheet, Qt.Key.Key_6)
    assert seen.args == [6]


@pytest.mark.parametrize("reason, asked", [(StopReason.UNCOMFORTABLE, True), (StopReason.TOO_HARD, False)])
def test_that_numbers_answer_is_said_where_they_do(sheet: StopSheet, reason: StopReason, asked: bool) -> None:
    keys = "Keys: the numbers answer, Esc closes"
    assert keys in visible_words(sheet)
    button(sheet, reason_text(reason)).click()
    assert (keys in visible_words(sheet)) is asked


def test_a_key_that_is_held_answers_one_question(qtbot: QtBot, sheet: StopSheet) -> None:
    QTest.keyClick(sheet.focusWidget() or sheet, Qt.Key.Key_3)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_3, Qt.KeyboardModifier.NoModifier, "3", True)
    with qtbot.assertNotEmitted(sheet.discomfort_given):
        QCoreApplication.sendEvent(sheet.focusWidget() or sheet, held)


def test_sharp_leaves_the_exercise_out_shows_the_stop_list_and_offers_nothing_else(sheet: StopSheet) -> None:
    button(sheet, reason_text(StopReason.SHARP)).click()
    words = visible_words(sheet)
    (first,) = (text for text in words if text.startswith("Leave Knee hug out for now"))
    assert "If it ran down your leg, that is a reason to ask a doctor or a physiotherapist" in first
    assert set(stop_list().items) <= set(words)
    assert [b.text() for b in sheet.findChildren(QPushButton) if b.isVisibleTo(sheet)] == ["Close"]


def test_numb_shows_the_emergency_list_first(sheet: StopSheet) -> None:
    button(sheet, reason_text(StopReason.NUMB)).click()
    assert set(emergency_list().items) <= set(visible_words(sheet))
    assert place(sheet, emergency_list()) < place(sheet, days_list())
    assert [b.text() for b in sheet.findChildren(QPushButton) if b.isVisibleTo(sheet)] == ["Close"]


def test_unwell_says_how_to_settle(sheet: StopSheet) -> None:
    button(sheet, reason_text(StopReason.UNWELL)).click()
    assert set(settle_list().items) <= set(visible_words(sheet))


def test_the_next_time_it_asks_anew(sheet: StopSheet) -> None:
    button(sheet, reason_text(StopReason.NUMB)).click()
    sheet.show_stopped("Twist")
    assert button(sheet, reason_text(StopReason.NUMB)).isVisibleTo(sheet)
    assert emergency_list().title not in visible_words(sheet)
