"""Where a thigh grows out of the pelvis: a skin around both, so that no edge of the seat stands out beside the leg."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures import skeleton
from hipback_desktop.figures.outline import EDGE, FLESH, TORSO, hull, ring, thickness
from hipback_desktop.figures.vector import ORIGIN, placed

if TYPE_CHECKING:
    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.vector import Frame

_ROUND: Final = tuple(ring(8))
_SEAT: Final = tuple((TORSO[station], line) for station, line in ((0, 0.0), (1, EDGE), (2, EDGE)))
"""The rims of the pelvis the skin begins at."""
_LEAST: Final = 0.3
"""How far out the skin begins where the other leg has its own beside it."""
_THIGH: Final = FLESH["thigh"][1:3]


def hip_outline(side: str, pelvis: Frame, thigh: Frame, share: float) -> tuple[list[Point], list[Point]]:
    """The skin from the seat to the thigh, around the hip joint, and the same a fine line wider.

    ``share`` is how much of the other half of the pelvis belongs to it: all of it for somebody seen from this side.
    """
    points: dict[Point, Point] = {}
    _add_seat(points, 1.0 if side == "right" else -1.0, pelvis, share)
    _add_thigh(points, thigh)
    inner = hull(points)[::-1]  # clockwise, as all outlines
    return inner, [points[spot] for spot in inner]


def _add_seat(points: dict[Point, Point], sign: float, pelvis: Frame, share: float) -> None:
    """The half of the pelvis on this side, and a share of the other; the line is drawn beside it, not across it."""
    (fx, fy, _), (ux, uy, _), (rx, ry, _) = pelvis
    least = _LEAST - share * (1.0 + _LEAST) - 0.01
    hip = sign * skeleton.HIP[2]
    for ahead, out in _ROUND:
        if out * sign < least:
            continue
        dx, dy = fx * ahead + rx * out, fy * ahead + ry * out
        beside, along = abs(dx * uy - dy * ux), abs(dx * ux + dy * uy)
        shown = max(0.0, 1.0 - along / beside) if beside > 0.01 else 0.0
        for (_, up, front, back, wide), line in _SEAT:
            a, b = ahead * (front if ahead > 0 else back), out * wide - hip
            x, y = ux * up + fx * a + rx * b, uy * up + fy * a + ry * b
            points[x, y] = (x + dx * line * shown, y + dy * line * shown)


def _add_thigh(points: dict[Point, Point], thigh: Frame) -> None:
    """Both edges of the thigh, where it is thickest and half way to the knee."""
    dx, dy, _ = placed(ORIGIN, thigh, (0.0, -skeleton.THIGH, 0.0))
    size = hypot(dx, dy) or 1.0
    for way in (1.0, -1.0):
        ax, ay = -dy / size * way, dx / size * way
        for along, front, back, wide in _THIGH:
            here = thickness(thigh, (ax, ay), front, back, wide)
            x, y = dx * along, dy * along
            points[x + ax * here, y + ay * here] = (x + ax * (here + EDGE), y + ay * (here + EDGE))
