"""The arrow that shows which way a part of the body turns, where the turn itself is hard to see."""

from __future__ import annotations

from math import acos, atan2, cos, pi, radians, sin
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.vector import add, cross, dot, scaled, unit

if TYPE_CHECKING:
    from hipback_desktop.figures.camera import Camera
    from hipback_desktop.figures.kinematics import Body
    from hipback_desktop.figures.outline import Point

ARROWS: Final = ("pelvis",)
_RADIUS: Final = 0.076
_LARGER: Final = 4.5
"""How much longer it is than the turn, which without that would be a straight line to the eye."""
_LEAST: Final = radians(2.5)
_HEAD: Final = 0.046
_HEAD_OPENS: Final = radians(38)
_STEPS: Final = 16

Arrow = tuple[tuple["Point", ...], ...]
"""Its shaft and its head, as lines in the picture; nothing where it is not seen."""


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
    (from_x, from_y), (x, y) = shaft[-2:]
    heading, size = atan2(y - from_y, x - from_x), min(_HEAD, _RADIUS * angle)
    ends = (heading + pi + side for side in (_HEAD_OPENS, -_HEAD_OPENS))
    (ax, ay), (bx, by) = ((x + size * cos(way), y + size * sin(way)) for way in ends)
    return tuple(shaft), ((ax, ay), (x, y), (bx, by))
