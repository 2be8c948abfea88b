"""The picture of a figure, moved on from moment to moment; what changes again and again is drawn only once."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QRegion

from hipback_desktop.figures.changes import changed_rect
from hipback_desktop.figures.figure import MotionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor

    from hipback_desktop.figures.moment import FigureMoment
    from hipback_desktop.figures.movement import Movement
    from hipback_desktop.figures.painter import FigurePainter
    from hipback_desktop.figures.posture import Posture

FRAMES_A_SECOND: Final = 30
BREATHS_A_SECOND: Final = 10
"""A breath moves the body by a pixel a second, a step by a hundred."""
MOST_KEPT_BYTES: Final = 128_000_000
MOST_KEPT_PICTURES: Final = 40
"""What is kept takes no more, nor more than so many whole pictures; from there on frames are drawn anew each time."""
_TILE: Final = 32
_MOST_STEP: Final = 2
"""In a hold, where the ticks of the session are as many as the frames, one now and then falls between two of them."""
_FORMAT: Final = QImage.Format.Format_ARGB32_Premultiplied
"""Its pictures are compared as bytes, others pixel by pixel."""
_ALMOST: Final = 1e-6
"""So that rounding does not show the frame before at the moment one begins."""

_Number = tuple[bool, int]
"""The side, and which frame of the period it is."""
_Turn = tuple[_Number, _Number]


class _Change(NamedTuple):
    """From one frame to another: where they differ, and the pixels of the other."""

    region: QRegion
    patches: tuple[tuple[QPoint, QImage], ...] = ()


_STAYS: Final = _Change(QRegion())


class Film:
    """Begins as the ``ground`` the figure is drawn on, in a box of it that has one colour."""

    def __init__(self, movement: Movement, painter: FigurePainter, ground: QImage, box: QRectF, colour: QColor) -> None:
        self.picture: Final = ground
        self._movement = movement
        self._painter = painter
        self._box = box
        self._colour = colour
        self._holds = movement.figure.motion.kind is MotionKind.HOLD
        self._moment: FigureMoment | None = None
        self._number: _Number | None = None
        self._seen: _Number | None = None
        self._ratio = ground.devicePixelRatioF()
        self._posture: Posture | None = None
        self._kept: dict[_Turn, _Change] = {}
        self._room = min(MOST_KEPT_BYTES, MOST_KEPT_PICTURES * ground.sizeInBytes())

    def show(self, moment: FigureMoment) -> QRegion:
        """Moves on to a moment; the part of the picture that is another one now, empty when nothing moves."""
        seen, number = self._seen, self._number_of(moment)
        self._seen = number
        if number is not None:
            moment = self._beginning(moment, number[1])
        if moment == self._moment:
            return QRegion()
        if self._number is None or number is None:
            return self._draw(moment, number)
        change = self._kept_change(self._number, number)
        if change is None:
            # Who keeps up keeps what is drawn. A machine that leaves out frames has no time for more than drawing.
            return self._draw(moment, number, (self._number, number) if self._follows(seen, number) else None)
        if change is not _STAYS:
            self._moment, self._number, self._posture = moment, number, None
            self._put(change)
        return change.region

    def _kept_change(self, now: _Number, number: _Number) -> _Change | None:
        """What is kept of the way to a frame, over the one before it where that was left out."""
        between = number[0], number[1] - 1
        first, second = self._kept.get((now, between)), self._kept.get((between, number))
        if (now, number) in self._kept or not (first and first.patches and second and second.patches):
            return self._kept.get((now, number))
        return _Change(first.region + second.region, first.patches + second.patches)

    def _follows(self, seen: _Number | None, number: _Number) -> bool:
        """Whether no frame was left out, in a hold not more than one; the first follows the last."""
        most = _MOST_STEP if self._holds else 1
        if seen is None or seen[0] != number[0]:
            return False
        return 0 < number[1] - seen[1] <= most or number[1] < most

    def _number_of(self, moment: FigureMoment) -> _Number | None:
        """Which frame of those that come again shows a moment; None where none does."""
        period = self._movement.period(moment)
        if period is None:
            return None
        begins_at, seconds = period
        count = self._count(seconds)
        return moment.is_left, int((moment.seconds - begins_at) / seconds % 1 * count + _ALMOST) % count

    def _beginning(self, moment: FigureMoment, number: int) -> FigureMoment:
        """When such a frame is shown for the first time."""
        period = self._movement.period(moment)
        assert period is not None
        begins_at, seconds = period
        return replace(moment, seconds=begins_at + number * seconds / self._count(seconds))

    def _count(self, seconds: float) -> int:
        return max(1, round(seconds * (BREATHS_A_SECOND if self._holds else FRAMES_A_SECOND)))

    def _draw(self, moment: FigureMoment, number: _Number | None, turn: _Turn | None = None) -> QRegion:
        """Draws what has moved; what has hardly moved stays as it is until it has."""
        after = self._movement.frame(moment)
        part = self._changed(after)
        if part.isEmpty():
            if turn is not None:
                self._kept[turn] = _STAYS
            return QRegion()
        self._moment, self._number, self._posture = moment, number, after
        if turn is None or self._room <= 0:
            self._paint(part, after)
            return QRegion(part)
        corner = _scaled(part, self._ratio) & self.picture.rect()
        was = self.picture.copy(corner)
        self._paint(part, after)
        change = self._kept[turn] = _change(was, self.picture.copy(corner), corner.topLeft(), self._ratio)
        self._room -= sum(image.sizeInBytes() for _, image in change.patches)
        return change.region

    def _changed(self, after: Posture) -> QRect:
        if self._moment is None:
            return self._box.toAlignedRect()
        before = self._posture or self._movement.frame(self._moment)
        return changed_rect(self._box, before, after).toAlignedRect()

    def _paint(self, part: QRect, posture: Posture) -> None:
        drawing = self._painter.drawing(self._box, posture, self._ratio)
        painter = QPainter(self.picture)
        painter.setClipRect(part)
        painter.fillRect(part, self._colour)
        drawing.draw(painter)
        painter.end()

    def _put(self, change: _Change) -> None:
        painter = QPainter(self.picture)
        painter.scale(1 / self._ratio, 1 / self._ratio)
        for corner, image in change.patches:
            painter.drawImage(corner, image)
        painter.end()


def _change(was: QImage, now: QImage, corner: QPoint, ratio: float) -> _Change:
    """The tiles in which a part of the picture differs from what it was, neighbours in a row as one."""
    for picture in (was, now):
        picture.setDevicePixelRatio(1.0)
        picture.reinterpretAsFormat(_FORMAT)
    region, patches = QRegion(), []
    for top in range(0, now.height(), _TILE):
        row = QRect(0, top, now.width(), min(_TILE, now.height() - top))
        for run in _runs(was.copy(row), now.copy(row)):
            tile = run.translated(row.topLeft())
            image = now.copy(tile)
            image.reinterpretAsFormat(QImage.Format.Format_RGB32)  # nothing shines through: it is only copied
            tile.translate(corner)
            patches.append((tile.topLeft(), image))
            region += _scaled(tile, 1 / ratio)
    return _Change(region, tuple(patches))


def _runs(was: QImage, now: QImage) -> Iterator[QRect]:
    """Where two rows of tiles differ."""
    if was == now:
        return
    run = QRect()
    for left in range(0, now.width(), _TILE):
        tile = QRect(left, 0, _TILE, now.height()) & now.rect()
        if was.copy(tile) != now.copy(tile):
            run |= tile
        elif not run.isEmpty():
            yield run
            run = QRect()
    if not run.isEmpty():
        yield run


def _scaled(rect: QRect, ratio: float) -> QRect:
    """The whole pixels that hold a rectangle in another scale."""
    left, top = floor(rect.left() * ratio), floor(rect.top() * ratio)
    right, bottom = ceil((rect.right() + 1) * ratio), ceil((rect.bottom() + 1) * ratio)
    return QRect(left, top, right - left, bottom - top)
