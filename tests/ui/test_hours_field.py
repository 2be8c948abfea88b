"""The line for hours: what was typed counts when the line is left, or is told when it is not understood."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.ui.hours_field import HoursField
from tests.pseudo import pseudo


@pytest.fixture
def field(qtbot: QtBot) -> HoursField:
    field = HoursField(200, "Hours")
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def told(field: HoursField) -> list[str]:
    told: list[str] = []
    field.changed.connect(told.append)
    return told


def test_nothing_counts_before_the_line_is_left(field: HoursField, told: list[str]) -> None:
    QTest.keyClicks(field.line, "Mon 9-18")
    assert told == []
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert told == ["Mon 9:00–18:00"]
    assert field.value() == "Mon 9:00–18:00"
    field.show_value(field.value())
    assert field.line.text() == "Mon 9-18"


def test_of_what_cannot_be_understood_no_half_is_kept(field: HoursField, told: list[str]) -> None:
    field.show_value("Mon 9:00–18:00")
    field.line.selectAll()
    QTest.keyClicks(field.line, "Mon-Fri 9-25")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert "25" in field.complaint.text()
    assert (told, field.value()) == ([], "Mon 9:00–18:00")


def test_a_line_that_goes_with_its_window_counts(field: HoursField, told: list[str]) -> None:
    QTest.keyClicks(field.line, "Mon 9-18")
    field.hide()
    assert told == ["Mon 9:00–18:00"]


def test_a_complaint_waits_until_the_line_is_left(field: HoursField, told: list[str]) -> None:
    QTest.keyClicks(field.line, "nine")
    assert not field.complaint.isVisible()
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert "names no times" in field.complaint.text()
    assert (told, field.value()) == ([], "")
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert not field.complaint.isVisible()


def test_emptied_it_is_always_open(field: HoursField, told: list[str]) -> None:
    field.show_value("9-18")
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert told == [""]


def test_what_is_being_typed_is_not_taken_away(field: HoursField, qtbot: QtBot) -> None:
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    for typed, so_far in (("Mon 9-1", "Mon 9-1"), ("8,", "Mon 9-18,")):
        QTest.keyClicks(field.line, typed)
        field.show_value("9-18")
        assert field.line.text() == so_far
    other = QWidget(field)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.setFocus()
    field.show_value("9-18")
    assert field.line.text() == "9:00–18:00"


def test_more_hours_than_can_be_kept_are_not(field: HoursField, told: list[str]) -> None:
    field.line.setText("9-10," * 20)
    QTest.keyClicks(field.line, "8-9")
    assert told == []
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.complaint.text() == "These are too many hours; leave some out."


@pytest.mark.usefixtures("in_pseudo")
def test_the_line_is_in_the_language_of_the_person_and_what_is_kept_is_not(field: HoursField, told: list[str]) -> None:
    field.show_value("Mon–Fri 9:00–18:00")
    assert field.line.text() == f"{pseudo('Mon')}–{pseudo('Fri')} 9:00–18:00"
    QTest.keyClicks(field.line, ", 20-21")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert told[-1] == "Mon–Fri 9:00–18:00, 20:00–21:00"
