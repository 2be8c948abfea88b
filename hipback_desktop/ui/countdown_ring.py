"""The countdown: an arc, the digits inside it and what they count."""

from __future__ import annotations

from dataclasses import replace
from math import cos, degrees, radians, sin
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipback_desktop.ui.session_words import Face, Look
from hipback_desktop.ui.type_scale import SPACE, font_of_pixels

if TYPE_CHECKING:
    from hipback_desktop.ui.theme import Theme

# Sizes are parts of the ring's diameter.
_THICK: Final = {Look.WORK: 0.055, Look.LEAD_IN: 0.018, Look.HELD: 0.03}
_DIGITS: Final = {1: 0.42, 2: 0.42, 3: 0.32, 4: 0.27, 5: 0.23}
_SMALL_GROWS: Final = 1.15
_LABEL: Final = 0.08
_BELOW: Final = 0.072
_INNER_WIDTH: Final = 0.66
_LABEL_BAND: Final = (-0.31, -0.19)
_DIGITS_BAND: Final = (-0.21, 0.21)
_BELOW_BAND: Final = (0.2, 0.3)

_LARGEST_SLICE: Final = 40.0
"""Degrees; a larger jump of the arc repaints the whole ring."""
_SMALLEST_STEP_PIXELS: Final = 0.6
"""An arc that would move by less stays where it is."""
_WHOLE_TURN: Final = 360.0
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignCenter)


class CountdownRing(QWidget):
    """Repaints the slice of the arc that changed, and a text only when it reads otherwise.

    A small one has digits only, larger ones.
    """

    def __init__(self, theme: Theme, *, is_small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_small = is_small
        self._face: Face | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(14 * SPACE, 14 * SPACE)

    def face(self) -> Face | None:
        """What is shown."""
        return self._face

    def sizeHint(self) -> QSize:
        return QSize(48 * SPACE, 48 * SPACE)

    def show_face(self, face: Face) -> None:
        """Shows a countdown and repaints what differs."""
        old, self._face = self._face, face
        if old is None or (old.look, old.phase, old.fills) != (face.look, face.phase, face.fills):
            self.update()
            return
        if old.label != face.label:
            self.update(self._band(_LABEL_BAND))
        if old.digits != face.digits:
            self.update(self._band(_DIGITS_BAND))
        if old.below != face.below:
            self.update(self._band(_BELOW_BAND))
        if old.fraction != face.fraction:
            self._update_slice(old, face)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.background))
        if self._face is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_arc(painter, self._face)
        region = event.region()
        if region.intersects(self._band(_DIGITS_BAND)):
            self._paint_digits(painter, self._face)
        if self._is_small:
            return
        if region.intersects(self._band(_LABEL_BAND)):
            self._paint_label(painter, self._face)
        if region.intersects(self._band(_BELOW_BAND)):
            self._paint_below(painter, self._face)

    def _digits_grow(self) -> float:
        return _SMALL_GROWS if self._is_small else 1.0

    def _diameter(self) -> float:
        margin = 2 if self._is_small else SPACE
        return float(min(self.width(), self.height()) - margin)

    def _centre(self) -> QPointF:
        return QRectF(self.rect()).center()

    def _band(self, band: tuple[float, float]) -> QRect:
        """The rectangle of one of the three texts."""
        diameter, centre = self._diameter(), self._centre()
        top, bottom = (centre.y() + part * diameter for part in band)
        width = _INNER_WIDTH * diameter
        return QRectF(centre.x() - width / 2, top, width, bottom - top).toAlignedRect()

    def _radius(self) -> float:
        """The middle of the arc, the same for every thickness so that a change of look does not make it jump."""
        return self._diameter() * (1 - _THICK[Look.WORK]) / 2

    def _update_slice(self, old: Face, new: Face) -> None:
        start, end = sorted((_edge(old), _edge(new)))
        radius = self._radius()
        if radius <= 0:
            return
        if radians(end - start) * radius < _SMALLEST_STEP_PIXELS and new.fraction not in (0.0, 1.0):
            self._face = _with_fraction(new, old.fraction)
        elif end - start > _LARGEST_SLICE or new.fraction in (0.0, 1.0):
            self.update()
        else:
            self.update(self._slice_rect(start, end, radius))

    def _slice_rect(self, start: float, end: float, radius: float) -> QRect:
        """What holds the arc between two angles, its round cap included."""
        reach = self._diameter() * _THICK[Look.WORK] / 2 + 2
        pad = degrees(reach / radius)
        corners = QPolygonF()
        for angle in (start - pad, (start + end) / 2, end + pad):
            turned = radians(angle)
            for distance in (radius - reach, radius + reach):
                corners.append(self._centre() + QPointF(sin(turned) * distance, -cos(turned) * distance))
        return corners.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1)

    def _paint_arc(self, painter: QPainter, face: Face) -> None:
        radius, thick = self._radius(), self._diameter() * _THICK[face.look]
        box = QRectF(self._centre() - QPointF(radius, radius), self._centre() + QPointF(radius, radius))
        painter.setPen(QPen(QColor(self._theme.hover), thick))
        painter.drawEllipse(box)
        if face.fraction <= 0:
            return
        pen = QPen(QColor(self._arc_colour(face)), thick)
        if face.look is Look.LEAD_IN:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([1.4, 1.4])
        else:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        # Qt counts sixteenths of a degree, from three o'clock and against the clock.
        if face.fills:
            painter.drawArc(box, 90 * 16, -round(_edge(face) * 16))
        else:
            painter.drawArc(box, 90 * 16, round((_WHOLE_TURN - _edge(face)) * 16))

    def _arc_colour(self, face: Face) -> str:
        return self._theme.outline if face.look is Look.HELD else self._theme.phases[face.phase]

    def _paint_label(self, painter: QPainter, face: Face) -> None:
        colour = self._theme.muted if face.look is Look.HELD else self._theme.phases[face.phase]
        self._paint_text(painter, _LABEL_BAND, face.label, _LABEL, colour, strong=True)

    def _paint_digits(self, painter: QPainter, face: Face) -> None:
        size = _DIGITS[min(len(face.digits), max(_DIGITS))]
        colour = self._theme.muted if face.look is Look.HELD else self._theme.text
        self._paint_text(painter, _DIGITS_BAND, face.digits, size * self._digits_grow(), colour, strong=True)

    def _paint_below(self, painter: QPainter, face: Face) -> None:
        self._paint_text(painter, _BELOW_BAND, face.below, _BELOW, self._theme.muted, strong=False)

    def _paint_text(
        self, painter: QPainter, band: tuple[float, float], text: str, part: float, colour: str, *, strong: bool
    ) -> None:
        area = self._band(band)
        font = font_of_pixels(round(part * self._diameter()))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        taken = QFontMetricsF(font).horizontalAdvance(text)
        if taken > area.width():
            font.setPixelSize(max(1, int(font.pixelSize() * area.width() / taken)))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(area, _MIDDLE, text)


def _edge(face: Face) -> float:
    """The end of the arc that moves, in degrees clockwise from the top."""
    return _WHOLE_TURN * (face.fraction if face.fills else 1 - face.fraction)


def _with_fraction(face: Face, fraction: float) -> Face:
    return replace(face, fraction=fraction)
