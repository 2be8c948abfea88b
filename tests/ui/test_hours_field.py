"""The line for hours: what is understood counts at once, the rest is told when the line is left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.ui.hours_field import HoursField


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


def test_only_what_is_understood_is_told(field: HoursField, told: list[str]) -> None:
    QTest.keyClicks(field.line, "Mon 9-18")
    assert told == ["Mon 9-1", "Mon 9-18"]
    assert field.value() == "Mon 9-18"


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
    assert told == [""]


def test_what_is_being_typed_is_not_taken_away(field: HoursField, qtbot: QtBot) -> None:
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    QTest.keyClicks(field.line, "Mon")
    field.show_value("9-18")
    assert field.line.text() == "Mon"
    other = QWidget(field)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.setFocus()
    field.show_value("9-18")
    assert field.line.text() == "9-18"
