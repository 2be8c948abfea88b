"""The exercises found, as a list for the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hipback_desktop.ui.exercise_facts import last_line, spoken_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hipback_desktop.ui.exercise_facts import ExerciseRow

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class ExerciseModel(QAbstractListModel):
    """Words are made only for the rows that are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ExerciseRow, ...] = ()

    def show_rows(self, rows: Sequence[ExerciseRow]) -> None:
        """Other rows; the same ones in the same order stay where they are."""
        rows = tuple(rows)
        if [row.exercise.id for row in rows] == [row.exercise.id for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, exercise_id: str | None) -> int:
        """The place of an exercise, of the first when it is not there, -1 without any."""
        ids = [row.exercise.id for row in self._rows]
        return ids.index(exercise_id) if exercise_id in ids else min(0, len(ids) - 1)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.exercise.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.exercise.name}\n{last_line(row)}"  # what a narrow card may cut off
        return spoken_row(row) if role == Qt.ItemDataRole.AccessibleTextRole else None
