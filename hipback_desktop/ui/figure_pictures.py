"""The pictures of exercises, each drawn once: what needs one is painted first, and its picture comes after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from hipback_desktop.ui.figure_slot import paint_ground, paint_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.ui.figure_slot import FigurePainter
    from hipback_desktop.ui.theme import Theme

_Key = tuple[str, int, float]
"""The exercise, its side in pixels, and how many pixels of the screen go to one."""
_REST_MS: Final = 120
"""Who types goes on sooner: what a key finds is shown before any picture is drawn."""


class FigurePictures(QObject):
    """Kept until the colours change. One is drawn in a turn of the event loop, and told by ``drawn``."""

    drawn = Signal(str)

    def __init__(
        self, figure: FigurePainter, theme: Theme, asset: Callable[[str], Path], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._figure = figure
        self._asset = asset
        self._wanted: dict[_Key, Exercise] = {}
        self._ahead: dict[_Key, Exercise] = {}
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._draw_next)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        """Every picture anew, in other colours."""
        self._theme = theme
        self._drawn: dict[_Key, QPixmap] = {}
        self._wanted.clear()
        self._ahead.clear()

    def paint(self, painter: QPainter, box: QRect, exercise: Exercise) -> None:
        """The picture, or its ground until it has been drawn."""
        key = (exercise.id, box.width(), painter.device().devicePixelRatioF())
        picture = self._drawn.get(key)
        if picture is not None:
            painter.drawPixmap(box.topLeft(), picture)
            return
        paint_ground(painter, QRectF(box), exercise, self._theme)
        self._wanted[key] = exercise
        self._go_on()

    def draw_ahead(self, exercises: Iterable[Exercise], side: int, ratio: float) -> None:
        """Those that are not seen yet as well, after the ones that are."""
        keys = {(exercise.id, side, ratio): exercise for exercise in exercises}
        self._ahead = {key: exercise for key, exercise in keys.items() if key not in self._drawn}
        self._go_on()

    def rest(self) -> None:
        """Something else is to be shown first: drawing goes on in a moment."""
        self._turn.start(_REST_MS)

    def _go_on(self) -> None:
        if (self._wanted or self._ahead) and not self._turn.isActive():
            self._turn.start(0)

    def _draw_next(self) -> None:
        waiting = self._wanted or self._ahead
        if not waiting:
            return
        key = next(iter(waiting))
        exercise = waiting.pop(key)
        self._ahead.pop(key, None)
        self._draw(key, exercise)
        self._go_on()
        self.drawn.emit(exercise.id)

    def _draw(self, key: _Key, exercise: Exercise) -> None:
        _id, side, ratio = key
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            paint_picture(painter, QRectF(0, 0, side, side), exercise, self._theme, self._asset, self._figure)
        self._drawn[key] = pixmap


class FigurePicture(QWidget):
    """One picture, beside the name of its exercise; a screen reader passes it over."""

    def __init__(self, exercise: Exercise, side: int, pictures: FigurePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercise = exercise
        self._pictures = pictures
        self.setFixedSize(QSize(side, side))
        pictures.drawn.connect(self._on_drawn)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._pictures.paint(painter, self.rect(), self._exercise)

    def _on_drawn(self, exercise_id: str) -> None:
        if exercise_id == self._exercise.id:
            self.update()
