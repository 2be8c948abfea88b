"""The torso seen along its length: a skin around its halves, where one outline from seat to neck would cross itself."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.outline import BREATHING, EDGE, LINE, TORSO, WAIST, hull, ring, torso_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.vector import Frame

_ROUND: Final = tuple(ring(20))
_SEEN_ALONG: Final = 0.7
"""From here on: a part of the spine looks no longer than so much of what it is."""

Half = tuple[list["Point"], list["Point"]]
"""An outline, and the same a fine line wider."""


def is_seen_along(spine: Sequence[Frame]) -> bool:
    """Whether the eye looks along a part of the trunk rather than at it."""
    return min(hypot(up[0], up[1]) for _, up, _ in spine) < _SEEN_ALONG


def halves_of(spine: tuple[Frame, Frame, Frame], breath: float) -> tuple[Half, Half]:
    """The torso from the seat to the waist, and from the waist to the neck."""
    rims = [_rim(index, *place, breath) for index, place in enumerate(torso_places(*spine))]
    return _around(rims[: WAIST + 1]), _around(rims[WAIST:])


def _around(rims: Sequence[dict[Point, Point]]) -> Half:
    wider = {spot: further for rim in rims for spot, further in rim.items()}
    inner = hull(wider)
    return inner, [wider[spot] for spot in inner]


def _rim(station: int, frame: Frame, middle: Point, breath: float) -> dict[Point, Point]:
    """The points around the torso at a station of it, each with the one a fine line further out."""
    _, _, front, back, side = TORSO[station]
    front += BREATHING.get(station, 0.0) * breath
    line = EDGE * LINE.get(station, 1.0)
    (fx, fy, _), _, (rx, ry, _) = frame
    x, y = middle
    points = {}
    for ahead, out in _ROUND:
        depth = front if ahead > 0 else back
        near, far = (
            (x + fx * a + rx * b, y + fy * a + ry * b)
            for a, b in ((ahead * depth, out * side), (ahead * (depth + line), out * (side + line)))
        )
        points[near] = far
    return points
