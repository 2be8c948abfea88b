"""Places that are thought of from left to right, and mirrored where people read the other way."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget


def in_reading_order(box: QRectF, widget: QWidget) -> QRectF:
    """A box in a widget, where it is for its reader."""
    return QRectF(widget.width() - box.right(), box.y(), box.width(), box.height()) if widget.isRightToLeft() else box


def with_room(inside: QLayout, begin: int, end: int) -> QHBoxLayout:
    """A layout with room where reading begins and where it ends: margins of Qt are not mirrored."""
    across = QHBoxLayout()
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    across.addSpacing(begin)
    across.addLayout(inside, 1)
    across.addSpacing(end)
    return across
