"""Where the soft shadow under a person lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.skeleton import POINTS, part_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hipback_desktop.figures.camera import Camera
    from hipback_desktop.figures.kinematics import Body
    from hipback_desktop.figures.outline import Point

Shadow = tuple[float, float, float, float, float]
"""Its middle in the picture, half its width, half its height, and how far it rises to the right on one to the right."""
_FLATTEST: Final = 0.030
_NEAR_THE_FLOOR: Final = 0.30
_UP: Final = 0.44
"""Hips so high are those of somebody on their feet, whose shadow would only sway with each step."""
_OF_ARMS: Final = frozenset({"shoulder", "elbow", "forearm", "wrist", "hand", "fingertips"})
_OF_WEIGHT: Final = frozenset(name for name in POINTS if part_of(name) not in _OF_ARMS)
"""Arms spread on the floor would open it to a disc, over which the person seems to hover."""


def shadow_of(body: Body, camera: Camera) -> Shadow:
    """The shadow of whatever is near the floor, along the body as it lies; it opens the more the camera looks down."""
    points = body.points
    near = [name for name in POINTS if points[name][1] < _NEAR_THE_FLOOR]
    if _OF_WEIGHT.isdisjoint(near):  # who lies on a bench, of whom but a hand hangs down
        near = list(POINTS)
    seen = {name: camera.seen((points[name][0], 0.0, points[name][2])) for name in near}
    left, right = min(x for x, _, _ in seen.values()), max(x for x, _, _ in seen.values())
    weight = [seen[name][:2] for name in near if name in _OF_WEIGHT]
    rise = _rise([(x, y) for x, y, _ in seen.values()]) * _lies(points["pelvis"][1])
    deep = [y - x * rise for x, y in weight]
    low, high = min(deep), max(deep)
    x = (left + right) / 2
    return x, (low + high) / 2 + x * rise, (right - left) / 2 + 0.09, max(_FLATTEST, (high - low) / 2), rise


def _lies(hips: float) -> float:
    """1 for somebody on the floor, 0 for somebody who stands."""
    return max(0.0, min(1.0, (_UP - hips) / 0.1))


def _rise(spots: Sequence[Point]) -> float:
    """The slope of the line that goes through the middle of spots and as near to all of them as it can."""
    count = len(spots)
    middle_x, middle_y = sum(x for x, _ in spots) / count, sum(y for _, y in spots) / count
    spread = sum((x - middle_x) ** 2 for x, _ in spots)
    return sum((x - middle_x) * (y - middle_y) for x, y in spots) / spread if spread else 0.0
