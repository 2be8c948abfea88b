"""The marks on the floor that pass under who goes on and on, the picture staying with them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import copysign, floor
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hipback_desktop.figures.arrow import Arrow
    from hipback_desktop.figures.camera import Camera
    from hipback_desktop.figures.kinematics import Body
    from hipback_desktop.figures.posture import Window

WAY: Final = "way"
_SIZE: Final = 0.024
_BELOW: Final = 0.034
"""How far under the lowest that is seen otherwise the marks lie."""
_APART: Final = 0.16
"""About how far apart, if they are not further: there are whole ones in a turn, so that it ends as it begins."""
_LEAST: Final = 0.004
GOES_AT_LEAST: Final = 0.05
"""In body heights; less in a turn is no way."""
_FEET: Final = ("right_ball", "left_ball")


@dataclass(frozen=True, slots=True)
class Way:
    """Marks in the form of arrowheads.

    ``passed`` is how far the floor has gone to the right of the picture at even shares of a turn, ``left`` to
    ``right`` where it is seen, ``height`` where it lies.
    """

    passed: tuple[float, ...]
    left: float
    right: float
    height: float

    @property
    def length(self) -> float:
        """How far it goes in a turn."""
        return abs(self.passed[-1])

    def arrow(self, share: float, _body: Body, camera: Camera) -> Arrow:
        """The marks where they are now, growing as they come and shrinking as they go."""
        at, steps = share * (len(self.passed) - 1), len(self.passed) - 1
        before = min(floor(at), steps - 1)
        here = self.passed[before] + (self.passed[before + 1] - self.passed[before]) * (at - before)
        whole, over = self.length, -1.0 if camera.mirrored else 1.0
        apart = whole / max(1, round(whole / _APART))
        first, last = floor((self.left - here) / apart), floor((self.right - here) / apart)
        marks = []
        for number in range(first + 1, last + 1):
            x = here + number * apart
            size = min(_SIZE, (x - self.left) / 2, (self.right - x) / 2)
            if size < _LEAST:
                continue
            back = x + copysign(size, self.passed[-1])
            spots = ((back, self.height + size), (x, self.height), (back, self.height - size))
            marks.append(tuple((spot_x * over, y) for spot_x, y in spots))
        return tuple(marks)

    def shown_in(self, window: Window) -> Window:
        """A window as large as to show the marks too."""
        return window[0], min(window[1], self.height - _BELOW), window[2], window[3]


def way_of(bodies: Iterable[Body], camera: Camera, window: Window) -> Way:
    """The way of a turn of the movement: the floor stays under the foot that stands on it."""
    steps = [
        (camera.seen(after.points[foot])[0] - camera.seen(before.points[foot])[0])
        for before, after in pairwise(bodies)
        for foot in [min(_FEET, key=lambda it: max(before.points[it][1], after.points[it][1]))]
    ]
    return Way(tuple(accumulate(steps, initial=0.0)), window[0], window[2], window[1])
