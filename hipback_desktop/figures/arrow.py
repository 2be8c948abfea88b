"""The arrows that show a move that is hard to see: how far a part has turned, or the round that a joint goes."""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, atan2, cos, dist, pi, radians, sin
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.vector import add, between, cross, distance, dot, scaled, unit
from hipback_desktop.figures.way import WAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hipback_desktop.figures.camera import Camera
    from hipback_desktop.figures.kinematics import Body
    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.vector import Vec

TURNING: Final = ("pelvis",)
GOING_ROUND: Final = ("right_knee", "right_ankle")
ARROWS: Final = (*TURNING, *GOING_ROUND, WAY)
_RADIUS: Final = 0.076
_LARGER: Final = 4.5
"""How much longer it is than the turn, which without that would be a straight line to the eye."""
_LEAST: Final = radians(2.5)
_SMOOTHED: Final = 12
_HEAD: Final = 0.046
_OF_ROUND: Final = 0.35
"""How long the head of a small round is at most, as a part of it."""
_HEAD_OPENS: Final = radians(38)
_STEPS: Final = 16
_AHEAD: Final = 0.05
"""How far before a joint its arrow points, so that the joint does not lie under it."""

Arrow = tuple[tuple["Point", ...], ...]
"""Its shaft and its head, as lines in the picture; nothing where it is not seen."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A part that turns; ``moves`` are the shares of the work at which it sets out, and from where."""

    part: str
    moves: tuple[tuple[float, Body], ...]

    def arrow(self, share: float, body: Body, camera: Camera) -> Arrow:
        """How it has turned since it set out last."""
        before = next((it for at, it in reversed(self.moves) if at <= share), self.moves[0][1])
        return arrow_of(self.part, before, body, camera)


@dataclass(frozen=True, slots=True)
class Round:
    """A joint that goes round, and the places it comes through."""

    part: str
    places: tuple[Vec, ...]

    def arrow(self, _share: float, body: Body, camera: Camera) -> Arrow:
        """The whole round, its tip a little before the joint."""
        here = body.points[self.part]
        nearest = min(range(len(self.places)), key=lambda index: distance(self.places[index], here))
        seen = [camera.seen(place)[:2] for place in (*self.places[nearest:], *self.places[: nearest + 1])]
        tip = next((at for at in range(1, len(seen)) if dist(seen[at], seen[0]) > _AHEAD), 1)
        shaft = (*seen[tip:], *seen[1 : tip + 1])
        size = min(_HEAD, max(dist(spot, shaft[-1]) for spot in shaft) * _OF_ROUND)
        before = next((spot for spot in reversed(shaft) if dist(spot, shaft[-1]) > size / 2), shaft[-2])
        return shaft, _head(before, shaft[-1], size)


def round_of(part: str, places: Sequence[Vec]) -> Round:
    """The round that a joint goes, without the corners that it has where one pose becomes the next."""
    count, found = len(places), tuple(places)
    for _ in range(_SMOOTHED):
        found = tuple(
            between(between(found[at - 1], found[(at + 1) % count], 0.5), found[at], 0.5) for at in range(count)
        )
    return Round(part, found)


def arrow_of(part: str, before: Body, now: Body, camera: Camera) -> Arrow:
    """An arc around the middle of a part, in the sense of its turn since before, its tip where its front looks now."""
    one, other = before.frames[part][0], now.frames[part][0]
    angle = acos(max(-1.0, min(1.0, dot(one, other))))
    if angle < _LEAST:
        return ()
    behind = cross(other, unit(cross(one, other)))
    shaft = []
    for step in range(_STEPS, -1, -1):
        back = angle * _LARGER * step / _STEPS
        along = add(scaled(other, cos(back)), scaled(behind, sin(back)))
        shaft.append(camera.seen(add(now.points[part], scaled(along, _RADIUS)))[:2])
    return tuple(shaft), _head(shaft[-2], shaft[-1], min(_HEAD, _RADIUS * angle))


def _head(before: Point, tip: Point, size: float) -> tuple[Point, Point, Point]:
    heading = atan2(tip[1] - before[1], tip[0] - before[0])
    ends = (heading + pi + side for side in (_HEAD_OPENS, -_HEAD_OPENS))
    (ax, ay), (bx, by) = ((tip[0] + size * cos(way), tip[1] + size * sin(way)) for way in ends)
    return (ax, ay), tip, (bx, by)
