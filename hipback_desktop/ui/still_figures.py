"""The one telling picture of a figure: that of an exercise, or of its easier or harder way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Exercise
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.movement import Movement, movement_of
from hipback_desktop.figures.painter import FigurePainter

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from hipback_desktop.ui import figure_slot
    from hipback_desktop.ui.theme import Theme

MovementOf = Callable[[Exercise], Movement | None]
"""The figure of an exercise in motion; None when it has none."""


class StillFigures:
    """Paints on the soft ground of the exercise's phase, into which the far limbs fade."""

    def __init__(self, movement: MovementOf) -> None:
        self._movement = movement

    def paint(self, painter: QPainter, box: QRectF, exercise: Exercise, theme: Theme) -> bool:
        """The picture of an exercise; False when it has none."""
        return _paint(painter, box, self._movement(exercise), exercise, theme)

    def of_variant(self, exercise: Exercise, name: str) -> figure_slot.FigurePainter | None:
        """What paints the easier or harder way of an exercise where its own figure shows one."""
        movement = self._movement(exercise)
        variant = movement.figure.variants.get(name) if movement is not None else None
        if movement is None or variant is None:
            return None
        glow = movement.glow

        def paint(painter: QPainter, box: QRectF, exercise: Exercise, theme: Theme) -> bool:
            return _paint(painter, box, movement_of(variant, glow), exercise, theme)

        return paint


def _paint(painter: QPainter, box: QRectF, movement: Movement | None, exercise: Exercise, theme: Theme) -> bool:
    if movement is None:
        return False
    palette = replace(theme.figure, ground=theme.phases_soft[exercise.phase])
    FigurePainter(palette).paint(painter, box, movement.frame(FigureMoment(Stage.STILL)))
    return True
