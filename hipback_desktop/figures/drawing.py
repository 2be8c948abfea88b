"""What has to be done to draw something, worked out once: drawn again it costs only the drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

Stroke = tuple[Callable[..., Any], tuple[Any, ...]]
"""A method of QPainter with what it is called with."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Strokes in their order, for a place of a certain size."""

    strokes: tuple[Stroke, ...]

    def draw(self, painter: QPainter) -> None:
        """Draws it; the painter comes back as it was."""
        painter.save()
        for stroke, values in self.strokes:
            stroke(painter, *values)
        painter.restore()
