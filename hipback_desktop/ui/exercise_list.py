"""The exercises as a grid of cards: arrows go through them, Enter opens, Space adds to today's session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.exercise_delegate import ExerciseDelegate
from hipback_desktop.ui.exercise_facts import ExerciseRow
from hipback_desktop.ui.exercise_model import ROW_ROLE, ExerciseModel
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.ui.figure_slot import FigurePainter
    from hipback_desktop.ui.theme import Theme

_NARROWEST: Final = 44 * SPACE
_ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ExerciseList(QListView):
    """As many columns as fit; ``opened`` and ``toggled`` carry the id of an exercise."""

    opened = Signal(str)
    toggled = Signal(str)
    left_upwards = Signal()

    def __init__(
        self, figure: FigurePainter, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cards = ExerciseDelegate(figure, theme, asset, self)
        self._cards.pictures.drawn.connect(self._on_drawn)
        self._exercises = ExerciseModel(self)
        self.setModel(self._exercises)
        self.setItemDelegate(self._cards)
        self.setProperty("kind", "cards")
        self.setAccessibleName(_("Exercises"))
        self.setAccessibleDescription(
            _("Arrow keys go through them, Enter opens one, Space adds it to today’s session or takes it out.")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def show_rows(self, rows: Sequence[ExerciseRow]) -> None:
        """Shows what was found; the exercise that was current stays it, else the first one is."""
        current = self.current_id()
        self._exercises.show_rows(rows)
        self.go_to(current)

    def draw_ahead(self, exercises: Iterable[Exercise]) -> None:
        """The pictures of exercises a search may bring into sight, so that no key has to wait for them."""
        self._cards.pictures.draw_ahead(exercises, self._cards.picture_side, self.devicePixelRatioF())

    def rest(self) -> None:
        """Draws no picture for a moment, as somebody types."""
        self._cards.pictures.rest()

    def go_to(self, exercise_id: str | None) -> None:
        """Makes an exercise the current one, and shows it."""
        row = self._exercises.row_of(exercise_id)
        if row >= 0:
            index = self._exercises.index(row)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def current_id(self) -> str | None:
        """The exercise the keyboard is on."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.exercise.id if isinstance(row, ExerciseRow) else None

    def shown_ids(self) -> tuple[str, ...]:
        """All of them, in order."""
        rows = (self._exercises.index(row).data(ROW_ROLE) for row in range(self._exercises.rowCount()))
        return tuple(row.exercise.id for row in rows)

    def show_theme(self, theme: Theme) -> None:
        self._cards.show_theme(theme)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.width() - self.verticalScrollBar().sizeHint().width()  # whether or not it is there just now
        columns = max(1, width // _NARROWEST)
        cell = QSize((width - 1) // columns, self._cards.cell_height)  # one that fits exactly would be wrapped
        if cell != self.gridSize():
            self._cards.show_width(cell.width())
            self.setGridSize(cell)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current_id()
        if current is not None and event.key() in _ENTER_KEYS:
            self.opened.emit(current)
        elif current is not None and event.key() == Qt.Key.Key_Space:
            self.toggled.emit(current)
        elif event.key() == Qt.Key.Key_Up and self._is_in_first_row():
            self.left_upwards.emit()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace) or event.text() == "/":
            event.ignore()  # the page's, and no letter to look for
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        direction = self.layoutDirection()
        card = self._cards.card_in(self.visualRect(index), direction)
        if event.button() != Qt.MouseButton.LeftButton or not card.contains(place):
            return
        exercise_id = index.data(ROW_ROLE).exercise.id
        is_on_mark = self._cards.mark_box(card, direction).contains(place)
        (self.toggled if is_on_mark else self.opened).emit(exercise_id)

    def _on_drawn(self, exercise_id: str) -> None:
        row = self._exercises.row_of(exercise_id)
        if row >= 0:
            self.viewport().update(self.visualRect(self._exercises.index(row)))

    def _is_in_first_row(self) -> bool:
        return self.visualRect(self.currentIndex()).top() <= self.visualRect(self.model().index(0, 0)).top()
