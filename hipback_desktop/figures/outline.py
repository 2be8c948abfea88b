"""The outlines of body parts in the picture, from ellipses of flesh around bones: pure geometry."""

from __future__ import annotations

from math import atan2, cos, hypot, pi, sin, sqrt
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures import skeleton
from hipback_desktop.figures.vector import ORIGIN, placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hipback_desktop.figures.vector import Frame, Vec

Point = tuple[float, float]
Edges = tuple[list[Point], list[Point]]
Station = tuple[float, float, float, float]
"""Along a bone from 0 to 1: how thick to the front, to the back, and to either side."""

FLESH: Final[Mapping[str, tuple[Station, ...]]] = MappingProxyType(
    {
        "thigh": (
            (0.00, 0.062, 0.066, 0.056),
            (0.22, 0.069, 0.067, 0.060),
            (0.50, 0.062, 0.058, 0.055),
            (0.82, 0.045, 0.043, 0.044),
            (1.00, 0.040, 0.038, 0.040),
        ),
        "shin": (
            (0.00, 0.040, 0.038, 0.040),
            (0.14, 0.035, 0.043, 0.040),
            (0.32, 0.032, 0.052, 0.043),
            (0.62, 0.027, 0.037, 0.033),
            (0.88, 0.023, 0.024, 0.024),
            (1.00, 0.023, 0.024, 0.023),
        ),
        "upper_arm": (
            (0.08, 0.028, 0.029, 0.028),
            (0.26, 0.037, 0.036, 0.034),
            (0.70, 0.030, 0.029, 0.028),
            (1.00, 0.025, 0.026, 0.026),
        ),
        "forearm": (
            (0.00, 0.025, 0.026, 0.026),
            (0.24, 0.030, 0.028, 0.030),
            (0.70, 0.021, 0.021, 0.023),
            (1.00, 0.016, 0.016, 0.019),
        ),
        "palm": ((0.00, 0.016, 0.016, 0.018), (0.55, 0.013, 0.015, 0.025), (1.00, 0.011, 0.012, 0.024)),
        "fingers": ((0.00, 0.011, 0.012, 0.023), (0.60, 0.009, 0.010, 0.019), (1.00, 0.007, 0.008, 0.010)),
    }
)

TORSO: Final = (
    # the frame, how far up in it, then how thick to the front, to the back and to either side
    ("pelvis", -0.058, 0.030, 0.040, 0.052),
    ("pelvis", -0.034, 0.050, 0.066, 0.088),
    ("pelvis", 0.002, 0.055, 0.075, 0.099),
    ("pelvis", 0.040, 0.054, 0.064, 0.091),
    ("low_back", 0.028, 0.052, 0.050, 0.080),
    ("low_back", 0.072, 0.053, 0.047, 0.078),
    ("upper_back", 0.012, 0.060, 0.055, 0.087),
    ("upper_back", 0.060, 0.064, 0.064, 0.102),
    ("upper_back", 0.101, 0.053, 0.062, 0.114),
    ("upper_back", 0.122, 0.040, 0.050, 0.104),
    ("upper_back", 0.136, 0.032, 0.042, 0.069),
    ("upper_back", 0.144, 0.027, 0.033, 0.042),
    ("upper_back", 0.152, 0.016, 0.020, 0.020),
)
EDGE: Final = 0.0045
"""The fine line around every part."""
WAIST: Final = 4
"""The station of the torso where the top ends and the trousers begin."""
LINE: Final[Mapping[int, float]] = MappingProxyType({0: 0.0, 1: 0.5, 7: 0.6, 8: 0.0, 9: 0.3})
"""By station, how much of the line around the torso is left where legs and arms grow out of it."""
BREATHING: Final[Mapping[int, float]] = MappingProxyType({3: 0.008, 4: 0.025, 5: 0.030, 6: 0.018, 7: 0.007})
"""How much a full breath adds to the front, by station."""


_EIGHT: Final = ((1, 0), (0.707, 0.707), (0, 1), (-0.707, 0.707), (-1, 0), (-0.707, -0.707), (0, -1), (0.707, -0.707))


def thickness(frame: Frame, across: Point, front: float, back: float, side: float) -> float:
    """How far the ellipse of flesh around a bone reaches to one side of it in the picture."""
    depth = frame[0][0] * across[0] + frame[0][1] * across[1]
    width = frame[2][0] * across[0] + frame[2][1] * across[1]
    return hypot(depth * (front if depth > 0 else back), width * side)


def bone_outline(
    start: Vec, end: Vec, frame: Frame, flesh: Sequence[Station], *, grows: bool = False, goes_on: bool = False
) -> tuple[list[Point], list[Point]]:
    """The outline of a limb with round ends, and the same a fine line wider.

    Where the limb grows out of the trunk the line begins a little further on, where it goes on it ends before.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    size = hypot(dx, dy)
    if size < 1e-6:
        dx, dy, size = 1e-6, 0.0, 1e-6
    ax, ay = -dy / size, dx / size
    inner: Edges = ([], [])
    outer: Edges = ([], [])
    for along, front, back, side in flesh:
        x, y = start[0] + dx * along, start[1] + dy * along
        here = thickness(frame, (ax, ay), front, back, side)
        there = thickness(frame, (-ax, -ay), front, back, side)
        line = EDGE * min(1.0, (along - flesh[0][0]) / 0.18 if grows else 1.0, (1 - along) / 0.22 if goes_on else 1.0)
        for edges, more in ((inner, 0.0), (outer, line)):
            edges[0].append((x + ax * (here + more), y + ay * (here + more)))
            edges[1].append((x - ax * (there + more), y - ay * (there + more)))
    way = (dx / size, dy / size)
    return _closed(inner, way), _closed(outer, way)


def _closed(edges: Edges, way: Point) -> list[Point]:
    one, other = edges
    first, last = _cap(other[0], one[0], (-way[0], -way[1])), _cap(one[-1], other[-1], way)
    return [*first, *one, *last, *reversed(other)]


def _cap(one: Point, other: Point, outwards: Point) -> list[Point]:
    """Points of a half circle between two edges."""
    x, y = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
    ax, ay = one[0] - x, one[1] - y
    radius = hypot(ax, ay)
    bx, by = outwards[0] * radius, outwards[1] * radius
    return [(x + ax * a + bx * b, y + ay * a + by * b) for a, b in ((0.707, 0.707), (0.0, 1.0), (-0.707, 0.707))]


def capsule(start: Vec, end: Vec, radius: float, line: float) -> tuple[list[Point], list[Point]]:
    """A straight round piece and the same a fine line wider."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    size = hypot(dx, dy) or 1.0
    shapes = []
    for r in (radius, radius + line):
        ax, ay = -dy / size * r, dx / size * r
        one = [(start[0] + ax, start[1] + ay), (end[0] + ax, end[1] + ay)]
        other = [(start[0] - ax, start[1] - ay), (end[0] - ax, end[1] - ay)]
        shapes.append(_closed((one, other), (dx / size, dy / size)))
    return shapes[0], shapes[1]


def wrapped(balls: Iterable[tuple[float, float, float]], line: float) -> tuple[list[Point], list[Point]]:
    """What a skin around balls (x, y, radius) looks like, and the same a fine line wider."""
    points: dict[Point, Point] = {}
    for x, y, radius in balls:
        for across, up in _EIGHT:
            points[x + across * radius, y + up * radius] = (across * line, up * line)
    inner = hull(points)[::-1]  # clockwise, as all outlines
    return inner, [(x + points[x, y][0], y + points[x, y][1]) for x, y in inner]


def torso_places(pelvis: Frame, low: Frame, upper: Frame) -> list[tuple[Frame, Point]]:
    """The frame of each station of the torso and where its middle is; the middle of the hips is the origin."""
    base = placed(ORIGIN, pelvis, skeleton.SPINE_BASE)
    starts = {"pelvis": ORIGIN, "low_back": base, "upper_back": placed(base, low, (0.0, skeleton.LOW_BACK, 0.0))}
    frames = {"pelvis": pelvis, "low_back": low, "upper_back": upper}
    places = []
    for name, up, *_ in TORSO:
        start, axis = starts[name], frames[name][1]
        places.append((frames[name], (start[0] + axis[0] * up, start[1] + axis[1] * up)))
    return places


def torso_outline(pelvis: Frame, low: Frame, upper: Frame, breath: float) -> tuple[list[Point], list[Point]]:
    """The torso from the seat to the neck and back around the middle of the hips, and the same a fine line wider.

    The line fades out where legs and arms grow out of it.
    """
    places = torso_places(pelvis, low, upper)
    inner: Edges = ([], [])
    outer: Edges = ([], [])
    last = len(places) - 1
    for index, (_, _, front, back, side) in enumerate(TORSO):
        frame, (x, y) = places[index]
        before, after = places[max(index - 1, 0)][1], places[min(index + 1, last)][1]
        dx, dy = after[0] - before[0], after[1] - before[1]
        size = hypot(dx, dy) or 1.0
        ax, ay = -dy / size, dx / size
        full = front + BREATHING.get(index, 0.0) * breath
        here = thickness(frame, (ax, ay), full, back, side)
        there = thickness(frame, (-ax, -ay), full, back, side)
        for edges, more in ((inner, 0.0), (outer, EDGE * LINE.get(index, 1.0))):
            edges[0].append((x + ax * (here + more), y + ay * (here + more)))
            edges[1].append((x - ax * (there + more), y - ay * (there + more)))
    return [*inner[0], *reversed(inner[1])], [*outer[0], *reversed(outer[1])]


def hull(points: Iterable[Point]) -> list[Point]:
    """The points on the outside, in order (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return _half(ordered)[:-1] + _half(ordered[::-1])[:-1]


def _half(ordered: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for x, y in ordered:
        while len(chain) > 1 and (chain[-1][0] - chain[-2][0]) * (y - chain[-2][1]) <= (chain[-1][1] - chain[-2][1]) * (
            x - chain[-2][0]
        ):
            chain.pop()
        chain.append((x, y))
    return chain


def ellipse_of(frame: Frame, radii: Vec) -> tuple[float, float, float]:
    """How an ellipsoid looks: the half axes of its ellipse in the picture and the angle of the first, in degrees."""
    xx = xy = yy = 0.0
    for axis, radius in zip(frame, radii, strict=True):
        xx += (axis[0] * radius) ** 2
        xy += axis[0] * axis[1] * radius * radius
        yy += (axis[1] * radius) ** 2
    middle, spread = (xx + yy) / 2, hypot((xx - yy) / 2, xy)
    angle = atan2(xy, (xx - yy) / 2) / 2
    return sqrt(middle + spread), sqrt(max(middle - spread, 1e-9)), angle * 180 / pi


def ring(count: int) -> list[Point]:
    """Points around a circle of radius 1."""
    return [(cos(2 * pi * step / count), sin(2 * pi * step / count)) for step in range(count)]
