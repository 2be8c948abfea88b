"""The card a figure moves on, as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_RADIUS: Final = 2 * SPACE


def figure_card(widget: QWidget, ground: str, around: str | None = None) -> QImage:
    """As large as a widget, with round corners; what is ``around`` them can be seen through where it is not told."""
    ratio = widget.devicePixelRatioF()
    formats = QImage.Format
    card = QImage(widget.size() * ratio, formats.Format_RGB32 if around else formats.Format_ARGB32_Premultiplied)
    card.setDevicePixelRatio(ratio)
    card.fill(QColor(around) if around else Qt.GlobalColor.transparent)
    with QPainter(card) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(widget.rect(), _RADIUS, _RADIUS)
    return card
