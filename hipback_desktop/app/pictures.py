"""Pictures of exercises for pages that come up before anybody needs a figure."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.ui.figure_slot import FigurePainter
    from hipback_desktop.ui.still_figures import StillFigures
    from hipback_desktop.ui.theme import Theme


def still_painter(archive: Archive) -> FigurePainter:
    """What paints an exercise; all it takes is loaded with the first picture, when the page is there already."""

    @cache
    def stills() -> StillFigures:
        from hipback_desktop.ui.still_figures import StillFigures

        return StillFigures(archive.figures.movement)

    def paint(painter: QPainter, box: QRectF, exercise: Exercise, theme: Theme) -> bool:
        return stills().paint(painter, box, exercise, theme)

    return paint
