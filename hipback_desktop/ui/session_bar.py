"""The whole session as a bar: every segment as long as it takes, in the colour of its phase, and where we are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.timeline import SegmentKind
from hipback_desktop.core.wording import kind_name, title
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.timeline import Segment, Timeline
    from hipback_desktop.ui.theme import Theme

_MARGIN: Final = SPACE
"""Room for the marker at both ends."""
_MARKER: Final = 4
_STEP: Final = 2
"""Pixels the marker moves by at least."""


class SessionBar(QWidget):
    """Work is thick, lead-ins and rests are thin; what is done is filled, what is to come or was left out is outlined.

    Like that of any player it runs from left to right in every language, as the arrow keys and their controls do.
    """

    def __init__(self, theme: Theme, height: int = 2 * SPACE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._timeline: Timeline | None = None
        self._exercises: Mapping[str, Exercise] = {}
        self._position = 0.0
        self._left_out: tuple[tuple[float, float], ...] = ()
        self._marker_x = _MARGIN
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height + SPACE)

    def sizeHint(self) -> QSize:
        return QSize(60 * SPACE, self.height())

    def marker_x(self) -> int:
        """Where the position is drawn."""
        return self._marker_x

    def show_timeline(self, timeline: Timeline, exercises: Mapping[str, Exercise] | None = None) -> None:
        """The segments; ``exercises`` name them in the tool tips."""
        self._timeline = timeline
        if exercises is not None:
            self._exercises = exercises
        self.show_position(self._position, self._left_out)
        self.update()

    def show_position(self, seconds: float, left_out: tuple[tuple[float, float], ...] = ()) -> None:
        """Moves the marker, and repaints only when it moves by a step, or when more or less was left out before it."""
        if left_out != self._left_out:
            self._left_out = left_out
            self.update()
        old, new = self._marker_x, round(self._x(seconds))
        if abs(new - old) >= _STEP:
            self._position, self._marker_x = seconds, new
            left, right = sorted((old, new))
            self.update(QRect(left - _MARKER, 0, right - left + 2 * _MARKER + 1, self.height()))

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._words_at(event.pos()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(self._theme.background))
            if self._timeline is None:
                return
            self._marker_x = round(self._x(self._position))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for segment in self._timeline.segments:
                box = self._box(segment)
                if box.right() >= event.rect().left() - 1 and box.left() <= event.rect().right() + 1:
                    self._paint_segment(painter, segment, box)
            self._paint_marker(painter)

    def _paint_segment(self, painter: QPainter, segment: Segment, box: QRectF) -> None:
        colour = QColor(self._theme.phases[segment.phase])
        radius = min(box.height() / 2, box.width() / 2, 4)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(QColor(self._theme.phases_soft[segment.phase]))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self._marker_x > box.left():
            painter.save()
            painter.setClipRegion(self._done())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(box, radius, radius)
            painter.restore()

    def _paint_marker(self, painter: QPainter) -> None:
        box = QRectF(self._marker_x - _MARKER / 2, 0, _MARKER, self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.background))
        painter.drawRect(box.adjusted(-1, 0, 1, 0))
        painter.setBrush(QColor(self._theme.text))
        painter.drawRoundedRect(box, _MARKER / 2, _MARKER / 2)

    def _done(self) -> QRegion:
        """Up to the marker, without what was left out."""
        done = QRegion(0, 0, self._marker_x, self.height())
        for start, end in self._left_out:
            left, right = round(self._x(start)), round(self._x(end))
            done -= QRegion(left, 0, right - left, self.height())
        return done

    def _box(self, segment: Segment) -> QRectF:
        left, right = self._x(segment.start_seconds), self._x(segment.end_seconds)
        gap = 1.0 if right - left > 4 else 0.0  # pixels: a gap would eat a short segment
        thick = self.height() - SPACE
        height = thick if segment.kind is SegmentKind.WORK else max(4, thick // 3)
        return QRectF(left, (self.height() - height) / 2, max(1.0, right - left - gap), height)

    def _x(self, seconds: float) -> float:
        if self._timeline is None or self._timeline.seconds <= 0:
            return _MARGIN
        part = min(1.0, max(0.0, seconds / self._timeline.seconds))
        return _MARGIN + part * (self.width() - 2 * _MARGIN)

    def _words_at(self, position: QPoint) -> str:
        """What the segment under the pointer is."""
        if self._timeline is None or self.width() <= 2 * _MARGIN:
            return ""
        part = (position.x() - _MARGIN) / (self.width() - 2 * _MARGIN)
        segment = self._timeline.segments[self._timeline.index_at(part * self._timeline.seconds)]
        exercise = self._exercises.get(segment.exercise_id)
        words = title(exercise, segment.side) if exercise else ""
        if segment.kind is SegmentKind.WORK:
            return words
        kind = kind_name(segment.kind)
        return _("{kind}: {words}").format(kind=kind, words=words) if words else kind
