"""A page that scrolls, its content in one column that stays readable on a wide screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hipback_desktop.ui.type_scale import SPACE

WIDEST = 120 * SPACE
_MUCH = 1000


class Column(QScrollArea):
    """``content`` is where widgets are added, top to bottom."""

    def __init__(self, widest: int = WIDEST, parent: QWidget | None = None, margin: int = 4 * SPACE) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled = QWidget()
        scrolled.setProperty("kind", "scrolled")
        column = QWidget()
        column.setMaximumWidth(widest)
        self.content = QVBoxLayout(column)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(2 * SPACE)
        across = QHBoxLayout(scrolled)
        across.setContentsMargins(margin, margin, margin, margin)
        across.setSpacing(0)
        across.addStretch(1)
        across.addWidget(column, _MUCH)
        across.addStretch(1)
        self.setWidget(scrolled)
