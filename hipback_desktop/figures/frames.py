"""The frames of a figure in a place: what comes again is worked out only once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.figure import MotionKind
from hipback_desktop.figures.painter import changed_rect

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from hipback_desktop.figures.drawing import Drawing
    from hipback_desktop.figures.moment import FigureMoment
    from hipback_desktop.figures.movement import Movement
    from hipback_desktop.figures.painter import FigurePainter
    from hipback_desktop.figures.posture import Posture

FRAMES_A_SECOND: Final = MappingProxyType(
    {MotionKind.HOLD: 4, MotionKind.ROLL: 12, MotionKind.REPS: 20, MotionKind.CYCLE: 20}
)
"""As many as its motion needs to look smooth: a breath moves the body by a pixel a second, a step by a hundred."""
MOST_KEPT: Final = 256
_ALMOST: Final = 1e-6
"""So that rounding does not show the frame before at the moment one begins."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A posture; ``number`` counts the frames of a period, None where none comes again."""

    posture: Posture
    number: int | None = None


class Frames:
    """Of a movement whose frames come again, each is kept from the first time on; of one side, at one pace."""

    def __init__(self, movement: Movement, painter: FigurePainter, box: QRectF, ratio: float) -> None:
        self._movement = movement
        self._painter = painter
        self._box = box
        self._ratio = ratio
        self._kept: dict[int, Frame] = {}
        self._drawings: dict[int, Drawing] = {}
        self._changes: dict[tuple[int, int], QRectF] = {}

    def at(self, moment: FigureMoment) -> Frame:
        """The frame of a moment; where frames come again, that of the part of a second it lies in."""
        period = self._movement.period(moment)
        if period is None:
            return Frame(self._movement.frame(moment))
        begins_at, seconds = period
        count = max(1, round(seconds * FRAMES_A_SECOND[self._movement.figure.motion.kind]))
        number = int((moment.seconds - begins_at) / seconds % 1 * count + _ALMOST) % count
        if number not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            first = replace(moment, seconds=begins_at + number * seconds / count)
            self._kept[number] = Frame(self._movement.frame(first), number)
        return self._kept[number]

    def drawing(self, frame: Frame) -> Drawing:
        """How a frame is drawn."""
        if frame.number is None:
            return self._painter.drawing(self._box, frame.posture, self._ratio)
        if frame.number not in self._drawings:
            if len(self._drawings) >= MOST_KEPT:
                self._drawings.clear()
            self._drawings[frame.number] = self._painter.drawing(self._box, frame.posture, self._ratio)
        return self._drawings[frame.number]

    def change(self, before: Frame, after: Frame) -> QRectF:
        """The part of the place that has to be painted again; empty when nothing moves."""
        if before.number is None or after.number is None:
            return changed_rect(self._box, before.posture, after.posture)
        key = before.number, after.number
        if key not in self._changes:
            if len(self._changes) >= MOST_KEPT:
                self._changes.clear()
            self._changes[key] = changed_rect(self._box, before.posture, after.posture)
        return self._changes[key]
