"""Chips are as wide as their words, and no narrower than what still tells them apart."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from hipback_desktop import paths
from hipback_desktop.ui.chips import Chip
from hipback_desktop.ui.theme import LIGHT


def test_a_short_word_has_a_short_chip(qtbot: QtBot) -> None:
    short, long = (Chip(text, LIGHT, paths.asset) for text in ("Mat", "Nothing that needs a chair without wheels"))
    for chip in (short, long):
        qtbot.addWidget(chip)
    assert short.minimumSizeHint().width() == short.sizeHint().width()
    assert long.minimumSizeHint().width() < long.sizeHint().width()
