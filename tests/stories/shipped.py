"""What every story finds alike is read by the first that asks for it, and its pictures are drawn once."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from hipback_desktop import paths
from hipback_desktop.app.archive import Archive
from hipback_desktop.app.figures import Figures
from hipback_desktop.catalogue.catalogue import load_catalogue
from hipback_desktop.ui.still_figures import StillFigures

if TYPE_CHECKING:
    from hipback_desktop.catalogue.catalogue import Catalogue
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.ui.theme import Theme

Paint = Callable[[StillFigures, QPainter, QRectF, "Exercise", "Theme"], bool]


class Shipped:
    """The content in each language, which is never changed, and the pictures of its exercises."""

    def __init__(self) -> None:
        self._content: Callable[[str], Catalogue] = cache(lambda _language: load_catalogue(paths.asset))
        self._figures: Callable[[str], Figures] = cache(lambda _language: Figures(paths.asset))
        self._paint = drawn_once(StillFigures.paint)

    def lend_to(self, patch: pytest.MonkeyPatch) -> None:
        """Every program started from now on has these."""
        patch.setattr(Archive, "content", property(lambda _archive: self._content(os.environ["LANGUAGE"])))
        patch.setattr(Archive, "figures", property(lambda _archive: self._figures(os.environ["LANGUAGE"])))
        patch.setattr(StillFigures, "paint", self._paint)


def drawn_once(draw: Paint) -> Paint:
    """The same as ``draw``, which is asked for each picture of a size and a theme only once."""
    kept: dict[tuple[object, ...], QImage | None] = {}

    def paint(stills: StillFigures, painter: QPainter, box: QRectF, exercise: Exercise, theme: Theme) -> bool:
        size, ratio = box.size(), painter.device().devicePixelRatioF()
        key = (exercise.id, exercise.figure, exercise.phase, theme.name, size.toTuple(), ratio)
        if key not in kept:
            image = QImage((size * ratio).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
            image.setDevicePixelRatio(ratio)
            image.fill(0)
            with QPainter(image) as brush:
                brush.setRenderHints(painter.renderHints())
                is_there = draw(stills, brush, QRectF(0, 0, size.width(), size.height()), exercise, theme)
            kept[key] = image if is_there else None
        picture = kept[key]
        if picture is not None:
            painter.drawImage(box.topLeft(), picture)
        return picture is not None

    return paint
