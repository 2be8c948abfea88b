"""A countdown fills its place."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontMetricsF
from pytestqt.qtbot import QtBot

from hipback_desktop.ui.numerals import Numerals
from hipback_desktop.ui.theme import LIGHT
from hipback_desktop.ui.type_scale import font_of_pixels


@pytest.fixture
def numerals(qtbot: QtBot) -> Numerals:
    numerals = Numerals(LIGHT, 100)
    qtbot.addWidget(numerals)
    return numerals


def test_its_place_is_no_higher_than_the_figures(numerals: Numerals) -> None:
    figure = QFontMetricsF(font_of_pixels(100)).capHeight()
    assert figure <= numerals.minimumHeight() <= figure * 1.2


def test_figures_are_whole_and_in_the_middle(numerals: Numerals) -> None:
    numerals.resize(300, numerals.minimumHeight())
    numerals.show_text("88")
    image = numerals.grab().toImage()
    ground = QColor(LIGHT.background)
    inked = [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) != ground]
    left, right = min(x for x, _ in inked), max(x for x, _ in inked)
    assert abs(left - (image.width() - 1 - right)) <= 6
    assert min(y for _, y in inked) >= 0
    assert max(y for _, y in inked) < image.height() - 1


def test_the_last_nine_seconds_are_as_large_as_those_before(numerals: Numerals) -> None:
    numerals.resize(120, 300)
    numerals.show_text("10")
    ten = numerals.drawn_pixels()
    numerals.show_text("9")
    assert numerals.drawn_pixels() == ten


def test_a_time_that_is_longer_than_its_place_is_smaller(numerals: Numerals) -> None:
    numerals.resize(120, 300)
    numerals.show_text("12:34")
    assert numerals.drawn_pixels() < 100
