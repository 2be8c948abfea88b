"""A line of text that is painted as large as it may be and as small as it must be, so that nothing is cut off."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipback_desktop.ui.line_breaks import counted_together, in_two_lines
from hipback_desktop.ui.type_scale import font_of_pixels

if TYPE_CHECKING:
    from hipback_desktop.ui.theme import Theme

_SMALLEST_PIXELS: Final = 9
_SHRINK: Final = 0.93
_WIDTHS: Final = (100, 96, 92, 88, 84)
"""Percent of the usual one: heavy letters become as narrow as light ones are, and stay as high."""
LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)
RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class FittedText(QWidget):
    """Painted rather than a QLabel: a changed text repaints this rectangle and asks for no layout.

    ``tone`` and ``ground`` are roles of the theme; the ground is painted as well, so nothing behind it has to be. It is
    ``room`` lines high, or higher if it ``expands``; up to ``lines`` lines are used, all in the size that fits. If it
    ``narrows``, it is rather painted in narrower letters than in smaller ones.
    """

    def __init__(
        self,
        theme: Theme,
        pixels: int,
        *,
        tone: str = "text",
        ground: str = "background",
        alignment: int = LEFT,
        lines: int = 1,
        room: float | None = None,
        expands: bool = False,
        strong: bool = False,
        narrows: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pixels = pixels
        self._tone = tone
        self._ground = ground
        self._alignment = alignment
        self._lines = lines
        self._room = lines if room is None else room
        self._expands = expands
        self._strong = strong
        self._narrows = narrows
        self._yields = False
        self._text = ""
        self._painted = ""
        self._broken = ""
        self._fitted: tuple[tuple[str, int, QSize], QFont] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        vertical = QSizePolicy.Policy.Expanding if expands else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        self._reserve(pixels)

    def sizeHint(self) -> QSize:
        """As high as it may be, where it yields at all; the width is the layout's matter."""
        return QSize(-1, self.maximumHeight() if self._yields else -1)

    def text(self) -> str:
        return self._text

    def show_text(self, text: str, *, tells: bool = True) -> None:
        """Shows a text; with ``tells`` off its accessible name stays as it is (for what changes every second)."""
        if text == self._text:
            return
        self._text, self._painted = text, counted_together(text)
        if tells:
            self.setAccessibleName(text)
        self.update()

    def show_tone(self, tone: str) -> None:
        if tone != self._tone:
            self._tone = tone
            self.update()

    def show_strong(self, strong: bool) -> None:
        """Heavier letters or plain ones."""
        if strong is not self._strong:
            self._strong = strong
            self._fitted = None
            self.update()

    def show_pixels(self, pixels: int, most: int = 0) -> None:
        """Another wanted size, for which the height is reserved; with more height there is, up to ``most``."""
        if max(pixels, most) != self._pixels:
            self._pixels = max(pixels, most)
            self.update()
        self._reserve(pixels)

    def show_yielding(self, yields: bool) -> None:
        """Whether it may be made lower than is reserved, down to one line, where others need the room."""
        if yields is not self._yields:
            self._yields = yields
            self._reserve(self._pixels)

    def reserve_lines(self, width: int) -> None:
        """Reserves no more lines than the text takes at this width in the wanted size."""
        text = QFontMetricsF(self._sized(self._pixels)).horizontalAdvance(self._text)
        self._room = 1 if text <= width else self._lines
        self._reserve(self._pixels)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def drawn_pixels(self) -> int:
        """The size the text is painted at: the wanted one, or what fits."""
        return self._font(self.text_rect().size()).pixelSize()

    def text_rect(self) -> QRect:
        """Where the text goes; a subclass may leave a margin."""
        return self.rect()

    def text_colour(self) -> QColor:
        return QColor(getattr(self._theme, self._tone))

    def paint_ground(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), QColor(getattr(self._theme, self._ground)))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint_ground(painter)
            if self._text:
                area = self.text_rect()
                painter.setFont(self._font(area.size()))
                painter.setPen(self.text_colour())
                painter.drawText(area, self._flags(), self._broken)

    def _reserve(self, pixels: int) -> None:
        height = ceil(QFontMetricsF(self._sized(pixels)).lineSpacing() * self._room)
        if self._expands:
            self.setMinimumHeight(height)
        elif self._yields:
            self.setMinimumHeight(min(height, ceil(QFontMetricsF(self._sized(pixels)).lineSpacing())))
            self.setMaximumHeight(height)
        else:
            self.setFixedHeight(height)

    def _flags(self) -> int:
        return self._alignment | int(Qt.TextFlag.TextWordWrap if self._lines > 1 else Qt.TextFlag.TextSingleLine)

    def _font(self, size: QSize) -> QFont:
        """The largest font up to the wanted one at which the whole text fits; kept until something changes."""
        key = (self._text, self._pixels, size)
        if self._fitted is None or self._fitted[0] != key:
            self._fitted = (key, self._fitting_font(size))
            self._broken = self._in_lines(self._fitted[1], size)
        return self._fitted[1]

    def _fitting_font(self, size: QSize) -> QFont:
        pixels = float(self._pixels)
        for stretch in _WIDTHS if self._narrows else ():
            font = self._sized(self._pixels)
            font.setStretch(stretch)
            if self._fits(font, size):
                return font
        while pixels > _SMALLEST_PIXELS:
            font = self._sized(round(pixels))
            if self._fits(font, size):
                return font
            pixels *= _SHRINK
        return self._sized(_SMALLEST_PIXELS)

    def _sized(self, pixels: int) -> QFont:
        font = font_of_pixels(pixels)
        font.setWeight(QFont.Weight.DemiBold if self._strong else QFont.Weight.Normal)
        return font

    def _fits(self, font: QFont, size: QSize) -> bool:
        metrics = QFontMetricsF(font)
        area = QRectF(0, 0, size.width(), size.height())
        taken = metrics.boundingRect(area, self._flags(), self._in_lines(font, size))
        return (
            taken.width() <= size.width()
            and taken.height() <= size.height() + 1
            and taken.height() <= metrics.lineSpacing() * self._lines + 1
        )

    def _in_lines(self, font: QFont, size: QSize) -> str:
        """The text with its break, where it takes two lines."""
        if self._lines == 1:
            return self._painted
        return in_two_lines(self._painted, size.width(), QFontMetricsF(font).horizontalAdvance)
