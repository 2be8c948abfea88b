"""The field that searches while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import sized_icon
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.reading_order import in_reading_order
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme

_ICON = 2 * SPACE + SPACE // 2


class SearchField(QLineEdit):
    """Escape empties it; down and Enter go to what was found."""

    left_downwards = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asset = asset
        self.setProperty("kind", "search")
        self.setFont(font_of(TypeRole.BODY_LARGE))
        self.setPlaceholderText(_("Search by name, muscle or area"))
        self.setAccessibleName(_("Search exercises"))
        self.setAccessibleDescription(_("Finds while you type. Down goes to what was found, Enter opens the first."))
        self.setMaxLength(100)
        self._mark = IconLabel("search", "muted", _ICON, theme, asset, self)  # one of Qt's own would be smaller
        self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._empty = QAction(_("Clear the search"), self)
        self._empty.triggered.connect(self.clear)
        self._empty.setVisible(False)
        self.addAction(self._empty, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(lambda text: self._empty.setVisible(bool(text)))
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self._mark.show_theme(theme)
        self._empty.setIcon(sized_icon("close", theme.muted, self._asset, _ICON))

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(30 * SPACE, 6 * SPACE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_mark()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Backspace and not self.text():
            event.accept()  # nothing more to take away: not the page's way back
        else:
            super().keyPressEvent(event)

    def _place_mark(self) -> None:
        """Where reading begins; margins of Qt are not mirrored."""
        before = _ICON + SPACE
        self.setTextMargins(*((0, 0, before, 0) if self.isRightToLeft() else (before, 0, 0, 0)))
        box = QRectF(SPACE + SPACE // 2, (self.height() - _ICON) // 2, _ICON, _ICON)
        self._mark.move(in_reading_order(box, self).topLeft().toPoint())
