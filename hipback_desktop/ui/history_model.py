"""The sessions as a list in which a line with the day stands above those of that day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hipback_desktop.core.record import SessionRecord
from hipback_desktop.ui.history_words import day_text, session_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class DayRow:
    """A line that only says which day follows."""

    text: str


Row = DayRow | SessionRecord


class HistoryModel(QAbstractListModel):
    """Words are made only for the rows that are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_history(self, records: Sequence[SessionRecord], today: date | None) -> None:
        """The sessions in any order; the newest comes first."""
        self.beginResetModel()
        self._rows = []
        day: date | None = None
        for record in sorted(records, key=lambda record: record.started_at, reverse=True):
            if record.started_at.date() != day:
                day = record.started_at.date()
                self._rows.append(DayRow(day_text(day, today)))
            self._rows.append(record)
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
