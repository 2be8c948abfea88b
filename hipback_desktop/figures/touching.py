"""Hands that lie on a leg although their arm is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.joints import SIDES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hipback_desktop.figures.posture import Posture
    from hipback_desktop.figures.vector import Vec

_BONES: Final = (("hip", "knee", 0.072, 0.054), ("knee", "ankle", 0.052, 0.034), ("heel", "toes", 0.030, 0.026))
"""Of a leg: how near to each end of a bone a hand is on it."""
_NEARER: Final = 0.025
"""So much nearer to the eye than the bone, a hand is in front of the leg."""


def with_hands_on_legs(order: Sequence[str], posture: Posture) -> list[str]:
    """The order of the parts, with hands drawn once more after a leg they lie on."""
    found = list(order)
    for side in SIDES:
        legs = [leg for leg in ("right_leg", "left_leg") if order.index(f"{side}_arm") < order.index(leg)]
        held = [found.index(leg) for leg in legs if _is_on(posture, side, leg.partition("_")[0])]
        if held:
            found.insert(max(held) + 1, f"{side}_hand")
    return found


def _is_on(posture: Posture, hand: str, leg: str) -> bool:
    points = posture.points
    return any(
        _is_before(points[f"{hand}_{spot}"], points[f"{leg}_{start}"], points[f"{leg}_{end}"], thick, thin)
        for spot in ("knuckles", "fingertips")
        for start, end, thick, thin in _BONES
    )


def _is_before(spot: Vec, start: Vec, end: Vec, thick: float, thin: float) -> bool:
    """Whether a spot covers a bone in the picture, and is nearer to the eye."""
    if spot[2] - min(start[2], end[2]) <= _NEARER:
        return False  # most spots, at no cost
    dx, dy = end[0] - start[0], end[1] - start[1]
    x, y = spot[0] - start[0], spot[1] - start[1]
    along = max(0.0, min(1.0, (x * dx + y * dy) / (dx * dx + dy * dy or 1.0)))
    near = thick + (thin - thick) * along
    if (x - dx * along) ** 2 + (y - dy * along) ** 2 > near * near:
        return False
    return spot[2] - start[2] - (end[2] - start[2]) * along > _NEARER
