"""What is asked in passing: answered in a few keys, left in one."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.core.record import ComfortLog, Outcome, SinceLastTime, StopReason
from hipback_desktop.paths import asset
from hipback_desktop.ui.session_edit_sheet import SessionEditSheet
from hipback_desktop.ui.session_log_sheet import SessionLogSheet
from hipback_desktop.ui.sheet import Sheet
from hipback_desktop.ui.sheet_host import SheetHost
from hipback_desktop.ui.since_last_time_sheet import SinceLastTimeSheet
from hipback_desktop.ui.stiffness_before_sheet import StiffnessBeforeSheet
from hipback_desktop.ui.theme import LIGHT
from tests.builders import NOON, a_record

S = TypeVar("S", bound=Sheet)


def shown(qtbot: QtBot, sheet: S) -> S:
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def type_keys(qtbot: QtBot, sheet: Sheet, keys: str) -> None:
    """Each key goes to where the keyboard is by then."""
    for key in keys:
        QTest.keyClicks(sheet.window().focusWidget() or sheet, key)


def words(sheet: QWidget) -> str:
    return "\n".join(text.text() for text in sheet.findChildren(QLabel) if text.isVisibleTo(sheet))


def test_the_log_takes_four_keys_and_enter(qtbot: QtBot) -> None:
    sheet = shown(qtbot, SessionLogSheet())
    sheet.show_session("Quick release, 9 of 10 min.", 6)
    type_keys(qtbot, sheet, "425n")
    with qtbot.waitSignal(sheet.logged) as logged:
        QTest.keyClick(sheet.window().focusWidget(), Qt.Key.Key_Return)
    assert logged.args == [ComfortLog(stiffness_before=6, stiffness_after=4, discomfort=2, effort=5, felt_sharp=False)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_R])
def test_a_key_meant_for_the_session_does_not_answer_the_log(qtbot: QtBot, page: QWidget, key: Qt.Key) -> None:
    """It is pressed as the session ends; the arrows answer once Tab has asked for the numbers."""
    host, sheet = SheetHost(page), SessionLogSheet()
    host.show_sheet(sheet)
    sheet.show_session("Quick release, 9 of 10 min.", 6)
    QTest.keyClick(page.focusWidget(), key)
    assert sheet.value() == ComfortLog(stiffness_before=6)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert sheet.value() == ComfortLog(stiffness_before=6, stiffness_after=0)


def test_the_log_may_stay_empty(qtbot: QtBot) -> None:
    sheet = shown(qtbot, SessionLogSheet())
    assert sheet.value() == ComfortLog()
    with qtbot.waitSignal(sheet.skipped):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)


def test_the_log_says_what_to_do_about_something_sharp(qtbot: QtBot) -> None:
    sheet = shown(qtbot, SessionLogSheet())
    assert "Leave that exercise out" not in words(sheet)
    QTest.keyClicks(sheet, "y")
    assert "Leave that exercise out" in words(sheet)
    assert sheet.value().felt_sharp is True


def test_the_log_keeps_a_note_and_forgets_it_for_the_next_session(qtbot: QtBot) -> None:
    sheet = shown(qtbot, SessionLogSheet())
    QTest.keyClicks(sheet.findChildren(QLineEdit)[0], "  ny hips 12 ")
    assert sheet.value() == ComfortLog(note="ny hips 12")
    sheet.show_session("", None)
    assert sheet.value() == ComfortLog()


def test_the_log_names_what_was_done(qtbot: QtBot) -> None:
    sheet = shown(qtbot, SessionLogSheet())
    sheet.show_session("Quick release, 9 of 10 min.", 6)
    assert "Quick release, 9 of 10 min. Stiffness before: 6." in words(sheet)


@pytest.mark.parametrize(("key", "answer"), list(zip("1234", SinceLastTime, strict=True)))
def test_since_last_time_takes_one_key(qtbot: QtBot, key: str, answer: SinceLastTime) -> None:
    sheet = shown(qtbot, SinceLastTimeSheet())
    with qtbot.waitSignal(sheet.answered) as answered:
        type_keys(qtbot, sheet, key)
    assert answered.args == [answer]


def test_after_worse_the_next_day_rule_is_read_first(qtbot: QtBot) -> None:
    sheet = shown(qtbot, SinceLastTimeSheet())
    with qtbot.assertNotEmitted(sheet.finished):
        type_keys(qtbot, sheet, "4")
    assert "settled by the next day" in words(sheet)
    with qtbot.waitSignal(sheet.finished):
        QTest.keyClick(sheet.window().focusWidget(), Qt.Key.Key_Return)
    sheet.show_question()
    assert "settled by the next day" not in words(sheet)


def test_since_last_time_is_left_in_one_key(qtbot: QtBot) -> None:
    sheet = shown(qtbot, SinceLastTimeSheet())
    with qtbot.assertNotEmitted(sheet.answered), qtbot.waitSignal(sheet.finished):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)


@pytest.mark.parametrize(("keys", "answer"), [("7", 7), ("", None), ("72", 2)])
def test_stiffness_before_takes_a_number_and_enter(qtbot: QtBot, keys: str, answer: int | None) -> None:
    sheet = shown(qtbot, StiffnessBeforeSheet("Quick release", LIGHT, asset))
    type_keys(qtbot, sheet, keys)
    with qtbot.waitSignal(sheet.answered) as answered:
        QTest.keyClick(sheet.window().focusWidget(), Qt.Key.Key_Return)
    assert answered.args == [answer]


def test_what_is_to_be_read_first_stands_in_the_question_as_it_was_written(qtbot: QtBot) -> None:
    notes = ("Have a chair at hand.", "<b>Mind</b> the cat.")
    sheet = shown(qtbot, StiffnessBeforeSheet("Mine", LIGHT, asset, notes, is_handed_over=True))
    assert "\n".join(notes) in words(sheet)
    assert {text.textFormat() for text in sheet.findChildren(QLabel) if text.text() in notes} == {
        Qt.TextFormat.PlainText
    }


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    page.resize(900, 600)
    layout = QVBoxLayout(page)
    layout.addWidget(QPushButton("Behind"))
    qtbot.addWidget(page)
    page.show()
    return page


def test_a_sheet_takes_the_keyboard_and_gives_it_back(qtbot: QtBot, page: QWidget) -> None:
    behind = page.findChildren(QPushButton)[0]
    behind.setFocus()
    host = SheetHost(page)
    sheet = SinceLastTimeSheet()
    host.show_sheet(sheet)
    assert host.sheet is sheet
    for _turn in range(8):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(page.focusWidget())
    host.hide_sheet()
    assert page.focusWidget() is behind
    assert host.isHidden()
    sheet.deleteLater()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_leaves_every_control_of_a_sheet(page: QWidget, key: Qt.Key) -> None:
    host = SheetHost(page)
    sheet = SessionEditSheet(a_record(), NOON.date(), LIGHT, asset)
    host.show_sheet(sheet)
    stops = set()
    for _stop in range(20):
        stops.add(page.focusWidget().accessibleName() or page.focusWidget().property("text"))
        QTest.keyClick(page.focusWidget(), key)
    assert {"Day", "Time", "Effort: 0 of 10", "Note", "Save", "Cancel"} <= stops


class _WindowsShown(QObject):
    """Whatever appeared as a window of its own, be it for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("reason", [None, *StopReason])
def test_no_part_of_a_sheet_is_a_window_before_it_has_its_place(
    page: QWidget, qapp: QApplication, reason: StopReason | None
) -> None:
    shown, host = _WindowsShown(), SheetHost(page)
    record = a_record(outcome=Outcome.STOPPED, log=ComfortLog(stop_reason=reason))
    qapp.installEventFilter(shown)
    try:
        sheet = SessionEditSheet(record, NOON.date(), LIGHT, asset)
        host.show_sheet(sheet)
    finally:
        qapp.removeEventFilter(shown)
    assert shown.names == []
    assert ("Why it ended" in words(sheet)) is (reason is not None)


def test_a_sheet_covers_the_page_also_when_it_grows(page: QWidget, qtbot: QtBot) -> None:
    host = SheetHost(page)
    sheet = SessionLogSheet()
    host.show_sheet(sheet)
    page.resize(1200, 700)
    QApplication.processEvents()
    assert host.size() == page.size()
    host.hide_sheet()
    sheet.deleteLater()
