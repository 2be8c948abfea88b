"""Soft patches of one colour, kept as pictures: drawing one costs a fiftieth of filling a gradient."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QRadialGradient, QTransform

if TYPE_CHECKING:
    from hipback_desktop.figures.canvas import Canvas

MOST_KEPT: Final = 96
_STRENGTHS: Final = 12
_ASLANT: Final = 8
"""By how many pixels at its end the slant of a patch goes on: finer steps would have to be made anew in every frame."""


class SoftSpot:
    """Draws patches that fade out towards their edge, in any size and strength."""

    def __init__(self, colour: QColor) -> None:
        self._colour = colour
        self._kept: dict[tuple[int, int, int, int], QImage] = {}

    def draw(
        self, canvas: Canvas, x: float, y: float, wide: float, high: float, strength: float = 1.0, rise: float = 0.0
    ) -> None:
        """A patch around a point, which may lie aslant: ``rise`` is how far it goes up on one to the right."""
        ratio = canvas.ratio
        width, height = _stepped(wide * canvas.fit.scale, 4), _stepped(high * canvas.fit.scale, 1)
        aslant = round(rise * width * ratio / _ASLANT) * _ASLANT
        key = (round(width * ratio), round(height * ratio), round(strength * _STRENGTHS), aslant)
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._made(*key, ratio)
        spot = canvas.fit.at(x, y)
        half = self._kept[key].height() / ratio / 2
        canvas.image(QPoint(round(spot.x()) - width, round(spot.y() - half)), self._kept[key])

    def _made(self, width: int, height: int, strength: int, aslant: int, ratio: float) -> QImage:
        tall = round(hypot(height, aslant))
        image = QImage(2 * width, 2 * tall, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        gradient = QRadialGradient(QPointF(width, width), width)
        for share, part in ((0.0, 1.0), (0.45, 0.72), (0.8, 0.18), (1.0, 0.0)):
            faded = QColor(self._colour)
            faded.setAlphaF(self._colour.alphaF() * part * strength / _STRENGTHS)
            gradient.setColorAt(share, faded)
        with QPainter(image) as painter:
            painter.setTransform(QTransform(1.0, -aslant / width, 0.0, height / width, 0.0, tall + aslant - height))
            painter.fillRect(0, 0, 2 * width, 2 * width, QBrush(gradient))
        image.setDevicePixelRatio(ratio)
        return image


def _stepped(size: float, least: int) -> int:
    """Never larger, in steps of a sixteenth at most: while a picture grows, one patch serves for several frames."""
    step = max(least, 1 << max(0, int(size).bit_length() - 5))
    return max(1, int(size / step) * step)
