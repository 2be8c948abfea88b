"""The picture of a figure, moved on from moment to moment; what changes again and again is drawn only once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QPainter, QRegion

from hipback_desktop.figures.changes import changed_rect, furthest
from hipback_desktop.figures.figure import MotionKind
from hipback_desktop.figures.moment import Stage
from hipback_desktop.figures.reel import AGREES, STAYS, Reel, change_to, comparable, differing_in_bands, scaled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRect, QRectF
    from PySide6.QtGui import QColor, QImage

    from hipback_desktop.figures.moment import FigureMoment
    from hipback_desktop.figures.movement import Movement
    from hipback_desktop.figures.painter import FigurePainter
    from hipback_desktop.figures.posture import Posture
    from hipback_desktop.figures.reel import Change, Number

FRAMES_A_SECOND: Final = 30
FURTHER: Final = 0.02
"""Of the height of the picture: so far somebody on the way into a position has moved before they are drawn again.

That way is drawn for this once: each frame where it goes fast, as few as in a drawn film where it goes slowly.
"""
BREATHS_A_SECOND: Final = 5
"""Frames, as many as the ticks of the session: a breath moves the body by a pixel a second, a step by a hundred."""
_MOST_STEP: Final = 2
"""In a hold, where the ticks of the session are as many as the frames, one now and then falls between two of them."""
_UNKEPT_STEP: Final = 2
"""Of frames that find no room, which are drawn each time they come, this one in so many is: as on the way in."""
_ALMOST: Final = 1e-6
"""So that rounding does not show the frame before at the moment one begins."""


class Film:
    """Begins as the ``ground`` the figure is drawn on, in a box of it that has one colour.

    What is on the ``reel`` is not drawn; what is drawn and comes again is wound up on it.
    """

    def __init__(
        self,
        movement: Movement,
        painter: FigurePainter,
        ground: QImage,
        box: QRectF,
        colour: QColor,
        reel: Reel | None = None,
        *,
        is_beside: bool = False,
    ) -> None:
        self.picture: Final = ground
        self._movement = movement
        self._painter = painter
        self._box = box
        self._colour = colour
        self._holds = movement.figure.motion.kind is MotionKind.HOLD
        self._moment: FigureMoment | None = None
        self._number: Number | None = None
        self._seen: Number | None = None
        self._goes_back = movement.goes_back
        self._turns = 2 if movement.figure.motion.alternates else 1
        self._ratio = ground.devicePixelRatioF()
        self._posture: Posture | None = None
        self._reel = reel or Reel(ground)
        self._covered: QRegion | None = None
        self._is_beside = is_beside
        self._keeping: Iterator[Change] = iter(())

    def go_on_with(self, movement: Movement) -> None:
        """The same figure, with another way into it."""
        self._posture = self._posture_shown()
        self._movement = movement

    def beside(self) -> Film:
        """Another one that shows what it likes, on the same reel, which it winds up bit by bit."""
        picture = self.picture.copy()
        return Film(self._movement, self._painter, picture, self._box, self._colour, self._reel, is_beside=True)

    def keep_on(self) -> bool:
        """Beside: a bit more of keeping what was drawn; False when all of it is kept."""
        return next(self._keeping, None) is not None

    def loop(self, moment: FigureMoment) -> Iterator[FigureMoment]:
        """Each frame that comes again in the work of a moment, and the first once more."""
        moment = replace(moment, seconds=moment.rhythm.first_out_at if self._holds else 0.0)
        first = self._number_of(moment)
        if first is None:
            return
        is_left, count, _ = first
        for place in (*range(count), 0):
            number = is_left, count, place
            if self._same(number) == number:
                yield self._beginning(moment, place)

    def show(self, moment: FigureMoment) -> QRegion:
        """Moves on to a moment; the part of the picture that is another one now, empty when nothing moves."""
        if moment.stage is Stage.GET_READY:
            moment = replace(moment, seconds=int(moment.seconds * FRAMES_A_SECOND + _ALMOST) / FRAMES_A_SECOND)
        seen, passed = self._seen, self._number_of(moment)
        self._seen = passed
        if passed is None:
            return QRegion() if moment == self._moment else self._draw(moment, None)
        number, before = self._same(passed), self._number
        if self._beginning(moment, number[2]) == self._moment:
            return QRegion()
        way = self._reel.way(before, number) if before is not None else None
        if way is None:
            return self._draw_missing(moment, self._reel.standing_for(number), keeps=self._follows(seen, passed))
        change, reached = way
        if reached != before:
            self._moment, self._number, self._posture = self._beginning(moment, reached[2]), reached, None
            self._put(change)
        return change.region

    def _draw_missing(self, moment: FigureMoment, number: Number, *, keeps: bool) -> QRegion:
        """Who keeps up keeps what is drawn. A machine that leaves out frames has no time for more than drawing."""
        waits = self._number is not None and (self._is_beside or number[2] % _UNKEPT_STEP > 0)
        if waits and not self._reel.has_room(number):
            return QRegion()
        return self._draw(self._beginning(moment, number[2]), number, keeps=keeps)

    def _same(self, number: Number) -> Number:
        """The first frame with the same picture: who goes back as they came passes the same ones again."""
        is_left, count, place = number
        turn = count // self._turns
        if not self._goes_back or count % self._turns:
            return number
        begun, passed = place // turn * turn, place % turn
        return is_left, count, begun + min(passed, turn - passed)

    def _follows(self, seen: Number | None, number: Number) -> bool:
        """Whether no frame was left out, in a hold not more than one; the first follows the last."""
        most = _MOST_STEP if self._holds else 1
        if seen is None or seen[:2] != number[:2]:
            return False
        return 0 < number[2] - seen[2] <= most or number[2] < most

    def _number_of(self, moment: FigureMoment) -> Number | None:
        """Which frame of those that come again shows a moment; None where none does."""
        period = self._movement.period(moment)
        if period is None:
            return None
        begins_at, seconds = period
        count = self._count(seconds)
        return moment.is_left, count, int((moment.seconds - begins_at) / seconds % 1 * count + _ALMOST) % count

    def _beginning(self, moment: FigureMoment, number: int) -> FigureMoment:
        """When such a frame is shown for the first time."""
        period = self._movement.period(moment)
        assert period is not None
        begins_at, seconds = period
        return replace(moment, seconds=begins_at + number * seconds / self._count(seconds))

    def _count(self, seconds: float) -> int:
        return max(1, round(seconds * (BREATHS_A_SECOND if self._holds else FRAMES_A_SECOND)))

    def _draw(self, moment: FigureMoment, number: Number | None, *, keeps: bool = False) -> QRegion:
        """Draws what has moved; what has hardly moved stays as it is until it has."""
        after, before = self._movement.frame(moment), self._number
        if self._movement.enters_at(moment) and self._is_close(after):
            return QRegion()
        part = self._changed(after)
        if part.isEmpty():
            if number is not None:
                self._stay(moment, number, keeps=keeps)
            return QRegion()
        self._moment, self._number, self._posture = moment, number, after
        if keeps and before is not None and number is not None and self._reel.has_room(number):
            return self._draw_and_keep(part, before, number, after)
        return self._paint(part, after)

    def _stay(self, moment: FigureMoment, number: Number, *, keeps: bool) -> None:
        """Leaves the picture; where a turn begins it counts as the frame there: each turn goes by the same ones."""
        before, begins = self._number, number[2] % max(1, number[1] // self._turns) == 0
        if before is None or begins:
            self._moment, self._number, self._posture = moment, number, self._posture_shown()
        if before is not None and keeps:
            self._reel.keep(before, number, AGREES if begins else STAYS)

    def _draw_and_keep(self, part: QRect, before: Number, number: Number, after: Posture) -> QRegion:
        part_of_picture = scaled(part, self._ratio) & self.picture.rect()
        was = comparable(self.picture, part_of_picture)
        drawn = self._paint(part, after)
        self._keeping = self._kept(was, part_of_picture, before, number)
        return drawn if self._is_beside else [change.region for change in self._keeping][-1]

    def _kept(self, was: QImage, part: QRect, before: Number, number: Number) -> Iterator[Change]:
        """Keeps the way from the frame before; the way back as well for who goes back as they came.

        Bit by bit; what it is comes after the last one.
        """
        now, corner = comparable(self.picture, part), part.topLeft()
        tiles: list[QRect] = []
        for found in differing_in_bands(was, now):
            yield STAYS
            tiles += found
        change = change_to(now, tiles, corner, self._ratio)
        self._reel.keep(before, number, change)
        if self._goes_back and before[2] < number[2]:
            for place in range(before[2] + 1, number[2]):
                self._reel.keep(number, (*number[:2], place), STAYS)
            self._reel.keep(number, before, change_to(was, tiles, corner, self._ratio))
        yield change

    def _changed(self, after: Posture) -> QRect:
        if self._moment is None:
            return self._box.toAlignedRect()
        return changed_rect(self._box, self._posture_shown() or after, after).toAlignedRect()

    def _is_close(self, after: Posture) -> bool:
        shown = self._posture_shown()
        return shown is not None and furthest(self._box, shown, after) < FURTHER

    def _posture_shown(self) -> Posture | None:
        return self._posture or (self._movement.frame(self._moment) if self._moment is not None else None)

    def _paint(self, part: QRect, posture: Posture) -> QRegion:
        """Draws a part of the picture anew; of it what was covered by the last drawing or is by this one."""
        drawing = self._painter.drawing(self._box, posture, self._ratio)
        covers = drawing.covered()
        region = QRegion(part) if self._covered is None else (self._covered + covers) & part
        self._covered = covers
        with QPainter(self.picture) as painter:
            for rect in region:  # type: ignore[attr-defined] # the stubs have forgotten it
                painter.fillRect(rect, self._colour)
            painter.setClipRect(part)
            drawing.draw(painter)
        return region

    def _put(self, change: Change) -> None:
        self._covered = None  # the drawing of what is to be seen now is not known
        with QPainter(self.picture) as painter:
            painter.scale(1 / self._ratio, 1 / self._ratio)
            for corner, image in change.patches:
                painter.drawImage(corner, image)
