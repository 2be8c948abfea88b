"""The side that works as a word and a letter in a coloured pill, and the set and amount beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipback_desktop.core.exercise import Side
from hipback_desktop.core.wording import side_letter, side_name, side_word
from hipback_desktop.ui.line_breaks import counted_together
from hipback_desktop.ui.type_scale import font_of_pixels

if TYPE_CHECKING:
    from hipback_desktop.core.exercise import Phase
    from hipback_desktop.ui.theme import Theme

_HEIGHT: Final = 1.75
_LOW: Final = 1.35
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)
_WRAPPED: Final = _MIDDLE | int(Qt.TextFlag.TextWordWrap)
_TWO_LINES: Final = 2.4
"""How many times the size of the letters two lines are high."""
_WIDER: Final = 1.6
"""How much longer a text may be that is broken somewhere near its middle."""


class SidePill(QWidget):
    """The letter stands on its own side: left before the word, right after it; a short one has no more than a word."""

    def __init__(self, theme: Theme, pixels: int, *, is_short: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side_words = side_word if is_short else side_name
        self._height, self._air = (_LOW, 0.9) if is_short else (_HEIGHT, 1.4)
        self._theme = theme
        self._pixels = pixels
        self._shown: tuple[Side | None, Phase | None, str] = (None, None, "")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_pixels(pixels)

    def show_side(self, side: Side | None, phase: Phase, words: str) -> None:
        """A side, or none, in the colour of a phase."""
        if self._shown != (side, phase, words):
            self._shown = (side, phase, words)
            self.setAccessibleName(", ".join(part for part in (side_name(side) if side else "", words) if part))
            self.update()

    def show_pixels(self, pixels: int) -> None:
        """The size of the words."""
        self._pixels = pixels
        self.setFixedHeight(round(pixels * self._height))
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.background))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, phase, words = self._shown
        left = 0.0
        if side is not None and phase is not None:
            left = self._paint_pill(painter, side, self._theme.phases[phase]) + self._pixels * 0.7
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.setFont(self._fitting(words, room.width()))
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(room, _WRAPPED, counted_together(words))

    def _paint_pill(self, painter: QPainter, side: Side, colour: str) -> float:
        """Paints the pill from the left edge and answers with its right edge."""
        height = float(self.height())
        font = font_of_pixels(self._pixels)
        font.setWeight(QFont.Weight.DemiBold)
        width = QFontMetricsF(font).horizontalAdvance(self._side_words(side)) + height + self._pixels * self._air
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(0, 0, width, height), height / 2, height / 2)
        inset = height * 0.12
        is_right = side is Side.RIGHT
        disc_left = width - height + inset if is_right else inset
        disc = QRectF(disc_left, inset, height - 2 * inset, height - 2 * inset)
        painter.setBrush(QColor(self._theme.on_phase))
        painter.drawEllipse(disc)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(disc, _CENTRE, side_letter(side))
        painter.setPen(QColor(self._theme.on_phase))
        word_left = self._pixels * (self._air - 0.5) if is_right else height + self._pixels * 0.4
        painter.drawText(QRectF(word_left, 0, width, height), _MIDDLE, self._side_words(side))
        return width

    def _fitting(self, words: str, width: float) -> QFont:
        """As large as it can be in one line, or in two."""
        font = font_of_pixels(self._pixels)
        taken = QFontMetricsF(font).horizontalAdvance(words)
        if taken > width > 0:
            in_one = self._pixels * width / taken
            in_two = min(self.height() / _TWO_LINES, in_one * _WIDER)
            font.setPixelSize(max(1, int(max(in_one, in_two))))
        return font
