"""What has to be done to draw something, worked out once: drawn again it costs only the drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QPainter, QRegion

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

Stroke = tuple[Callable[..., Any], tuple[Any, ...]]
"""A method of QPainter with what it is called with."""


_ROUNDED: Final = 2
"""By how many pixels a soft spot may be larger than its area: it is kept in steps."""


@dataclass(frozen=True, slots=True)
class Part:
    """Strokes in their order, and the area they keep to."""

    area: QRectF
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Parts from back to front, for a place of a certain size."""

    parts: tuple[Part, ...]

    def draw(self, painter: QPainter) -> None:
        """Draws it, of a clipped painter only what its clip may show; the painter comes back as it was."""
        clip = painter.clipBoundingRect() if painter.hasClipping() else None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part in self.parts:
            if clip is None or part.area.intersects(clip):
                for stroke, values in part.strokes:
                    stroke(painter, *values)
        painter.restore()

    def covered(self) -> QRegion:
        """Where anything is drawn, as whole pixels."""
        region = QRegion()
        for part in self.parts:
            region += part.area.toAlignedRect().adjusted(-_ROUNDED, -_ROUNDED, _ROUNDED, _ROUNDED)
        return region
