"""The names of sections below one another; long ones wrap where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget, QWidget

from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_AROUND: Final = QSize(9 * SPACE, 3 * SPACE + SPACE // 2)
"""Padding and edges of the style sheet around a name, and the room of the scroll bar."""
_ANY_HEIGHT: Final = 1 << 16


class SectionList(QListWidget):
    """Its rows are measured here: Qt would cut off the second line of a name."""

    def __init__(self, names: Iterable[str], accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sections")
        self.setFont(font_of(TypeRole.BODY))
        self.setAccessibleName(accessible_name)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.addItems(list(names))
        self._longest = max(self.fontMetrics().horizontalAdvance(self.item(row).text()) for row in range(self.count()))

    def show_width(self, most: int) -> None:
        """As wide as the longest name needs, up to a width."""
        width = min(self._longest + _AROUND.width(), most)
        self.setFixedWidth(width)
        room = QRect(0, 0, width - _AROUND.width(), _ANY_HEIGHT)
        for row in range(self.count()):
            item = self.item(row)
            words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(words.width(), words.height() + _AROUND.height()))
