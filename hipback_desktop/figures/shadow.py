"""Where the soft shadow under a person lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.skeleton import POINTS, part_of

if TYPE_CHECKING:
    from hipback_desktop.figures.camera import Camera
    from hipback_desktop.figures.kinematics import Body

Shadow = tuple[float, float, float, float]
"""Its middle in the picture, half its width and half its height."""
_FLATTEST: Final = 0.030
_NEAR_THE_FLOOR: Final = 0.30
_OF_ARMS: Final = frozenset({"shoulder", "elbow", "forearm", "wrist", "hand", "fingertips"})
_OF_WEIGHT: Final = tuple(name for name in POINTS if part_of(name) not in _OF_ARMS)
"""Arms spread on the floor would open it to a disc, over which the person seems to hover."""


def shadow_of(body: Body, camera: Camera) -> Shadow:
    """The shadow of whatever is near the floor: flat from the side, it opens the more the camera looks down."""
    points = body.points
    near = {name: points[name] for name in POINTS if points[name][1] < _NEAR_THE_FLOOR}
    seen = {name: camera.seen((x, 0.0, z)) for name, (x, _, z) in near.items()}
    left, right = min(x for x, _, _ in seen.values()), max(x for x, _, _ in seen.values())
    deep = [seen[name][1] for name in _OF_WEIGHT if name in seen] or [y for _, y, _ in seen.values()]
    low, high = min(deep), max(deep)
    return (left + right) / 2, (low + high) / 2, (right - left) / 2 + 0.09, max(_FLATTEST, (high - low) / 2)
