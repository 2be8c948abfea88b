"""A list to take things off."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.paths import asset
from hipback_desktop.ui.list_field import ListField
from hipback_desktop.ui.theme import LIGHT


def test_a_click_takes_one_thing_off_and_tells(qtbot: QtBot) -> None:
    field = ListField("Left out", {"a": "Pigeon", "b": "Crunch"}.__getitem__, LIGHT, asset)
    qtbot.addWidget(field)
    field.show_value(("a", "b"))
    pigeon = next(b for b in field.findChildren(QPushButton) if b.text() == "Pigeon")
    assert pigeon.accessibleName() == "Take Pigeon off the list"

    with qtbot.waitSignal(field.changed) as changed:
        pigeon.click()

    assert changed.args == [("b",)]
    assert field.value() == ("b",)


def test_tab_comes_to_what_is_listed_where_it_stands(qtbot: QtBot) -> None:
    """What was left out since the settings were first open came after everything else, “Done” included."""
    page = QWidget()
    qtbot.addWidget(page)
    field = ListField("Left out", str, LIGHT, asset)
    above, below = QLineEdit(), QLineEdit()
    down = QVBoxLayout(page)
    for part in (above, field, below):
        down.addWidget(part)
    page.show()
    for listed in (("a", "b"), ("b",)):
        field.show_value(listed)
        QCoreApplication.sendPostedEvents()  # as it comes into sight
        above.setFocus()
        stops = []
        for _ in range(len(listed) + 1):
            QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
            stops.append(page.focusWidget())
        assert [stop.text() for stop in stops if isinstance(stop, QPushButton)] == list(listed)
        assert stops[-1] is below
