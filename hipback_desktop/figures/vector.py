"""Points and turned frames in three dimensions, as plain tuples: quick enough without an array library."""

from __future__ import annotations

from math import cos, hypot, radians, sin
from typing import Final

Vec = tuple[float, float, float]
Frame = tuple[Vec, Vec, Vec]
"""The axes of a body part: forward, up (towards the head), right."""

ORIGIN: Final[Vec] = (0.0, 0.0, 0.0)
UPRIGHT: Final[Frame] = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def add(a: Vec, b: Vec) -> Vec:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scaled(a: Vec, factor: float) -> Vec:
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def dot(a: Vec, b: Vec) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    return hypot(*a)


def distance(a: Vec, b: Vec) -> float:
    return hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])


def unit(a: Vec, otherwise: Vec = (1.0, 0.0, 0.0)) -> Vec:
    """The direction of a vector, or ``otherwise`` where it has none."""
    size = hypot(*a)
    return scaled(a, 1 / size) if size > 1e-9 else otherwise


def between(a: Vec, b: Vec, share: float) -> Vec:
    """The point a share of the way from one to the other."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def placed(origin: Vec, frame: Frame, local: Vec) -> Vec:
    """Where a point of a body part is in the world."""
    f, u, r = frame
    a, b, c = local
    return (
        origin[0] + f[0] * a + u[0] * b + r[0] * c,
        origin[1] + f[1] * a + u[1] * b + r[1] * c,
        origin[2] + f[2] * a + u[2] * b + r[2] * c,
    )


def turned(frame: Frame, about_right: float, about_forward: float = 0.0, about_up: float = 0.0) -> Frame:
    """The frame turned in degrees about its own axes: first up, then forward, then right (Grood and Suntay's order)."""
    if not about_forward and not about_up:
        return _hinged(frame, radians(about_right))
    a, b, c = radians(about_right), radians(about_forward), radians(about_up)
    ca, sa, cb, sb, cc, sc = cos(a), sin(a), cos(b), sin(b), cos(c), sin(c)
    return (
        placed(ORIGIN, frame, (ca * cc - sa * sb * sc, sa * cc + ca * sb * sc, -cb * sc)),
        placed(ORIGIN, frame, (-sa * cb, ca * cb, sb)),
        placed(ORIGIN, frame, (ca * sc + sa * sb * cc, sa * sc - ca * sb * cc, cb * cc)),
    )


def _hinged(frame: Frame, angle: float) -> Frame:
    """The frame turned about its right only: most joints are hinges."""
    (fx, fy, fz), (ux, uy, uz), right = frame
    c, s = cos(angle), sin(angle)
    return (
        (fx * c + ux * s, fy * c + uy * s, fz * c + uz * s),
        (ux * c - fx * s, uy * c - fy * s, uz * c - fz * s),
        right,
    )


def frame_from(up: Vec, forward_hint: Vec) -> Frame:
    """The frame with exactly this up and a forward as close to the hint as that allows."""
    right = cross(forward_hint, up)
    if length(right) < 1e-6:
        right = cross((0.0, 1.0, 0.0) if abs(up[1]) < 0.9 else (1.0, 0.0, 0.0), up)
    right = unit(right)
    return cross(up, right), up, right
