"""The goals of a week as two rings: stretch days outside, strength days inside, a gap between the days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.week_words import strength_line, stretch_line
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from hipback_desktop.core.consistency import Week
    from hipback_desktop.ui.theme import Theme

_SIDE: Final = 16 * SPACE
_THICK: Final = 12.0
_GAP_DEGREES: Final = 16.0
_WHOLE: Final = 360.0
_SIXTEENTHS: Final = 16


class GoalRing(QWidget):
    """A part of a ring is a day; done ones are filled, open ones are a thin line, so that colour is not needed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._week: Week | None = None
        self.setFixedSize(QSize(_SIDE, _SIDE))

    def show_week(self, week: Week) -> None:
        """The week under way."""
        self._week = week
        self.setAccessibleName(f"{stretch_line(week)}, {strength_line(week)}")
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._week is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            week, goal = self._week, self._week.goal
            self._paint_ring(painter, 0, week.stretch_days, goal.stretch_days, self._theme.phases[Phase.STRETCH])
            inner = _THICK + SPACE
            self._paint_ring(
                painter, inner, week.strength_days, goal.strength_days, self._theme.phases[Phase.STRENGTHEN]
            )
            painter.setFont(font_of(TypeRole.TITLE))
            painter.setPen(QColor(self._theme.text))
            done = min(week.stretch_days, goal.stretch_days) + min(week.strength_days, goal.strength_days)
            text = f"{done}/{goal.stretch_days + goal.strength_days}"
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_ring(self, painter: QPainter, inset: float, done: int, goal: int, colour: str) -> None:
        edge = inset + _THICK / 2 + 1
        area = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        for day in range(goal):
            gap = _GAP_DEGREES if goal > 1 else 0.0
            begin = _WHOLE / 4 - day * _WHOLE / goal - gap / 2
            is_done = day < done
            pen = QPen(QColor(colour if is_done else self._theme.outline), _THICK if is_done else 2)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(area, round(begin * _SIXTEENTHS), -round((_WHOLE / goal - gap) * _SIXTEENTHS))
