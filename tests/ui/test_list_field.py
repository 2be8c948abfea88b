"""A list to take things off."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
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
