"""Hands and feet that would go through the floor are lifted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipback_desktop.figures import skeleton
from hipback_desktop.figures.joints import INDEX, SIDES
from hipback_desktop.figures.kinematics import Body, set_foot, set_hand
from hipback_desktop.figures.two_bones import bend_arm, bend_leg
from hipback_desktop.figures.vector import add

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hipback_desktop.figures.joints import Angles
    from hipback_desktop.figures.vector import Vec

_LEAST: Final = 1e-4
_DEEP: Final = 0.02
"""From here on a limb counts as held."""
_FOOT: Final = ("ankle", "heel", "ball", "toes")
_HAND: Final = ("wrist", "hand", "fingertips")


def above(floor: float, body: Body, angles: Angles) -> Body:
    """The body with knees and elbows bent so far that no hand or foot is below a floor."""
    points, frames = dict(body.points), dict(body.frames)
    for side in SIDES:
        deep = floor - _lowest_of(points, side, _FOOT)
        if deep > _LEAST:
            foot, place = frames[f"{side}_foot"], add(points[f"{side}_ankle"], (0.0, deep, 0.0))
            bend_leg(side, place, angles, points, frames, min(1.0, deep / _DEEP))
            set_foot(side, points[f"{side}_ankle"], foot, angles[INDEX[f"{side}.toes.lift"]], points, frames)
        deep = floor - _lowest_of(points, side, _HAND)
        if deep > _LEAST:
            hand, place = frames[f"{side}_hand"], add(points[f"{side}_wrist"], (0.0, deep, 0.0))
            bend_arm(side, place, angles, points, frames, min(1.0, deep / _DEEP))
            set_hand(side, points[f"{side}_wrist"], hand, angles[INDEX[f"{side}.fingers.curl"]], points, frames)
    return Body(points, frames)


def _lowest_of(points: Mapping[str, Vec], side: str, names: Sequence[str]) -> float:
    return min(points[f"{side}_{name}"][1] - skeleton.RADIUS[name] for name in names)
