"""The place of a figure: who can draw it does, else the icon of the phase stands there calmly."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
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
    paint_ground(painter, box, exercise, theme)
    inner = box.adjusted(SPACE // 2, SPACE // 2, -SPACE // 2, -SPACE // 2)
    if figure(painter, inner, exercise, theme):
        return
    side = round(min(box.width(), box.height()) * 0.4)
    ratio = painter.device().devicePixelRatioF()
    picture = icon_pixmap(exercise.phase.value, theme.phases[exercise.phase], asset, side, ratio)
    painter.drawPixmap(round(box.center().x() - side / 2), round(box.center().y() - side / 2), picture)


def paint_ground(painter: QPainter, box: QRectF, exercise: Exercise, theme: Theme) -> None:
    """The soft ground alone."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.phases_soft[exercise.phase]))
    painter.drawRoundedRect(box, SPACE + SPACE // 2, SPACE + SPACE // 2)


class FigureSlot(QWidget):
    """Shows one exercise, drawn once; its name stands beside it, so a screen reader passes over the picture."""

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
        self._drawn: QPixmap | None = None
        self.setMinimumSize(30 * SPACE, 30 * SPACE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._drawn = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._drawn is None or self._drawn.size() != size:
            self._drawn = QPixmap(size)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            with QPainter(self._drawn) as painter:
                paint_picture(painter, QRectF(self.rect()), self._exercise, self._theme, self._asset, self._figure)
        QPainter(self).drawPixmap(0, 0, self._drawn)
