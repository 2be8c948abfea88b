"""Shows one sheet over the page, the page dimmed and out of the keyboard's reach."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from hipback_desktop.ui.column import Column
from hipback_desktop.ui.sheet import Sheet
from hipback_desktop.ui.type_scale import SPACE

_WIDEST = 80 * SPACE
DIMNESS: Final = 120
"""Of 255: how black the page becomes."""


class SheetHost(QWidget):
    """Lies over its parent and keeps its size; hidden while there is no sheet.

    Escape leaves the sheet, wherever in it the keyboard is and whatever else the key is for in the window.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._sheet: Sheet | None = None
        self._before: QWidget | None = None
        self.setProperty("kind", "over_page")  # before there is a scroll bar, whose style is read once
        self._column = Column(_WIDEST, self, margin=2 * SPACE)
        self._column.content.addStretch(1)
        self._column.content.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)
        parent.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click beside the sheet leaves the keyboard here
        self.hide()

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is shown."""
        return self._sheet

    def show_sheet(self, sheet: Sheet) -> None:
        """Shows a sheet in the place of the one before; the keyboard comes back to where it was when it goes."""
        if self._sheet is None:
            self._before = self.window().focusWidget()
        self._take_out()
        self._sheet = sheet
        self._column.content.insertWidget(1, sheet)
        self.resize(self._over.size())
        sheet.show()
        self.show()
        self.raise_()
        sheet.take_focus()

    def hide_sheet(self) -> None:
        """Takes the sheet away; it is not needed any more."""
        if self._sheet is None:
            return
        self._take_out()
        self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.resize(self._over.size())
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape:
                event.accept()  # no shortcut of the window now
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._sheet is not None:
            self._sheet.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, DIMNESS))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the sheet."""
        here = self.window().focusWidget() or self
        place = here
        while True:
            following = place.nextInFocusChain() if forward else place.previousInFocusChain()
            if following is None or following is here:
                return True
            place = following
            # the line inside a field gives the keyboard back to the field, which is a stop itself
            takes_tab = bool(place.focusPolicy() & Qt.FocusPolicy.TabFocus) and place.focusProxy() is None
            if takes_tab and self.isAncestorOf(place) and place.isVisible() and place.isEnabled():
                reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
                place.setFocus(reason)
                return True

    def _take_out(self) -> None:
        if self._sheet is not None:
            self._column.content.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.setParent(None)
            self._sheet.deleteLater()
            self._sheet = None
