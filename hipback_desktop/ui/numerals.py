"""A countdown as large as its place allows: figures have nothing below the line, so their place may be low."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipback_desktop.ui.fitted_text import CENTRE, FittedText

if TYPE_CHECKING:
    from hipback_desktop.ui.theme import Theme

_AIR: Final = 1.02
"""Height of the place, in heights of a figure."""

_TALLEST: Final = "08"
"""Round figures reach a little beyond the others."""


class Numerals(FittedText):
    """Figures and a colon, in the middle of their place."""

    def __init__(self, theme: Theme, pixels: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, pixels, alignment=CENTRE, strong=True, expands=True, parent=parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint_ground(painter)
            font = self._font(self.size())
            painter.setFont(font)
            painter.setPen(self.text_colour())
            figure = QFontMetricsF(font).tightBoundingRect(_TALLEST)
            base = (self.height() - figure.top() - figure.bottom()) / 2
            left = (self.width() - QFontMetricsF(font).horizontalAdvance(self.text())) / 2
            painter.drawText(QPointF(left, base), self.text())

    def _reserve(self, pixels: int) -> None:
        self.setMinimumHeight(ceil(QFontMetricsF(self._sized(pixels)).tightBoundingRect(_TALLEST).height() * _AIR))

    def _fits(self, font: QFont, size: QSize) -> bool:
        metrics = QFontMetricsF(font)
        # As wide as two figures at least, so that the last nine seconds do not grow.
        wide = max(metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance("00"))
        return wide <= size.width() and metrics.tightBoundingRect(_TALLEST).height() * _AIR <= size.height() + 1
