"""From body heights to pixels: the few shapes everything is drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF

    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.posture import Window


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

    def smooth(self, points: Sequence[Point], *, closed: bool = True) -> QPainterPath:
        """A curve through points (Catmull and Rom's), closed into a shape or open."""
        path = QPainterPath()
        self._add_smooth(path, points, closed=closed)
        return path

    def shape(self, smooth: Sequence[Sequence[Point]] = (), straight: Sequence[Sequence[Point]] = ()) -> QPainterPath:
        """One shape of several outlines that may overlap; they all go round clockwise."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for points in smooth:
            self._add_smooth(path, points, closed=True)
        x0, y0, scale = self._x, self._y, self.scale
        for points in straight:
            path.moveTo(x0 + points[0][0] * scale, y0 - points[0][1] * scale)
            for x, y in points[1:]:
                path.lineTo(x0 + x * scale, y0 - y * scale)
            path.closeSubpath()
        return path

    def _add_smooth(self, path: QPainterPath, points: Sequence[Point], *, closed: bool) -> None:
        x0, y0, scale = self._x, self._y, self.scale
        spots = [(x0 + x * scale, y0 - y * scale) for x, y in points]
        count = len(spots)
        path.moveTo(*spots[0])
        for index in range(count if closed else count - 1):
            (bx, by), (cx, cy) = spots[index], spots[(index + 1) % count]
            ax, ay = spots[index - 1] if closed or index else (bx, by)
            dx, dy = spots[(index + 2) % count] if closed or index + 2 < count else (cx, cy)
            path.cubicTo(bx + (cx - ax) / 6, by + (cy - ay) / 6, cx - (dx - bx) / 6, cy - (dy - by) / 6, cx, cy)
        if closed:
            path.closeSubpath()

    def polygon(self, points: Sequence[Point]) -> QPainterPath:
        path = QPainterPath(self.at(*points[0]))
        for point in points[1:]:
            path.lineTo(self.at(*point))
        path.closeSubpath()
        return path

    def circle(self, x: float, y: float, radius: float) -> QPainterPath:
        path = QPainterPath()
        size = radius * self.scale
        path.addEllipse(self.at(x, y), size, size)
        return path

    def fill(self, path: QPainterPath, colour: QColor) -> None:
        self.painter.fillPath(path, QBrush(colour))

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
