"""A loop band around both legs: one strand of it is before them, the other behind."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.skeleton import part_of, radius_of
from hipback_desktop.figures.vector import add, between, cross, distance, dot, scaled, sub, unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.vector import Vec

_UPWARDS: Final = MappingProxyType({"ankle": ("ankle", "knee"), "knee": ("knee", "hip")})
_ABOVE: Final = 0.14
"""How far up the bone above the named points it lies."""
_WIDTH: Final = 0.034
_THICK: Final = 0.003
_AT_REST: Final = 0.15
"""How far apart two legs stretch it no further than it is wide."""
_CORNER: Final = 0.707


def strand_of(points: Mapping[str, Vec], names: Sequence[str], line: float, *, before: bool) -> list[Point]:
    """The outline in the picture of the strand before or behind the legs, a line wider; stretched it is narrower."""
    legs = [(points[name], points[name.replace(*_UPWARDS[part_of(name)])]) for name in names]
    one, other = (between(lower, upper, _ABOVE) for lower, upper in legs)
    across = unit(sub(other, one))
    up = add(*(unit(sub(upper, lower)) for lower, upper in legs))
    up = unit(sub(up, scaled(across, dot(up, across))))  # along the band, not along either leg
    out = cross(up, across)
    if (out[2] > 0) is not before:
        out = scaled(out, -1.0)
    radius = radius_of(names[0]) + _THICK
    held = _WIDTH / 2 + line
    drawn_in = _WIDTH / 2 * min(1.0, _AT_REST / max(distance(one, other), _AT_REST)) + line
    end = radius + line

    def around(leg: Vec, outwards: float, sideways: float) -> Vec:
        return add(leg, add(scaled(out, outwards * radius), scaled(across, sideways * end)))

    stations = (
        (around(one, 0.0, -1.0), held),
        (around(one, _CORNER, -_CORNER), held),
        (around(one, 1.0, 0.0), held),
        (around(between(one, other, 0.5), 1.0, 0.0), drawn_in),
        (around(other, 1.0, 0.0), held),
        (around(other, _CORNER, _CORNER), held),
        (around(other, 0.0, 1.0), held),
    )
    upper = [add(place, scaled(up, half))[:2] for place, half in stations]
    lower = [add(place, scaled(up, -half))[:2] for place, half in stations]
    return [*upper, *reversed(lower)]
