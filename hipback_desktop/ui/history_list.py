"""The list of sessions: arrow keys go through them, Enter changes one, Delete takes one out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import SessionRecord
from hipback_desktop.ui.history_delegate import HistoryDelegate
from hipback_desktop.ui.history_model import ROW_ROLE, HistoryModel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from hipback_desktop.ui.history_model import Pages
    from hipback_desktop.ui.theme import Theme

_ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_PAGES_BACK: Final = 100
"""How far a session is looked for that was just put in; further back it is kept all the same."""


class HistoryList(QListView):
    """``current_changed`` says that another session is the current one."""

    current_changed = Signal()
    edit_requested = Signal()
    delete_requested = Signal()
    left_upwards = Signal()

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions = HistoryModel(self)
        self._rows = HistoryDelegate(theme, asset, self)
        self.setProperty("kind", "history")
        self.setModel(self._sessions)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(_("Sessions"))
        self.setAccessibleDescription(_("Arrow keys go through them, Enter changes one, Delete takes one out."))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self.current_changed)

    @property
    def sessions(self) -> HistoryModel:
        """What is listed."""
        return self._sessions

    def show_pages(self, pages: Pages, today: date | None, record_id: str | None = None) -> None:
        """Shows what was found anew; the current session, or the one of that id, is the current one."""
        current = self.current_session()
        place = self._sessions.row_of(current.id) if current else -1
        self._sessions.show_pages(pages, today)
        wanted = record_id or (current.id if current else None)
        if record_id is not None:
            self._fetch_until_found(record_id)
        row = self._sessions.row_of(wanted)
        found = self._sessions.index(row).data(ROW_ROLE) if row >= 0 else None
        if found is not None and found.id != wanted and place >= 0:
            row = self._nearest(place)
        if row >= 0:
            index = self._sessions.index(row)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        self.current_changed.emit()

    def current_session(self) -> SessionRecord | None:
        """The session the keyboard is on."""
        row = self.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, SessionRecord) else None

    def show_theme(self, theme: Theme) -> None:
        self._rows.show_theme(theme)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_session = self.current_session() is not None
        if has_session and event.key() in _ENTER_KEYS:
            self.edit_requested.emit()
        elif has_session and event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 1:
            self.left_upwards.emit()
        elif event.text() == "/":
            event.ignore()  # the page's, and no letter to look for
        else:
            super().keyPressEvent(event)

    def _fetch_until_found(self, record_id: str) -> None:
        root = self.rootIndex()
        for _page in range(_MOST_PAGES_BACK):
            found = self._sessions.index(self._sessions.row_of(record_id)).data(ROW_ROLE)
            if (found is not None and found.id == record_id) or not self._sessions.canFetchMore(root):
                return
            self._sessions.fetchMore(root)

    def _nearest(self, place: int) -> int:
        """The row of a session at a place or before it, where one was that is not there any more."""
        for row in range(min(place, self._sessions.rowCount() - 1), -1, -1):
            if isinstance(self._sessions.index(row).data(ROW_ROLE), SessionRecord):
                return row
        return self._sessions.row_of(None)
