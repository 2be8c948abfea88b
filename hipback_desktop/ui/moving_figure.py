"""A figure that shows its exercise over and over, on one side or the other, to somebody who only looks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipback_desktop.core.breath import STRETCHED, rhythm_of
from hipback_desktop.figures.demonstration import demonstrated
from hipback_desktop.figures.figure import MotionKind
from hipback_desktop.figures.film import BREATHS_A_SECOND, FRAMES_A_SECOND, Film
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.painter import FigurePainter
from hipback_desktop.ui.figure_card import figure_card
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.core.exercise import Exercise, Side
    from hipback_desktop.figures.movement import Movement
    from hipback_desktop.ui.theme import Theme

FRAME_MS: Final = 1000 // FRAMES_A_SECOND
BREATH_FRAME_MS: Final = 1000 // BREATHS_A_SECOND
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
        self._film: Film | None = None
        self._frames = QTimer(self, interval=FRAME_MS)
        self._frames.timeout.connect(self._on_frame)
        self.setAccessibleName(movement.figure.alt)
        self.setMinimumSize(30 * SPACE, 36 * SPACE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_theme(theme)

    def show_side(self, side: Side | None) -> None:
        """The other side, at the moment it is at."""
        self._side = side
        self._show_moment()

    def show_reduced_motion(self, reduced: bool) -> None:
        """One picture instead of motion, or motion again."""
        self._is_still = reduced
        self._keep_pace()
        self._show_moment()

    def show_theme(self, theme: Theme) -> None:
        self._ground = theme.phases_soft[self._exercise.phase]
        self._painter = FigurePainter(replace(theme.figure, ground=self._ground))
        self._begin_anew()

    def moves(self) -> bool:
        """Whether it wakes up by itself."""
        return self._frames.isActive()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_pace()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._frames.stop()
        self._film = None  # many megabytes, of nothing that is seen

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._begin_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        film = self._film
        if film is None or film.picture.devicePixelRatioF() != self.devicePixelRatioF():
            card = figure_card(self, self._ground)
            film = self._film = Film(self._movement, self._painter, card, self._box(), QColor(self._ground))
            film.show(self._moment())
        QPainter(self).drawImage(0, 0, film.picture)

    def _begin_anew(self) -> None:
        self._film = None
        self.update()

    def _show_moment(self) -> None:
        changed = self._film.show(self._moment()) if self._film is not None else QRegion()
        if not changed.isEmpty():
            self.update(changed)

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
        self._show_moment()

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
