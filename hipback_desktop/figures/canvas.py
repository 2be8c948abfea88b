"""From body heights to pixels: the few shapes everything is drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTransform

from hipback_desktop.figures import curves
from hipback_desktop.figures.drawing import Drawing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QPoint, QRectF
    from PySide6.QtGui import QImage

    from hipback_desktop.figures.drawing import Stroke
    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.posture import Window
    from hipback_desktop.figures.rigid_part import Turn


class Canvas:
    """A place with a scale, and the strokes that are put on it; y goes up. ``ratio`` is that of the screen."""

    def __init__(self, rect: QRectF, window: Window, ratio: float = 1.0) -> None:
        left, bottom, right, top = window
        self.ratio = ratio
        self._strokes: list[Stroke] = [(QPainter.setRenderHint, (QPainter.RenderHint.Antialiasing,))]
        self.scale = min(rect.width() / (right - left), rect.height() / (top - bottom))
        self._x = rect.center().x() - (left + right) / 2 * self.scale
        self._y = rect.center().y() + (bottom + top) / 2 * self.scale

    def drawing(self) -> Drawing:
        """All that was put on it so far."""
        return Drawing(tuple(self._strokes))

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
        self._put(QPainter.fillPath, path, QBrush(colour))

    def fill_placed(self, shapes: Iterable[tuple[QPainterPath, QTransform]], colour: QColor) -> None:
        """Shapes that are placed by a transform each; turned beforehand, a turned painter fills five times slower."""
        brush = QBrush(colour)
        for path, where in shapes:
            self._put(QPainter.fillPath, where.map(path), brush)

    def rounded(self, path: QPainterPath, colour: QColor, radius: float) -> None:
        """A shape whose corners are rounded by a radius, and which is bigger by as much."""
        self._put(QPainter.setBrush, QBrush(colour))
        self._put(QPainter.setPen, self.pen(colour, 2 * radius))
        self._put(QPainter.drawPath, path)

    def line(self, path: QPainterPath, colour: QColor, width: float) -> None:
        self._put(QPainter.strokePath, path, self.pen(colour, width))

    def image(self, corner: QPoint, image: QImage) -> None:
        self._put(QPainter.drawImage, corner, image)

    def clip(self, path: QPainterPath) -> None:
        """From now on nothing is drawn outside the path, until ``unclip``."""
        self._put(QPainter.save)
        self._put(QPainter.setClipPath, path)

    def unclip(self) -> None:
        self._put(QPainter.restore)

    def _put(self, stroke: Callable[..., Any], *values: Any) -> None:
        self._strokes.append((stroke, values))

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
