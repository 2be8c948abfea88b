"""The table of keys."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from hipback_desktop.ui.key_chip import KeyChip
from hipback_desktop.ui.session_keys import BINDINGS, SessionAction, action_help, action_name, hint_of, hint_words
from hipback_desktop.ui.shortcuts_sheet import ShortcutsSheet
from hipback_desktop.ui.theme import LIGHT


def test_every_action_has_keys_a_name_and_a_sentence() -> None:
    assert {binding.action for binding in BINDINGS} == set(SessionAction)
    for action in SessionAction:
        assert action_name(action)
        assert action_help(action).endswith(".")


def test_no_key_means_two_things() -> None:
    keys = [QKeySequence(key).toString() for binding in BINDINGS for key in binding.keys]
    assert all(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "action, hint",
    [(SessionAction.PAUSE, "Space"), (SessionAction.STOP, "Esc"), (SessionAction.NEXT, "right")],
)
def test_the_hint_is_the_key_people_use(action: SessionAction, hint: str) -> None:
    assert hint_of(action) == hint


def test_arrows_are_read_out_as_words() -> None:
    assert hint_words("left") == "Left arrow"
    assert hint_words("M") == "M"
    assert hint_words("Ctrl + up") == "Ctrl + Up arrow"


def test_the_sheet_of_keys_has_every_key_and_that_of_the_whole_screen(qtbot: QtBot) -> None:
    sheet = ShortcutsSheet(LIGHT)
    qtbot.addWidget(sheet)
    keys = [chip.accessibleName() for chip in sheet.findChildren(KeyChip)]
    assert keys == [*(hint_words(binding.hint) for binding in BINDINGS), "F11"]
