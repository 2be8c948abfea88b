"""Where the soft shadow under a person lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.skeleton import POINTS

if TYPE_CHECKING:
    from hipback_desktop.figures.camera import Camera
    from hipback_desktop.figures.kinematics import Body

Shadow = tuple[float, float, float, float]
"""Its middle in the picture, half its width and half its height."""
_FLATTEST: Final = 0.030
_NEAR_THE_FLOOR: Final = 0.30


def shadow_of(body: Body, camera: Camera) -> Shadow:
    """The shadow of whatever is near the floor: flat from the side, it opens the more the camera looks down."""
    points = body.points
    near = [points[name] for name in POINTS if points[name][1] < _NEAR_THE_FLOOR]
    seen = [camera.seen((x, 0.0, z)) for x, _, z in near]
    left, right = min(x for x, _, _ in seen), max(x for x, _, _ in seen)
    low, high = min(y for _, y, _ in seen), max(y for _, y, _ in seen)
    return (left + right) / 2, (low + high) / 2, (right - left) / 2 + 0.09, max(_FLATTEST, (high - low) / 2)
