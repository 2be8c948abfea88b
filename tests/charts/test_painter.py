"""One drawing for the screen, for pictures and for paper."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from hipback_desktop.charts.marks import Box, Ink, Pattern, Scene
from hipback_desktop.charts.painter import hatch, paint_scene, png_of, svg_of
from hipback_desktop.ui.chart_view import chart_palette
from hipback_desktop.ui.theme import CONTRAST, DARK, LIGHT, Theme
from hipback_desktop.ui.type_scale import TypeRole, font_of
from tests.charts.samples import CHARTS

PALETTE = chart_palette(LIGHT)


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_there_is_a_colour_for_every_role(theme: Theme) -> None:
    assert set(chart_palette(theme)) == set(Ink)


@pytest.mark.parametrize("name", CHARTS)
def test_a_picture_is_sharp_and_complete(qapp: QApplication, name: str) -> None:
    image = QImage.fromData(png_of(CHARTS[name], 700, PALETTE, font_of(TypeRole.CAPTION)))
    assert image.width() == 1400
    plain = image.convertToFormat(QImage.Format.Format_RGB32)  # has to outlive its bits
    colours = set(memoryview(plain.constBits()).cast("I"))
    assert QColor(PALETTE[Ink.GROUND]).rgb() in colours
    assert len(colours) > 10


@pytest.mark.parametrize("name", CHARTS)
def test_a_drawing_has_its_words_as_words(qapp: QApplication, name: str) -> None:
    chart = CHARTS[name]
    root = ET.fromstring(svg_of(chart, 700, PALETTE, font_of(TypeRole.CAPTION)))  # noqa: S314 - written a moment ago
    texts = {text.strip() for element in root.iter() for text in (element.text or "",)}
    assert {chart.title, chart.describe()} <= texts
    assert root.get("viewBox", "").startswith("0 0 700 ")


@pytest.mark.parametrize("pattern", Pattern)
@pytest.mark.parametrize("size", [(40, 3), (3, 40), (44, 120), (0.5, 0.5)])
def test_the_lines_of_a_pattern_stay_in_their_box(pattern: Pattern, size: tuple[float, float]) -> None:
    box = Box(10, 20, *size, pattern=pattern)
    for line in hatch(box):
        for x, y in line.points:
            assert box.x - 1e-9 <= x <= box.right + 1e-9
            assert box.y - 1e-9 <= y <= box.bottom + 1e-9


def test_nothing_shows_through_a_box_that_is_only_outlined(qapp: QApplication) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(PALETTE[Ink.GROUND]))
    behind, box = Box(0, 0, 40, 40, Ink.ACCENT), Box(5, 5, 30, 30, Ink.OUTLINE, Pattern.HOLLOW)
    with QPainter(image) as painter:
        paint_scene(painter, Scene(40, 40, (behind, box), ()), PALETTE, font_of(TypeRole.CAPTION))
    assert image.pixelColor(20, 20) == QColor(PALETTE[Ink.GROUND])
    assert image.pixelColor(2, 2) == QColor(PALETTE[Ink.ACCENT])


def test_every_pattern_looks_different() -> None:
    box = Box(0, 0, 40, 40)
    lines = [tuple(hatch(Box(0, 0, 40, 40, pattern=pattern))) for pattern in Pattern if pattern is not Pattern.HOLLOW]
    assert len(set(lines)) == len(lines)
    assert tuple(hatch(box)) == ()
