"""The sign that there is more to read below: the last words fade, and an arrow points down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollArea, QWidget

from hipback_desktop.ui.icons import icon_pixmap
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme

_HEIGHT: Final = 4 * SPACE
_ICON: Final = 2 * SPACE + SPACE // 2
_LARGEST_PART: Final = 3
"""Of what is seen, no more than a third fades."""
_FADED_FROM: Final = 0.65
_WORTH_IT: Final = SPACE
"""Who has less than this below sees all of it."""


class MoreBelow(QWidget):
    """Lies over the bottom of what scrolls, and lets the pointer through; gone at the end."""

    def __init__(self, area: QScrollArea, theme: Theme, asset: Callable[[str], Path]) -> None:
        super().__init__(area)
        self._area = area
        self._asset = asset
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._refresh)
        bar.rangeChanged.connect(self._refresh)
        area.viewport().installEventFilter(self)
        self.show_theme(theme)
        self._refresh()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._arrow: QPixmap | None = None
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._refresh()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, clear = QColor(self._theme.surface), QColor(self._theme.surface)
        clear.setAlpha(0)
        fade = QLinearGradient(QPointF(0, 0), QPointF(0, self.height()))
        fade.setColorAt(0.0, clear)
        fade.setColorAt(_FADED_FROM, ground)
        fade.setColorAt(1.0, ground)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), fade)
            ratio = self.devicePixelRatioF()
            if self._arrow is None or self._arrow.devicePixelRatio() != ratio:
                self._arrow = icon_pixmap("chevron_down", self._theme.text, self._asset, _ICON, ratio)
            painter.drawPixmap((self.width() - _ICON) // 2, self.height() - _ICON, self._arrow)

    def _refresh(self) -> None:
        view, bar = self._area.viewport().geometry(), self._area.verticalScrollBar()
        height = min(_HEIGHT, view.height() // _LARGEST_PART)
        self.setGeometry(QRect(view.left(), view.bottom() + 1 - height, view.width(), height))
        self.setVisible(bar.maximum() - bar.value() >= _WORTH_IT)
        self.raise_()
