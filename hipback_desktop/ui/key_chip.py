"""A key as it is printed on a keyboard: a word in a small frame, or an arrow that is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QWidget

from hipback_desktop.ui.session_keys import hint_words
from hipback_desktop.ui.type_scale import SPACE, font_of_pixels

if TYPE_CHECKING:
    from hipback_desktop.ui.theme import Theme

_TURNS: Final = (("right", 0), ("down", 90), ("left", 180), ("up", 270))
_PAD: Final = 5
_JOINT: Final = " + "


def key_width(hint: str, pixels: int) -> float:
    """How wide a key is drawn, its frame included."""
    return sum(_part_width(part, pixels) for part in hint.split(_JOINT)) + SPACE // 2 * hint.count(_JOINT)


def key_height(pixels: int) -> float:
    """How high a key is drawn."""
    return pixels * 1.25 + 4


def draw_key(painter: QPainter, left: float, top: float, hint: str, pixels: int, colour: str) -> None:
    """Draws a key, or keys pressed together, with its upper left corner at a point."""
    for part in hint.split(_JOINT):
        width = _part_width(part, pixels)
        box = QRectF(left, top, width, key_height(pixels))
        painter.setPen(QPen(QColor(colour), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        turn = dict(_TURNS).get(part)
        if turn is None:
            painter.setFont(_font(pixels))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, part)
        else:
            _draw_arrow(painter, box.center(), turn, pixels, colour)
        left += width + SPACE // 2


def _part_width(part: str, pixels: int) -> float:
    wide = pixels if part in dict(_TURNS) else QFontMetricsF(_font(pixels)).horizontalAdvance(part)
    return max(key_height(pixels), wide + 2 * _PAD)


def _font(pixels: int) -> QFont:
    font = font_of_pixels(pixels)
    font.setWeight(QFont.Weight.Medium)
    return font


def _draw_arrow(painter: QPainter, centre: QPointF, turn: int, pixels: int, colour: str) -> None:
    half, head = pixels * 0.42, pixels * 0.3
    moved = QTransform.fromTranslate(centre.x(), centre.y()).rotate(turn)
    shaft = QPolygonF([QPointF(-half, 0), QPointF(half, 0)])
    tip = QPolygonF([QPointF(half - head, -head), QPointF(half, 0), QPointF(half - head, head)])
    painter.setPen(QPen(QColor(colour), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(moved.map(shaft))
    painter.drawPolyline(moved.map(tip))


class KeyChip(QWidget):
    """One key as a widget of its own; keys pressed together stand from left to right in every language."""

    def __init__(self, hint: str, pixels: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._pixels = pixels
        self._theme = theme
        self.setAccessibleName(hint_words(hint))
        self.setFixedSize(QSize(round(key_width(hint, pixels)) + 1, round(key_height(pixels)) + 1))

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_key(painter, 0, 0, self._hint, self._pixels, self._theme.text)
