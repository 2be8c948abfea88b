"""A choice that is unfolded, in one line: for answers that are too many or too long to stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle

from hipback_desktop.ui.icons import icon
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme


class ChoiceBox(QComboBox):
    """With our own arrow; the wheel scrolls the page and leaves the choice alone."""

    def __init__(self, accessible_name: str, theme: Theme, asset: Callable[[str], Path]) -> None:
        super().__init__()
        self._asset = asset
        self.setAccessibleName(accessible_name)
        self.setFont(font_of(TypeRole.BODY))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self._arrow = icon("chevron_down", theme.muted, self._asset)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = QRect(self.width() - 4 * SPACE, (self.height() - 2 * SPACE) // 2, 2 * SPACE, 2 * SPACE)
        with QPainter(self) as painter:
            self._arrow.paint(painter, QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
