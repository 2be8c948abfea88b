"""From body heights to pixels: where everything is drawn, and the few ways to draw it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QTransform

from hipback_desktop.figures.curves import polygon
from hipback_desktop.figures.drawing import Drawing, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QImage, QPainterPath

    from hipback_desktop.figures.drawing import Stroke
    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.posture import Window
    from hipback_desktop.figures.rigid_part import Turn


@dataclass(frozen=True, slots=True)
class Fit:
    """How body heights become pixels: how many to one, and where the zero of the picture is; y goes up."""

    scale: float
    x: float
    y: float

    def at(self, x: float, y: float) -> QPointF:
        return QPointF(self.x + x * self.scale, self.y - y * self.scale)

    def area(self, left: float, bottom: float, right: float, top: float) -> QRectF:
        """A part of the picture in pixels."""
        return QRectF(self.at(left, top), self.at(right, bottom))

    def placing(self, x: float, y: float, turn: Turn) -> QTransform:
        """From a part of the body, in body heights around a point of its own, to the picture."""
        cosine, sine = turn[0] * self.scale, turn[1] * self.scale
        return QTransform(cosine, -sine, -sine, -cosine, self.x + x * self.scale, self.y - y * self.scale)


def fit_of(rect: QRectF, window: Window) -> Fit:
    """The window as large as the rectangle allows, in its middle."""
    left, bottom, right, top = window
    scale = min(rect.width() / (right - left), rect.height() / (top - bottom))
    x = rect.center().x() - (left + right) / 2 * scale
    return Fit(scale, x, rect.center().y() + (bottom + top) / 2 * scale)


class Canvas:
    """A place with a fit, and the strokes that are put on it, part by part. ``ratio`` is that of the screen."""

    def __init__(self, fit: Fit, ratio: float = 1.0) -> None:
        self.fit = fit
        self.ratio = ratio
        self._parts: list[tuple[QRectF, list[Stroke]]] = []

    def drawing(self) -> Drawing:
        """All that was put on it so far."""
        return Drawing(tuple(Part(area, tuple(strokes)) for area, strokes in self._parts))

    def begin(self, spots: Sequence[Sequence[float]], around: float) -> None:
        """A part of the picture: what follows is so near to these spots."""
        xs, ys = [spot[0] for spot in spots], [spot[1] for spot in spots]
        area = self.fit.area(min(xs) - around, min(ys) - around, max(xs) + around, max(ys) + around)
        self._parts.append((area, []))

    def fill(self, path: QPainterPath, where: QTransform, brush: QBrush) -> None:
        """A shape, placed; turned beforehand, because a turned painter fills five times slower."""
        self._put(QPainter.fillPath, where.map(path), brush)

    def fill_fading(self, path: QPainterPath, where: QTransform, brush: QBrush) -> None:
        """A shape with a gradient that is placed along with it."""
        placed = QBrush(brush)
        placed.setTransform(where)
        self._put(QPainter.fillPath, where.map(path), placed)

    def line(self, points: Sequence[Point], brush: QBrush, width: float) -> None:
        """A round line from point to point."""
        pen = QPen(
            brush, width * self.fit.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        )
        path = self.fit.placing(0.0, 0.0, (1.0, 0.0)).map(polygon(points, closed=False))
        self._put(QPainter.strokePath, path, pen)

    def image(self, corner: QPoint, image: QImage) -> None:
        self._put(QPainter.drawImage, corner, image)

    def clip(self, path: QPainterPath) -> None:
        """From now on nothing is drawn outside the path, until ``unclip``."""
        self._put(QPainter.save)
        self._put(QPainter.setClipPath, path, Qt.ClipOperation.IntersectClip)

    def unclip(self) -> None:
        self._put(QPainter.restore)

    def _put(self, stroke: Callable[..., Any], *values: Any) -> None:
        self._parts[-1][1].append((stroke, values))
