"""The moving figure of the session: repaints what moves, and wakes up often only while something does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipback_desktop.core.exercise import Exercise, Position
from hipback_desktop.core.playback import Status
from hipback_desktop.core.timeline import SegmentKind
from hipback_desktop.core.view import SessionView
from hipback_desktop.figures.ahead import Ahead
from hipback_desktop.figures.figure import MotionKind
from hipback_desktop.figures.film import FRAMES_A_SECOND, Film
from hipback_desktop.figures.moment import FigureMoment, coming_work, moment_of, way_begins_at
from hipback_desktop.figures.movement import Movement
from hipback_desktop.figures.painter import FigurePainter
from hipback_desktop.ui.figure_card import figure_card
from hipback_desktop.ui.figure_slot import no_figure, paint_picture
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hipback_desktop.core.timeline import Segment
    from hipback_desktop.ui.theme import Theme

MovementOf = Callable[[Exercise, Position | None], Movement | None]
"""The figure of an exercise in motion, with the way into it from a position; None when it has none."""
Now = Callable[[], SessionView | None]
"""The session as it is at this moment."""

_MARGIN: Final = 2 * SPACE
"""Outside the round corners, so that a moving figure does not touch them."""
_SPARE_MS: Final = 2
"""Between two bits of drawing ahead, for whatever else there is to do."""


class FigureView(QWidget):
    """On a card of its own; where there is no figure the icon of the phase stands there calmly.

    What is drawn of an exercise is kept until another one is shown; while a person in position waits for the work, its
    frames are drawn, bit by bit, so that nothing has to wait for one. ``looked`` carries the session's view each time
    it was looked at in between.
    """

    looked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        asset: Callable[[str], Path],
        movement_of: MovementOf,
        now: Now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asset = asset
        self._movement_of = movement_of
        self._now = now
        self._exercises: Mapping[str, Exercise] = {}
        self._painter = FigurePainter(theme.figure)
        self._exercise: Exercise | None = None
        self._segment: Segment | None = None
        self._movement: Movement | None = None
        self._film: Film | None = None
        self._ahead: Ahead | None = None
        self._moment: FigureMoment | None = None
        self._still = False
        self._looks = QTimer(self, interval=1000 // FRAMES_A_SECOND, timerType=Qt.TimerType.PreciseTimer)
        self._looks.timeout.connect(self._on_look)
        self._spare = QTimer(self, interval=_SPARE_MS)
        self._spare.timeout.connect(self._on_spare)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(20 * SPACE, 12 * SPACE)

    def show_exercises(self, exercises: Mapping[str, Exercise]) -> None:
        """Those of the session: how one gets into a position depends on the exercise before."""
        self._exercises = exercises

    def show_view(self, view: SessionView) -> None:
        """A moment; between two of them it looks at the session by itself while something moves."""
        is_another = view.exercise is not self._exercise
        begins = view.segment is not self._segment or is_another
        if begins:
            self._segment, self._exercise, self._ahead = view.segment, view.exercise, None
            self._show_movement(self._movement_of(view.exercise, self._before(view)), is_another=is_another)
        if begins or not self._looks.isActive():
            self._show_moment(view)
        self._keep_pace(view)
        self._draw_ahead(view)

    def show_reduced_motion(self, reduced: bool) -> None:
        """One telling picture instead of motion."""
        if reduced is not self._still:
            self._still = reduced
            self._begin_anew()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._painter = FigurePainter(theme.figure)
        self._begin_anew()

    def moves(self) -> bool:
        """Whether it wakes up by itself."""
        return self._looks.isActive()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looks.stop()
        self._film = self._ahead = None  # many megabytes, of nothing that is seen

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._begin_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            film = self._shown_film()
            if film is not None:
                painter.drawImage(0, 0, film.picture)
                return
            painter.fillRect(event.rect(), QColor(self._theme.background))
            if self._movement is None and self._exercise is not None:
                paint_picture(painter, QRectF(self.rect()), self._exercise, self._theme, self._asset, no_figure)

    def _shown_film(self) -> Film | None:
        """What shows the moment; begun where there is none yet, or another screen has come."""
        film = self._film
        is_of_this_screen = film is not None and film.picture.devicePixelRatioF() == self.devicePixelRatioF()
        if not is_of_this_screen and self._movement is not None and self._moment is not None:
            ground = self._theme.figure.ground
            card = figure_card(self, ground, self._theme.background)
            film = self._film = Film(self._movement, self._painter, card, self._box(), QColor(ground))
            self._ahead = None
            film.show(self._moment)
        return film

    def _show_movement(self, movement: Movement | None, *, is_another: bool) -> None:
        self._movement = movement
        self.setAccessibleName(movement.figure.alt if movement else "")
        if self._film is None or movement is None or is_another:
            self._begin_anew()
        else:
            self._film.go_on_with(movement)

    def _begin_anew(self) -> None:
        """Another picture, of the same moment until the next one is told."""
        self._film = self._ahead = None
        self.update()

    def _draw_ahead(self, view: SessionView) -> None:
        """Begins once the person is in position and waits for the work."""
        if view.is_work or self._still or self._film is None or self._ahead is not None:
            return
        if self._looks.isActive() or view.elapsed_seconds < self._way_begins_at(view):
            return
        self._ahead = Ahead(self._film, coming_work(view))
        self._spare.start()

    def _on_spare(self) -> None:
        if self._ahead is None or not self._ahead.draw_on():
            self._spare.stop()

    def _before(self, view: SessionView) -> Position | None:
        """The position the person comes from; from standing at the computer into the first one."""
        segment = view.segment
        if segment.kind is not SegmentKind.GET_READY or not segment.changes_position:
            return None
        if segment.index == 0:
            return Position.STANDING
        before = self._exercises.get(view.timeline.segments[segment.index - 1].exercise_id)
        return before.position if before else None

    def _show_moment(self, view: SessionView) -> None:
        self._moment = moment_of(view, still=self._still, way_seconds=self._way_seconds())
        film = self._film
        changed = film.show(self._moment) if film is not None else QRegion()
        if not changed.isEmpty():
            self.update(changed)

    def _on_look(self) -> None:
        view = self._now()
        if view is None or view.segment is not self._segment:
            self._looks.stop()  # what follows is told by the session
            return
        self._show_moment(view)
        self._keep_pace(view)
        self.looked.emit(view)

    def _keep_pace(self, view: SessionView) -> None:
        if not self._is_moving(view):
            self._looks.stop()
        elif not self._looks.isActive():
            self._looks.start()

    def _is_moving(self, view: SessionView) -> bool:
        """Whether the figure moves so fast that the ticks of the session are not enough."""
        movement, handle = self._movement, self.window().windowHandle()
        is_seen = self.isVisible() and handle is not None and handle.isExposed()
        stands = self._still or view.status is not Status.RUNNING or view.lead_in_seconds > 0
        if movement is None or stands or not is_seen:
            return False
        motion = movement.figure.motion
        if view.is_work and motion.kind is not MotionKind.HOLD:
            return True
        if view.is_work:
            return view.elapsed_seconds < motion.seconds
        return 0 <= view.elapsed_seconds - self._way_begins_at(view) < self._way_seconds()

    def _way_begins_at(self, view: SessionView) -> float:
        return way_begins_at(view, self._way_seconds())

    def _way_seconds(self) -> float:
        """How long it takes at ease to get into the position."""
        way = self._movement.way_in if self._movement is not None else None
        return way.seconds if way is not None else 0.0

    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
