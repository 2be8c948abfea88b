"""A page that scrolls, its content in one column that stays readable on a wide screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hipback_desktop.ui.type_scale import SPACE

WIDEST = 120 * SPACE
_MUCH = 1000
_AROUND = 6 * SPACE
"""What is seen above and below the control that has the keyboard: its label as well."""


class Column(QScrollArea):
    """``content`` is where widgets are added, top to bottom; the keyboard never leaves what is seen of it."""

    def __init__(self, widest: int = WIDEST, parent: QWidget | None = None, margin: int = 4 * SPACE) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scrolled = scrolled = QWidget()
        scrolled.setProperty("kind", "scrolled")
        column = QWidget()
        column.setMaximumWidth(widest)
        self.content = QVBoxLayout(column)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(2 * SPACE)
        self._margin = margin
        self._across = across = QHBoxLayout(scrolled)
        across.setContentsMargins(margin, margin, margin, margin)
        across.setSpacing(0)
        across.addStretch(1)
        across.addWidget(column, _MUCH)
        across.addStretch(1)
        self.setWidget(scrolled)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The scroll bar takes its room from the margin beside it: the column stands where it stood without one."""
        super().resizeEvent(event)
        self._keep_place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._keep_place()

    def _keep_place(self) -> None:
        bar = self.contentsRect().width() - self.viewport().width()
        left, right = self._margin, max(0, self._margin - bar)
        if self.isRightToLeft():
            left, right = right, left
        if self._across.contentsMargins() != QMargins(left, self._margin, right, self._margin):
            self._across.setContentsMargins(left, self._margin, right, self._margin)
            self._across.activate()  # later would be after the first picture of a page, which would then be moved

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        """Follows the keyboard; a click is where it is seen, and a window that comes to the front changes nothing."""
        is_moved_by_key = old is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton
        if is_moved_by_key and now is not None and self._scrolled.isAncestorOf(now):
            self._bring_into_view(now)

    def _bring_into_view(self, widget: QWidget) -> None:
        """With what is around it; of something taller than the page, its beginning."""
        if widget.height() + 2 * _AROUND > self.viewport().height():
            self.verticalScrollBar().setValue(widget.mapTo(self._scrolled, QPoint()).y())
        else:
            self.ensureWidgetVisible(widget, 0, _AROUND)
