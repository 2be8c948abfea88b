"""A layout that sets its items side by side and wraps them like words."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

from hipback_desktop.ui.type_scale import SPACE


class FlowLayout(QLayout):
    """Items keep their own size, in the middle of their row; the height follows from the width.

    It lays out a widget of its own: within another layout, Qt crashes when a neighbour hides (PySide6 6.11.3).
    """

    def __init__(self, parent: QWidget, spacing: int = SPACE) -> None:
        super().__init__(parent)
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    # Qt asks for items past the end and expects None; its stubs do not say so.
    def itemAt(self, index: int) -> QLayoutItem:
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arranged(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arranged(rect, moves=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arranged(self, rect: QRect, *, moves: bool) -> int:
        """Places the items row by row and answers with the height they take."""
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        over = self.parentWidget()
        direction = over.layoutDirection() if over is not None else Qt.LayoutDirection.LeftToRight
        y = inner.y()
        for row in self._rows(inner.width()):
            x, high = inner.x(), max(size.height() for _item, size in row)
            for item, size in row:
                if moves:
                    place = QPoint(x, y + (high - size.height()) // 2)
                    item.setGeometry(QStyle.visualRect(direction, inner, QRect(place, size)))
                x += size.width() + self.spacing()
            y += high + self.spacing()
        return max(inner.y(), y - self.spacing()) - rect.y() + margins.bottom()

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items that are shown and their sizes, as many in a row as fit."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, item.minimumSize().width()), 1 << 20))
            if not rows or x + size.width() > width:
                rows.append([])
                x = 0
            rows[-1].append((item, size))
            x += size.width() + self.spacing()
        return rows
