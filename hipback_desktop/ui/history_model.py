"""The sessions as a list in which a line with the day stands above those of that day, fetched as they are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hipback_desktop.core.record import SessionRecord
from hipback_desktop.ui.history_words import day_text, session_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    Pages = Callable[[int, SessionRecord | None], Sequence[SessionRecord]]

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
SESSIONS_A_PAGE: Final = 60

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class DayRow:
    """A line that only says which day follows."""

    text: str


Row = DayRow | SessionRecord


class HistoryModel(QAbstractListModel):
    """``pages`` gives so many sessions before one of them, newest first, fewer when there are no more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages = lambda _count, _before: ()
        self._today: date | None = None
        self._rows: list[Row] = []
        self._sessions = 0
        self._is_whole = True

    @property
    def sessions(self) -> int:
        """How many have been fetched."""
        return self._sessions

    @property
    def is_whole(self) -> bool:
        """Whether there are no more than those."""
        return self._is_whole

    def show_pages(self, pages: Pages, today: date | None) -> None:
        """Begins anew, with as many sessions as there were."""
        self.beginResetModel()
        self._pages, self._today = pages, today
        count = max(SESSIONS_A_PAGE, self._sessions)
        found = pages(count, None)
        self._rows, self._sessions, self._is_whole = [], 0, len(found) < count
        self._rows = self._taken_in(found)
        self.endResetModel()

    def row_of(self, record_id: str | None) -> int:
        """The row of a session; of the newest one when it is not there, -1 without sessions."""
        sessions = [(row, entry) for row, entry in enumerate(self._rows) if isinstance(entry, SessionRecord)]
        for row, entry in sessions:
            if entry.id == record_id:
                return row
        return sessions[0][0] if sessions else -1

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, parent: _Index) -> None:
        last = self._rows[-1]
        assert isinstance(last, SessionRecord)
        found = self._pages(SESSIONS_A_PAGE, last)
        if not found:
            self._is_whole = True
            return
        rows = self._taken_in(found)
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
        self._rows += rows
        self.endInsertRows()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], SessionRecord):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text if isinstance(row, DayRow) else session_line(row)
        return None

    def _taken_in(self, records: Sequence[SessionRecord]) -> list[Row]:
        """The rows that follow those there are."""
        self._sessions += len(records)
        last = self._rows[-1] if self._rows else None
        day = last.started_at.date() if isinstance(last, SessionRecord) else None
        rows: list[Row] = []
        for record in records:
            if record.started_at.date() != day:
                day = record.started_at.date()
                rows.append(DayRow(day_text(day, self._today)))
            rows.append(record)
        return rows
