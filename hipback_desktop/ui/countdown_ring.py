"""The countdown: an arc, the digits inside it and what they count."""

from __future__ import annotations

from dataclasses import replace
from math import atan2, cos, degrees, hypot, radians, remainder, sin, tau
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
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
_NARROW: Final = 140.0
"""Pixels; below this diameter a label and a line below could not be read, and a word or two are there instead."""
_BRIEF: Final = 0.12
_BRIEF_BAND: Final = (0.18, 0.34)

_LARGEST_SLICE: Final = 40.0
"""Degrees; a larger jump of the arc repaints the whole ring."""
_SMALLEST_STEP_PIXELS: Final = 0.6
"""An arc that would move by less stays where it is."""
_BETWEEN_SECONDS: Final = 0.1
_FAST: Final = 18.5
"""Degrees a second: an arc that turns faster, of less than twenty seconds, would leap if it waited for each moment."""
_WHOLE_TURN: Final = 360.0
_ALL_ROUND: Final = (0.0, _WHOLE_TURN)
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignCenter)


class _Sizes(NamedTuple):
    """Of a ring in a widget of one size. The radius is that of the middle of the arc, for every thickness the same.

    So a change of look does not make it jump. ``reach`` is from there to where nothing of the arc is any more.
    """

    diameter: float
    x: float
    y: float
    radius: float
    reach: float
    label: QRect
    digits: QRect
    below: QRect


class CountdownRing(QWidget):
    """Repaints the slice of the arc that changed, and a text only when it reads otherwise.

    Between two moments a fast arc goes on by itself, once, at the pace of a session that is no preview: that costs a
    part of telling everybody the moment. A small ring has digits only, larger ones.
    """

    def __init__(self, theme: Theme, *, is_small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_small = is_small
        self._face: Face | None = None
        self._sizes = self._measured()
        self._between = QTimer(self, singleShot=True, interval=round(_BETWEEN_SECONDS * 1000))
        self._between.timeout.connect(self._go_on)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(12 * SPACE, 12 * SPACE)

    def face(self) -> Face | None:
        """What is shown."""
        return self._face

    def sizeHint(self) -> QSize:
        return QSize(48 * SPACE, 48 * SPACE)

    def show_face(self, face: Face) -> None:
        """Shows a countdown and repaints what differs."""
        self._show(face)
        if face.pace * _WHOLE_TURN > _FAST and self.isVisible():
            self._between.start()
        else:
            self._between.stop()

    def _show(self, face: Face) -> None:
        old, self._face = self._face, face
        if old is None or (old.look, old.phase, old.fills) != (face.look, face.phase, face.fills):
            self.update()
            return
        if old.label != face.label:
            self.update(self._sizes.label)
        if old.digits != face.digits:
            self.update(self._sizes.digits)
        if self._words_below(old) != self._words_below(face):
            self.update(self._sizes.below)
        if old.fraction != face.fraction:
            self._update_slice(old, face)

    def _go_on(self) -> None:
        face = self._face
        if face is not None:
            fraction = face.fraction + _BETWEEN_SECONDS * (face.pace if face.fills else -face.pace)
            self._show(replace(face, fraction=min(1.0, max(0.0, fraction))))

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sizes = self._measured()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(self._theme.background))
            if self._face is None:
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            region = event.region()
            self._paint_arc(painter, self._face, region)
            if region.intersects(self._sizes.digits):
                self._paint_digits(painter, self._face)
            if self._is_small:
                return
            if region.intersects(self._sizes.label):
                self._paint_label(painter, self._face)
            if region.intersects(self._sizes.below):
                self._paint_below(painter, self._face)

    def _is_narrow(self) -> bool:
        return self._sizes.diameter < _NARROW

    def _words_below(self, face: Face) -> str:
        return face.brief if self._is_narrow() else face.below

    def _digits_grow(self) -> float:
        return _SMALL_GROWS if self._is_small else 1.0

    def _measured(self) -> _Sizes:
        diameter = float(min(self.width(), self.height()) - (2 if self._is_small else SPACE))
        thick, centre = diameter * _THICK[Look.WORK], QRectF(self.rect()).center()
        width = _INNER_WIDTH * diameter
        bands = (
            QRectF(centre.x() - width / 2, centre.y() + top * diameter, width, (bottom - top) * diameter)
            for top, bottom in (_LABEL_BAND, _DIGITS_BAND, _BRIEF_BAND if diameter < _NARROW else _BELOW_BAND)
        )
        label, digits, below = (band.toAlignedRect() for band in bands)
        label = QRect() if diameter < _NARROW else label
        radius, reach = (diameter - thick) / 2, thick / 2 + 2
        return _Sizes(diameter, centre.x(), centre.y(), radius, reach, label, digits, below)

    def _update_slice(self, old: Face, new: Face) -> None:
        start, end = sorted((_edge(old), _edge(new)))
        radius = self._sizes.radius
        if radius <= 0:
            return
        if radians(end - start) * radius < _SMALLEST_STEP_PIXELS and new.fraction not in (0.0, 1.0):
            self._face = _with_fraction(new, old.fraction)
        elif end - start > _LARGEST_SLICE or new.fraction in (0.0, 1.0):
            self.update()
        else:
            self.update(self._slice_rect(start, end))

    def _slice_rect(self, start: float, end: float) -> QRect:
        """What holds the arc between two angles, its round cap included."""
        _, x, y, radius, reach, *_ = self._sizes
        pad = degrees(reach / radius)
        xs: list[float] = []
        ys: list[float] = []
        for angle in (start - pad, (start + end) / 2, end + pad):
            across, up = sin(radians(angle)), cos(radians(angle))
            xs += (x + across * (radius - reach), x + across * (radius + reach))
            ys += (y - up * (radius - reach), y - up * (radius + reach))
        left, top = int(min(xs)) - 2, int(min(ys)) - 2
        return QRect(left, top, int(max(xs)) + 3 - left, int(max(ys)) + 3 - top)

    def _turn_of(self, region: QRegion) -> tuple[float, float] | None:
        """From where to where the arc goes through a region, in degrees; None where it does not.

        All of it where that is not simply said: stroking a ring is most of what a slice of it costs.
        """
        _, x, y, radius, reach, *_ = self._sizes
        turn = None
        for rect in region:  # type: ignore[attr-defined] # the stubs have forgotten it
            corners = [
                (across - x, y - down)
                for across in (rect.left(), rect.right() + 1)
                for down in (rect.top(), rect.bottom() + 1)
            ]
            if max(hypot(*corner) for corner in corners) < radius - reach:
                continue
            middle = atan2(sum(across for across, _ in corners), sum(up for _, up in corners))
            away = [remainder(atan2(across, up) - middle, tau) for across, up in corners]
            start, end = (degrees(middle + side) for side in (min(away), max(away)))
            pad, before = degrees(reach / radius), start // _WHOLE_TURN * _WHOLE_TURN
            start, end, most = start - before - pad, end - before + pad, _LARGEST_SLICE + 4 * pad
            if turn is not None or start < 0 or end > _WHOLE_TURN or end - start > most:
                return _ALL_ROUND
            turn = start, end
        return turn

    def _paint_arc(self, painter: QPainter, face: Face, region: QRegion) -> None:
        turn = self._turn_of(region) if face.look is Look.WORK else _ALL_ROUND  # dashes are counted from their start
        if turn is None:
            return
        _, x, y, radius, *_ = self._sizes
        thick, edge = self._sizes.diameter * _THICK[face.look], _edge(face)
        box = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        pen = QPen(QColor(self._theme.hover), thick, c=Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        _draw_arc(painter, box, *turn)
        if face.fraction <= 0:
            return
        start, end = (0.0, edge) if face.fills else (edge, _WHOLE_TURN)
        pen.setColor(QColor(self._arc_colour(face)))
        if face.look is Look.LEAD_IN:
            pen.setDashPattern([1.4, 1.4])
        else:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            start, end = max(start, turn[0]), min(end, turn[1])
        painter.setPen(pen)
        if start <= end:
            _draw_arc(painter, box, *((start, end) if face.fills else (end, start)))

    def _arc_colour(self, face: Face) -> str:
        return self._theme.outline if face.look is Look.HELD else self._theme.phases[face.phase]

    def _paint_label(self, painter: QPainter, face: Face) -> None:
        colour = self._theme.muted if face.look is Look.HELD else self._theme.phases[face.phase]
        self._paint_text(painter, self._sizes.label, face.label, _LABEL, colour, strong=True)

    def _paint_digits(self, painter: QPainter, face: Face) -> None:
        size = _DIGITS[min(len(face.digits), max(_DIGITS))]
        colour = self._theme.muted if face.look is Look.HELD else self._theme.text
        self._paint_text(painter, self._sizes.digits, face.digits, size * self._digits_grow(), colour, strong=True)

    def _paint_below(self, painter: QPainter, face: Face) -> None:
        part = _BRIEF if self._is_narrow() else _BELOW
        self._paint_text(painter, self._sizes.below, self._words_below(face), part, self._theme.muted, strong=False)

    def _paint_text(self, painter: QPainter, area: QRect, text: str, part: float, colour: str, *, strong: bool) -> None:
        font = font_of_pixels(round(part * self._sizes.diameter))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        taken = QFontMetricsF(font).horizontalAdvance(text)
        if taken > area.width():
            font.setPixelSize(max(1, int(font.pixelSize() * area.width() / taken)))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(area, _MIDDLE, text)


def _draw_arc(painter: QPainter, box: QRectF, start: float, end: float) -> None:
    """Clockwise from the top; Qt counts sixteenths of a degree, from three o'clock and against the clock."""
    painter.drawArc(box, 90 * 16 - round(start * 16), round(start * 16) - round(end * 16))


def _edge(face: Face) -> float:
    """The end of the arc that moves, in degrees clockwise from the top."""
    return _WHOLE_TURN * (face.fraction if face.fills else 1 - face.fraction)


def _with_fraction(face: Face, fraction: float) -> Face:
    return replace(face, fraction=fraction)
