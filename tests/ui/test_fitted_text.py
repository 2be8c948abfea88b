"""Fitted text is never cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from hipback_desktop.ui.fitted_text import FittedText
from hipback_desktop.ui.theme import LIGHT
from hipback_desktop.ui.type_scale import font_of_pixels

LONG = "Standing hamstring stretch with the heel raised on a low step, then the other side"


def shown(qtbot: QtBot, text: str, width: int, lines: int = 2, pixels: int = 60) -> FittedText:
    widget = FittedText(LIGHT, pixels, lines=lines)
    qtbot.addWidget(widget)
    widget.resize(width, widget.height())
    widget.show_text(text)
    return widget


def test_what_fits_keeps_its_size(qtbot: QtBot) -> None:
    assert shown(qtbot, "Short", 800).drawn_pixels() == 60


@pytest.mark.parametrize("width", [1200, 600, 300])
def test_what_does_not_fit_is_painted_smaller_until_it_does(qtbot: QtBot, width: int) -> None:
    widget = shown(qtbot, LONG, width)
    pixels = widget.drawn_pixels()
    assert pixels < 60
    taken = QFontMetricsF(font_of_pixels(pixels)).boundingRect(
        QRectF(0, 0, width, widget.height()), int(Qt.TextFlag.TextWordWrap), LONG
    )
    assert taken.width() <= width
    assert taken.height() <= widget.height() + 1


def test_its_name_is_its_text_unless_it_counts(qtbot: QtBot) -> None:
    widget = shown(qtbot, "Knee hug", 300)
    assert widget.accessibleName() == "Knee hug"
    widget.show_text("29", tells=False)
    assert (widget.text(), widget.accessibleName()) == ("29", "Knee hug")


def test_rather_than_smaller_letters_it_may_take_narrower_ones_as_heavy(qtbot: QtBot) -> None:
    words = "Half-kneeling hip-flexor stretch"
    narrow = FittedText(LIGHT, 40, strong=True, narrows=True)
    usual = FittedText(LIGHT, 40, strong=True)
    for text in (narrow, usual):
        qtbot.addWidget(text)
        text.show_text(words)
        text.resize(2000, 60)
        assert text.drawn_pixels() == 40
    fitting = QFontMetricsF(narrow._sized(40)).horizontalAdvance(words)
    for text in (narrow, usual):
        text.resize(round(fitting * 0.9), 60)
    assert usual.drawn_pixels() < 40
    assert narrow.drawn_pixels() == 40
    assert narrow._font(narrow.size()).weight() == QFont.Weight.DemiBold
    narrow.resize(round(fitting * 0.7), 60)
    assert narrow.drawn_pixels() < 40


def test_it_reserves_no_more_lines_than_it_takes(qtbot: QtBot) -> None:
    text = FittedText(LIGHT, 40, lines=2)
    qtbot.addWidget(text)
    text.show_text("Crunch")
    text.reserve_lines(600)
    one = text.minimumHeight()
    text.show_text("Half-kneeling hip-flexor stretch")
    text.reserve_lines(600)
    assert text.minimumHeight() == pytest.approx(2 * one, abs=2)
