"""The place of a figure: who can draw it does, else the icon of the phase stands there calmly."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipback_desktop.core.exercise import Exercise
from hipback_desktop.ui.icons import icon_pixmap
from hipback_desktop.ui.theme import Theme
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from pathlib import Path

FigurePainter = Callable[[QPainter, QRectF, Exercise, Theme], bool]
"""Draws the figure of an exercise into a rectangle; False when it has none."""


def no_figure(_painter: QPainter, _box: QRectF, _exercise: Exercise, _theme: Theme) -> bool:
    """The painter of a program without figures."""
    return False


def paint_picture(
    painter: QPainter,
    box: QRectF,
    exercise: Exercise,
    theme: Theme,
    asset: Callable[[str], Path],
    figure: FigurePainter,
) -> None:
    """A soft ground in the colour of the phase, and on it the figure or the icon."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.phases_soft[exercise.phase]))
    painter.drawRoundedRect(box, SPACE + SPACE // 2, SPACE + SPACE // 2)
    inner = box.adjusted(SPACE // 2, SPACE // 2, -SPACE // 2, -SPACE // 2)
    if figure(painter, inner, exercise, theme):
        return
    side = round(min(box.width(), box.height()) * 0.4)
    ratio = painter.device().devicePixelRatioF()
    picture = icon_pixmap(exercise.phase.value, theme.phases[exercise.phase], asset, side, ratio)
    painter.drawPixmap(round(box.center().x() - side / 2), round(box.center().y() - side / 2), picture)


class FigureSlot(QWidget):
    """Shows one exercise; its name stands beside it, so a screen reader passes over the picture."""

    def __init__(
        self,
        exercise: Exercise,
        figure: FigurePainter,
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._exercise = exercise
        self._figure = figure
        self._theme = theme
        self._asset = asset
        self.setMinimumSize(30 * SPACE, 30 * SPACE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_picture(painter, QRectF(self.rect()), self._exercise, self._theme, self._asset, self._figure)
