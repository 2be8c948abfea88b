"""A push button whose focus is also seen when it is filled with a colour."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton

_FILLED: Final = ("primary", "danger")
_FILLED_WHEN_CHECKED: Final = ("chip", "segment", "number")
_INSET: Final = 5.0
_RADIUS: Final = 7.0


class RingedButton(QPushButton):
    """The edge the style sheet draws stands out from the page; the ring inside stands out from the filling."""

    def is_filled(self) -> bool:
        """Whether the style sheet fills it with a strong colour."""
        kind = self.property("kind")
        return kind in _FILLED or (self.isChecked() and kind in _FILLED_WHEN_CHECKED)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus() or not self.is_filled():
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.HighlightedText), 2))
            radius = self.height() / 2 - _INSET if self.property("kind") in ("chip", "segment") else _RADIUS
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET), radius, radius)
