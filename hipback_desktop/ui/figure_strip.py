"""What one will do, at a glance: the pictures of a routine's exercises in a row, as many as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.ui.figure_pictures import FigurePictures
    from hipback_desktop.ui.theme import Theme

_SIDE: Final = 11 * SPACE


class FigureStrip(QWidget):
    """Each exercise once, in order; how many more there are stands at the end. The list below it is for reading."""

    def __init__(
        self, exercises: Iterable[Exercise], pictures: FigurePictures, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exercises = tuple({exercise.id: exercise for exercise in exercises}.values())
        self._pictures = pictures
        self._theme = theme
        self.setFixedHeight(_SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pictures.drawn.connect(self._on_drawn)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def shown(self) -> int:
        """How many there is room for, beside the number of those left over."""
        room = max(1, (self.width() + SPACE) // (_SIDE + SPACE))
        return room - 1 if room < len(self._exercises) else len(self._exercises)

    def _on_drawn(self, _exercise_id: str) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box = QRect(0, 0, _SIDE, _SIDE)
            shown = self.shown()
            direction = self.layoutDirection()
            for exercise in self._exercises[:shown]:
                self._pictures.paint(painter, QStyle.visualRect(direction, self.rect(), box), exercise)
                box.translate(_SIDE + SPACE, 0)
            left = len(self._exercises) - shown
            if left:
                painter.setFont(font_of(TypeRole.TITLE))
                painter.setPen(QColor(self._theme.text))
                painter.drawText(
                    QStyle.visualRect(direction, self.rect(), box),
                    Qt.AlignmentFlag.AlignCenter,
                    _("+{count}").format(count=left),
                )
