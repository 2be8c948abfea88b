"""From body heights to pixels: the few shapes everything is drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTransform

from hipback_desktop.figures import curves

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QRectF

    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.posture import Window
    from hipback_desktop.figures.rigid_part import Turn


class Canvas:
    """A painter with a scale; y goes up."""

    def __init__(self, painter: QPainter, rect: QRectF, window: Window) -> None:
        left, bottom, right, top = window
        self.painter = painter
        self.scale = min(rect.width() / (right - left), rect.height() / (top - bottom))
        self._x = rect.center().x() - (left + right) / 2 * self.scale
        self._y = rect.center().y() + (bottom + top) / 2 * self.scale

    def at(self, x: float, y: float) -> QPointF:
        return QPointF(self._x + x * self.scale, self._y - y * self.scale)

    def placing(self, x: float, y: float, turn: Turn) -> QTransform:
        """From a part of the body, in body heights around a point of its own, to the picture."""
        cosine, sine = turn[0] * self.scale, turn[1] * self.scale
        return QTransform(cosine, -sine, -sine, -cosine, self._x + x * self.scale, self._y - y * self.scale)

    def smooth(self, points: Sequence[Point], *, closed: bool = True) -> QPainterPath:
        """A curve through points, closed into a shape or open."""
        return curves.smooth(self._spots(points), closed=closed)

    def polygon(self, points: Sequence[Point]) -> QPainterPath:
        return curves.polygon(self._spots(points))

    def _spots(self, points: Sequence[Point]) -> list[Point]:
        x0, y0, scale = self._x, self._y, self.scale
        return [(x0 + x * scale, y0 - y * scale) for x, y in points]

    def circle(self, x: float, y: float, radius: float) -> QPainterPath:
        path = QPainterPath()
        size = radius * self.scale
        path.addEllipse(self.at(x, y), size, size)
        return path

    def fill(self, path: QPainterPath, colour: QColor) -> None:
        self.painter.fillPath(path, QBrush(colour))

    def fill_placed(self, shapes: Iterable[tuple[QPainterPath, QTransform]], colour: QColor) -> None:
        """Shapes that are placed by a transform each; turned beforehand, a turned painter fills five times slower."""
        brush = QBrush(colour)
        for path, where in shapes:
            self.painter.fillPath(where.map(path), brush)

    def rounded(self, path: QPainterPath, colour: QColor, radius: float) -> None:
        """A shape whose corners are rounded by a radius, and which is bigger by as much."""
        self.painter.setBrush(QBrush(colour))
        self.painter.setPen(self.pen(colour, 2 * radius))
        self.painter.drawPath(path)

    def line(self, path: QPainterPath, colour: QColor, width: float) -> None:
        self.painter.strokePath(path, self.pen(colour, width))

    def pen(self, colour: QColor, width: float) -> QPen:
        return QPen(
            QBrush(colour),
            width * self.scale,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour a share of the way to another."""
    if share <= 0:
        return one
    keep = 1 - share
    return QColor.fromRgbF(
        one.redF() * keep + other.redF() * share,
        one.greenF() * keep + other.greenF() * share,
        one.blueF() * keep + other.blueF() * share,
    )
