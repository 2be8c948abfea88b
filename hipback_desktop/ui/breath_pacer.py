"""The pace of the breath in a hold: a disc that grows on the way in and sinks on the way out, and a word beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.wording import breath_word
from hipback_desktop.ui.reading_order import in_reading_order
from hipback_desktop.ui.type_scale import SPACE, font_of_pixels

if TYPE_CHECKING:
    from hipback_desktop.core.breath import Breath
    from hipback_desktop.core.exercise import Phase
    from hipback_desktop.ui.theme import Theme

_HEIGHT: Final = 1.6
_LOW: Final = 1.2
"""In sizes of its word."""
_EMPTY: Final = 0.38
"""How much of the full disc is left when the breath is out."""
_GAP: Final = 0.5
_STEP_PIXELS: Final = 0.75
"""A radius that would change by less stays: at a usual size a breath is then some ten steps a second at most."""
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class BreathPacer(QWidget):
    """Repaints the disc as it moves and the word at its turn; keeps its place where there is nothing to pace."""

    def __init__(self, theme: Theme, pixels: int, *, is_low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pixels = pixels
        self._room = _LOW if is_low else _HEIGHT
        self._phase: Phase | None = None
        self._goes_in: bool | None = None
        self._fullness: float | None = None
        self._painted_radius = 0.0
        self._moves = True
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Pace of the breath"))
        self.show_pixels(pixels)

    def goes_in(self) -> bool | None:
        """Which way the breath goes; None where people breathe as they like."""
        return self._goes_in

    def sizeHint(self) -> QSize:
        return QSize(20 * SPACE, self.height())

    def show_breath(self, breath: Breath | None, phase: Phase) -> None:
        """A moment of the breath in the colour of a phase, or none."""
        goes_in = breath.goes_in if breath else None
        fullness = breath.fullness if breath and self._moves else None
        if (goes_in, phase, fullness is None) != (self._goes_in, self._phase, self._fullness is None):
            self._goes_in, self._phase, self._fullness = goes_in, phase, fullness
            self.update()
        elif fullness is not None:
            self._fullness = fullness
            if abs(self._radius(fullness) - self._painted_radius) >= _STEP_PIXELS:
                self.update(self._disc_rect())

    def show_pixels(self, pixels: int) -> None:
        """The size of the word."""
        self._pixels = pixels
        self.setFixedHeight(round(pixels * self._room))
        self.update()

    def show_reduced_motion(self, reduced: bool) -> None:
        """Without motion only the word is left."""
        self._moves = not reduced
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(self._theme.background))
            if self._phase is None or self._goes_in is None:
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._fullness is not None:
                self._paint_disc(painter, self._theme.phases[self._phase], self._fullness)
            if self._word_rect().intersects(QRectF(event.rect())):
                painter.setFont(self._font())
                painter.setPen(QColor(self._theme.text))
                word = breath_word(goes_in=self._goes_in, is_short=self._is_short())
                painter.drawText(self._word_rect(), _MIDDLE, word)

    def _paint_disc(self, painter: QPainter, colour: str, fullness: float) -> None:
        self._painted_radius = self._radius(fullness)
        painter.setPen(QPen(QColor(self._theme.outline), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self._centre(), self._radius(1.0), self._radius(1.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(self._centre(), self._painted_radius, self._painted_radius)

    def _radius(self, fullness: float) -> float:
        full = self.height() / 2 - 2
        return full * (_EMPTY + (1 - _EMPTY) * fullness)

    def _is_short(self) -> bool:
        return self._taken(is_short=False) > self.width()

    def _taken(self, is_short: bool) -> float:
        metrics = QFontMetricsF(self._wanted_font())
        words = (breath_word(goes_in=goes_in, is_short=is_short) for goes_in in (True, False))
        return self._before_word() + max(metrics.horizontalAdvance(word) for word in words)

    def _before_word(self) -> float:
        return self.height() + self._pixels * _GAP if self._moves else 0

    def _centre(self) -> QPointF:
        return self._disc_box().center()

    def _disc_box(self) -> QRectF:
        return in_reading_order(QRectF(0, 0, self.height(), self.height()), self)

    def _disc_rect(self) -> QRect:
        return self._disc_box().toAlignedRect()

    def _word_rect(self) -> QRectF:
        left = self._before_word()
        return in_reading_order(QRectF(left, 0, self.width() - left, self.height()), self)

    def _font(self) -> QFont:
        """The wanted size, or what is room for."""
        font = self._wanted_font()
        room = self.width() - self._before_word()
        needed = self._taken(is_short=self._is_short()) - self._before_word()
        if 0 < room < needed:
            font.setPixelSize(max(1, int(self._pixels * room / needed)))
        return font

    def _wanted_font(self) -> QFont:
        font = font_of_pixels(self._pixels)
        font.setWeight(QFont.Weight.DemiBold)
        return font
