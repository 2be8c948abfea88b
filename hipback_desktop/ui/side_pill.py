"""The side that works as a word and a letter in a coloured pill, and the set and amount beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipback_desktop.core.exercise import Side
from hipback_desktop.core.wording import side_letter, side_name, side_word
from hipback_desktop.ui.line_breaks import counted_together
from hipback_desktop.ui.reading_order import in_reading_order
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
_READABLE: Final = 11
_WIDER: Final = 1.6
"""How much longer a text may be that is broken somewhere near its middle."""


class SidePill(QWidget):
    """The letter stands on its own side: left of the word or right of it; a short one has no more than a word."""

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
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.background))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side, phase, words = self._shown
            taken = 0.0
            if side is not None and phase is not None:
                name, pixels = self._name_fitting(side, words)
                taken = self._paint_pill(painter, side, name, pixels, self._theme.phases[phase]) + self._gap()
            room = in_reading_order(QRectF(taken, 0, self.width() - taken, self.height()), self)
            painter.setFont(self._fitting(words, room.width()))
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(room, _WRAPPED, counted_together(words))

    def _paint_pill(self, painter: QPainter, side: Side, name: str, pixels: int, colour: str) -> float:
        """Paints the pill where reading begins, and answers with its width."""
        height, font = float(self.height()), _strong(pixels)
        width = self._pill_width(name, pixels)
        pill = in_reading_order(QRectF(0, 0, width, height), self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        inset = height * 0.12
        is_right = side is Side.RIGHT
        disc_left = width - height + inset if is_right else inset
        disc = QRectF(pill.left() + disc_left, inset, height - 2 * inset, height - 2 * inset)
        painter.setBrush(QColor(self._theme.on_phase))
        painter.drawEllipse(disc)
        letter = side_letter(side)
        painter.setFont(_strong(min(pixels, int(pixels * disc.width() / _advance(letter, pixels)))))
        painter.setPen(QColor(colour))
        painter.drawText(disc, _CENTRE, letter)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.on_phase))
        word_left = pill.left() + (pixels * (self._air - 0.5) if is_right else height + pixels * 0.4)
        painter.drawText(QRectF(word_left, 0, _advance(name, pixels) + 1, height), _CENTRE, name)
        return width

    def _name_fitting(self, side: Side, words: str) -> tuple[str, int]:
        """The name of the side and the size of its letters: short or small where what is beside it needs the room."""
        for name in (self._side_words(side), side_word(side)):
            width = self._pill_width(name, self._pixels)
            room = self.width() - width - self._gap()
            if width <= self.width() and (not words or self._is_readable(words, room)):
                return name, self._pixels
        return name, min(self._pixels, int(self._pixels * self.width() / width))

    def _is_readable(self, words: str, room: float) -> bool:
        return room > 0 and self._fitting(words, room).pixelSize() >= min(_READABLE, self._pixels)

    def _pill_width(self, name: str, pixels: int) -> float:
        return _advance(name, pixels) + self.height() + pixels * self._air

    def _gap(self) -> float:
        return self._pixels * 0.7

    def _fitting(self, words: str, width: float) -> QFont:
        """As large as it can be in one line, or in two."""
        font = font_of_pixels(self._pixels)
        taken = QFontMetricsF(font).horizontalAdvance(words)
        if taken > width > 0:
            in_one = self._pixels * width / taken
            in_two = min(self.height() / _TWO_LINES, in_one * _WIDER)
            font.setPixelSize(max(1, int(max(in_one, in_two))))
        return font


def _strong(pixels: int) -> QFont:
    font = font_of_pixels(max(1, pixels))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _advance(text: str, pixels: int) -> float:
    return QFontMetricsF(_strong(pixels)).horizontalAdvance(text)
