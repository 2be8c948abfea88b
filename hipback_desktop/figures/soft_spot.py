"""Soft patches of one colour, kept as pictures: drawing one costs a fiftieth of filling a gradient."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QRadialGradient

if TYPE_CHECKING:
    from hipback_desktop.figures.canvas import Canvas

MOST_KEPT: Final = 96
_STRENGTHS: Final = 12


class SoftSpot:
    """Draws patches that fade out towards their edge, in any size and strength."""

    def __init__(self, colour: QColor) -> None:
        self._colour = colour
        self._kept: dict[tuple[int, int, int], QImage] = {}

    def draw(self, canvas: Canvas, x: float, y: float, wide: float, high: float, strength: float = 1.0) -> None:
        """A patch around a point."""
        ratio = canvas.ratio
        width, height = _stepped(wide * canvas.fit.scale, 4), _stepped(high * canvas.fit.scale, 1)
        key = (round(width * ratio), round(height * ratio), round(strength * _STRENGTHS))
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._made(*key, ratio)
        spot = canvas.fit.at(x, y)
        canvas.image(QPoint(round(spot.x()) - width, round(spot.y()) - height), self._kept[key])

    def _made(self, width: int, height: int, strength: int, ratio: float) -> QImage:
        image = QImage(2 * width, 2 * height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        gradient = QRadialGradient(QPointF(width, width), width)
        for share, part in ((0.0, 1.0), (0.45, 0.72), (0.8, 0.18), (1.0, 0.0)):
            faded = QColor(self._colour)
            faded.setAlphaF(self._colour.alphaF() * part * strength / _STRENGTHS)
            gradient.setColorAt(share, faded)
        painter = QPainter(image)
        painter.scale(1.0, height / width)
        painter.fillRect(0, 0, 2 * width, 2 * width, QBrush(gradient))
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image


def _stepped(size: float, least: int) -> int:
    """Never larger, in steps of a sixteenth at most: while a picture grows, one patch serves for several frames."""
    step = max(least, 1 << max(0, int(size).bit_length() - 5))
    return max(1, int(size / step) * step)
