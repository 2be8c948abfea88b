"""Draws a scene: the same for the screen, for pictures and for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter, QPen, QPolygonF

from hipback_desktop.charts.marks import Box, Dot, Ink, Letters, Line, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hipback_desktop.charts.chart import Chart
    from hipback_desktop.charts.marks import Scene

    Palette = Mapping[Ink, str]

_HATCH_GAP = 6.0
_HATCH_WIDTH = 1.5
_SHARPNESS = 2
"""Device pixels of a saved picture for each of the screen's."""
_MARGIN = 16
_PAGE_WIDTH = 760


def letters_of(font: QFont) -> Letters:
    """What a layout has to know of a font."""
    metrics = QFontMetricsF(font)
    return Letters(metrics.horizontalAdvance, metrics.height())


def paint_scene(painter: QPainter, scene: Scene, palette: Palette, font: QFont) -> None:
    """Everything of it, from back to front; the ground is there already."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    letters = letters_of(font)
    ascent = QFontMetricsF(font).ascent()
    for mark in scene.marks:
        match mark:
            case Box():
                _paint_box(painter, mark, palette)
            case Line():
                style = Qt.PenStyle.DashLine if mark.is_dashed else Qt.PenStyle.SolidLine
                painter.setPen(QPen(QColor(palette[mark.ink]), mark.width, style))
                painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in mark.points]))
            case Dot():
                painter.setPen(QPen(QColor(palette[mark.ink]), 2))
                painter.setBrush(QColor(palette[Ink.GROUND if mark.is_hollow else mark.ink]))
                painter.drawEllipse(QPointF(mark.x, mark.y), mark.radius, mark.radius)
            case Words():
                painter.setPen(QColor(palette[mark.ink]))
                painter.drawText(QPointF(mark.left(letters), mark.y + ascent), mark.text)


def png_of(chart: Chart, width: int, palette: Palette, font: QFont) -> bytes:
    """The chart with its title as a picture."""
    size = _size_of(chart, width, font)
    image = QImage(size * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    image.fill(QColor(palette[Ink.GROUND]))
    with QPainter(image) as painter:
        _paint_titled(painter, chart, size, palette, font)
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(written.data())


def svg_of(chart: Chart, width: int, palette: Palette, font: QFont) -> bytes:
    """The chart with its title as a drawing, and with its words for those who cannot see it."""
    from PySide6.QtSvg import QSvgGenerator

    size = _size_of(chart, width, font)
    written = QByteArray()
    buffer = QBuffer(written)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(chart.title)
    generator.setDescription(chart.describe())
    with QPainter(generator) as painter:
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(palette[Ink.GROUND]))
        _paint_titled(painter, chart, size, palette, font)
    return bytes(written.data())


def paint_page(
    painter: QPainter,
    size: tuple[float, float],
    title: str,
    lines: Sequence[str],
    charts: Sequence[Chart],
    palette: Palette,
    font: QFont,
) -> None:
    """A title and lines of text, if any, and charts below each other, scaled so that all of it fits on the page."""
    letters, above = letters_of(font), QFontMetricsF(title_font(font))
    head = above.height() + _MARGIN + len(lines) * letters.line * 1.3 if title else 0
    sizes = [_size_of(chart, _PAGE_WIDTH, font) for chart in charts]
    scale = min(size[0] / _PAGE_WIDTH, size[1] / (head + sum(it.height() for it in sizes)))
    painter.scale(scale, scale)
    painter.translate((size[0] / scale - _PAGE_WIDTH) / 2, 0)
    painter.setPen(QColor(palette[Ink.TEXT]))
    painter.setFont(title_font(font))
    if title:
        painter.drawText(QPointF(_MARGIN, above.ascent()), title)
    painter.setFont(font)
    for number, line in enumerate(lines):
        painter.drawText(QPointF(_MARGIN, above.height() + _MARGIN / 2 + (number + 1) * letters.line * 1.3), line)
    painter.translate(0, head)
    for chart, room in zip(charts, sizes, strict=True):
        painter.save()
        _paint_titled(painter, chart, room, palette, font)
        painter.restore()
        painter.translate(0, room.height())


def title_font(font: QFont) -> QFont:
    """That of the title over a chart."""
    larger = QFont(font)
    larger.setPixelSize(round(font.pixelSize() * 1.3))
    larger.setWeight(QFont.Weight.DemiBold)
    return larger


def _size_of(chart: Chart, width: int, font: QFont) -> QSize:
    high = QFontMetricsF(title_font(font)).height() + _MARGIN / 2
    return QSize(width, round(chart.height(width - 2 * _MARGIN, letters_of(font)) + high + 2 * _MARGIN))


def _paint_titled(painter: QPainter, chart: Chart, size: QSize, palette: Palette, font: QFont) -> None:
    above = QFontMetricsF(title_font(font))
    painter.translate(_MARGIN, _MARGIN)
    painter.setFont(title_font(font))
    painter.setPen(QColor(palette[Ink.TEXT]))
    painter.drawText(QPointF(0, above.ascent()), chart.title)
    painter.translate(0, above.height() + _MARGIN / 2)
    width = size.width() - 2 * _MARGIN
    letters = letters_of(font)
    paint_scene(painter, chart.scene(width, chart.height(width, letters), letters), palette, font)


def _paint_box(painter: QPainter, box: Box, palette: Palette) -> None:
    colour, area = QColor(palette[box.ink]), QRectF(box.x, box.y, box.width, box.height)
    if box.pattern is Pattern.HOLLOW:
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(QColor(palette[Ink.GROUND]))  # what lies behind would look like a part of it
        area.adjust(0.75, 0.75, -0.75, -0.75)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
    painter.drawRoundedRect(area, box.radius, box.radius)
    painter.setPen(QPen(QColor(palette[Ink.GROUND]), _HATCH_WIDTH))
    for line in hatch(box):
        (x, y), (to_x, to_y) = line.points
        painter.drawLine(QPointF(x, y), QPointF(to_x, to_y))


def hatch(box: Box) -> Iterator[Line]:
    """The lines of a box's pattern, cut at its edges by hand: not every device can clip."""
    match box.pattern:
        case Pattern.LEVEL:
            for y in _steps(box.y, box.bottom):
                yield Line(((box.x, y), (box.right, y)), Ink.GROUND)
        case Pattern.UPRIGHT:
            for x in _steps(box.x, box.right):
                yield Line(((x, box.y), (x, box.bottom)), Ink.GROUND)
        case Pattern.RISING | Pattern.FALLING:
            is_rising = box.pattern is Pattern.RISING
            for along in _steps(0, box.width + box.height):
                begin, end = max(0.0, along - box.height), min(box.width, along)
                ends = [(box.x + x, box.y + along - x) for x in (begin, end)]
                if not is_rising:
                    ends = [(x, box.y + box.bottom - y) for x, y in ends]
                yield Line(tuple(ends), Ink.GROUND)
        case _:
            return


def _steps(begin: float, end: float) -> Iterator[float]:
    at = begin + _HATCH_GAP / 2
    while at < end:
        yield at
        at += _HATCH_GAP
