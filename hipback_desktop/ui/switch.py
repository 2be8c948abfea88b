"""A check box that looks like the switch it is: on is where reading goes to, filled and ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from hipback_desktop.ui.icons import icon
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme

_WIDTH = 6 * SPACE
_HEIGHT = 3 * SPACE + SPACE // 2
_RING = 4


class Switch(QCheckBox):
    """The text beside it is a label of its own; its accessible name says what it switches."""

    def __init__(
        self, accessible_name: str, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._asset = asset
        self.setAccessibleName(accessible_name)
        self.setFixedSize(QSize(_WIDTH + 2 * _RING, _HEIGHT + 2 * _RING))
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._tick = icon("check", theme.accent, self._asset)
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            track = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
            theme, is_on = self._theme, self.isChecked()
            if self.hasFocus():
                painter.setPen(QPen(QColor(theme.focus), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _HEIGHT / 2 + 3, _HEIGHT / 2 + 3)
            painter.setPen(QPen(QColor(theme.accent if is_on else theme.outline), 2))
            painter.setBrush(QColor(theme.accent if is_on else theme.surface))
            painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), track.height() / 2 - 1, track.height() / 2 - 1)
            knob = QRectF(0, 0, track.height() - SPACE, track.height() - SPACE)
            knob.moveCenter(track.center())
            is_right = is_on is not self.isRightToLeft()
            knob.moveLeft(track.right() - knob.width() - SPACE / 2 if is_right else track.left() + SPACE / 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.on_accent if is_on else theme.outline))
            painter.drawEllipse(knob)
            if is_on:
                self._tick.paint(painter, knob.adjusted(3, 3, -3, -3).toRect())
