"""A figure that shows its exercise over and over, on one side or the other, to somebody who only looks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipback_desktop.core.breath import STRETCHED, rhythm_of
from hipback_desktop.figures.demonstration import demonstrated
from hipback_desktop.figures.figure import MotionKind
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.painter import FigurePainter, changed_rect
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.core.exercise import Exercise, Side
    from hipback_desktop.figures.movement import Movement
    from hipback_desktop.figures.posture import Posture
    from hipback_desktop.ui.theme import Theme

FRAME_MS: Final = 33
BREATH_FRAME_MS: Final = 66
"""Breathing is slow: half the pictures show it as smoothly."""
_RADIUS: Final = 2 * SPACE
_MARGIN: Final = float(SPACE)


class MovingFigure(QWidget):
    """Moves while it is seen, and repaints only what moves; with reduced motion it is one telling picture."""

    def __init__(
        self,
        exercise: Exercise,
        movement: Movement,
        seconds: Callable[[], float],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        reduced_motion: bool = False,
    ) -> None:
        super().__init__(parent)
        self._exercise = exercise
        self._movement = movement
        self._seconds = seconds
        self._began = seconds()
        self._is_still = reduced_motion
        self._side: Side | None = None
        self._posture = self._frame()
        self._frames = QTimer(self, interval=FRAME_MS)
        self._frames.timeout.connect(self._on_frame)
        self.setAccessibleName(movement.figure.alt)
        self.setMinimumSize(30 * SPACE, 36 * SPACE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_theme(theme)

    def show_side(self, side: Side | None) -> None:
        """The other side, at the moment it is at."""
        self._side = side
        self._posture = self._frame()
        self.update()

    def show_reduced_motion(self, reduced: bool) -> None:
        """One picture instead of motion, or motion again."""
        self._is_still = reduced
        self._keep_pace()
        self._posture = self._frame()
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        palette = replace(theme.figure, ground=theme.phases_soft[self._exercise.phase])
        self._painter = FigurePainter(palette)
        self.update()

    def moves(self) -> bool:
        """Whether it wakes up by itself."""
        return self._frames.isActive()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_pace()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._frames.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.phases_soft[self._exercise.phase]))
        painter.drawRoundedRect(self.rect(), _RADIUS, _RADIUS)
        self._painter.paint(painter, self._box(), self._posture)

    def _frame(self) -> Posture:
        return self._movement.frame(self._moment())

    def _moment(self) -> FigureMoment:
        if self._is_still:
            return FigureMoment(Stage.STILL, side=self._side)
        motion, pace = self._movement.figure.motion, self._exercise.dose.seconds_per_rep
        rhythm = rhythm_of(self._exercise) or STRETCHED
        return demonstrated(motion, self._seconds() - self._began, self._side, pace, rhythm)

    def _on_frame(self) -> None:
        if self.visibleRegion().isEmpty():
            return  # scrolled out of sight
        self._frames.setInterval(BREATH_FRAME_MS if self._only_breathes() else FRAME_MS)
        posture = self._frame()
        changed = changed_rect(self._box(), self._posture, posture)
        if not changed.isEmpty():
            self._posture = posture
            self.update(changed.toAlignedRect())

    def _only_breathes(self) -> bool:
        moment, motion = self._moment(), self._movement.figure.motion
        return motion.kind is MotionKind.HOLD and moment.stage is Stage.WORK and moment.seconds >= motion.seconds

    def _keep_pace(self) -> None:
        if self.isVisible() and not self._is_still:
            self._frames.start()
        else:
            self._frames.stop()

    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
