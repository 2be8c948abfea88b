"""The words of a cue, large, until they fade or the next one comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QTimer, QVariantAnimation
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from hipback_desktop.core.cues import Channel
from hipback_desktop.ui.fitted_text import CENTRE, FittedText
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from hipback_desktop.core.cues import Cue
    from hipback_desktop.ui.theme import Theme

SHOWN_MS: Final = 6000
_FADE_MS: Final = 400


class CaptionLine(FittedText):
    """What is heard can also be read; chimes say nothing, numbers are on the countdown: both leave what is there."""

    def __init__(self, theme: Theme, pixels: int, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(theme, pixels, alignment=CENTRE, lines=lines, strong=True, parent=parent)
        self._otherwise = ""
        self._speaks = False
        self._strength = 1.0
        self._fades = True
        self._leaving = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._leaving.timeout.connect(self._leave)
        self._fading = QVariantAnimation(self, duration=_FADE_MS, startValue=1.0, endValue=0.0)
        self._fading.valueChanged.connect(self._on_strength)
        self._fading.finished.connect(self.clear)

    def show_cue(self, cue: Cue) -> None:
        """Shows the words of a cue."""
        if cue.channel is Channel.CHIME or cue.text.isdecimal():
            return
        self._fading.stop()
        self._strength = 1.0
        self._say(cue.text, speaks=True)
        self._leaving.start()

    def show_otherwise(self, text: str) -> None:
        """What stands there while nothing is said."""
        self._otherwise = text
        if not self._speaks:
            self._say(text, speaks=False)

    def show_reduced_motion(self, reduced: bool) -> None:
        """Without motion the words go at once."""
        self._fades = not reduced

    def clear(self) -> None:
        """Takes the words away."""
        self._leaving.stop()
        self._strength = 1.0
        self._say(self._otherwise, speaks=False)

    def _say(self, text: str, *, speaks: bool) -> None:
        self._speaks = speaks
        self.show_strong(speaks)
        self.show_text(text)
        self.update()

    def text_rect(self) -> QRect:
        return self.rect().adjusted(2 * SPACE, SPACE // 2, -2 * SPACE, -SPACE // 2)

    def _reserve(self, pixels: int) -> None:
        super()._reserve(pixels)
        self.setFixedHeight(self.minimumHeight() + SPACE)

    def text_colour(self) -> QColor:
        return self._paler(super().text_colour()) if self._speaks else QColor(self._theme.muted)

    def paint_ground(self, painter: QPainter) -> None:
        super().paint_ground(painter)
        if self._speaks:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(0, 0, 0, 0))
            painter.setBrush(self._paler(QColor(self._theme.accent_soft)))
            painter.drawRoundedRect(self.rect(), 2 * SPACE, 2 * SPACE)

    def _paler(self, colour: QColor) -> QColor:
        colour.setAlphaF(self._strength)
        return colour

    def _leave(self) -> None:
        if self._fades and self.isVisible():
            self._fading.start()
        else:
            self.clear()

    def _on_strength(self, strength: float) -> None:
        self._strength = strength
        self.update()
