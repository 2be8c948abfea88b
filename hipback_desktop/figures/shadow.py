"""Where the soft shadow under a person lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.skeleton import POINTS

if TYPE_CHECKING:
    from hipback_desktop.figures.posture import Posture

SHADOW_HEIGHT: Final = 0.030
_NEAR_THE_FLOOR: Final = 0.30


def shadow_of(posture: Posture) -> tuple[float, float, float]:
    """The shadow of whatever is near the floor: its middle in the picture, and half its width."""
    points = posture.body.points
    near = [points[name] for name in POINTS if points[name][1] < _NEAR_THE_FLOOR]
    seen = [posture.camera.seen((x, 0.0, z)) for x, _, z in near]
    left, right = min(x for x, _, _ in seen), max(x for x, _, _ in seen)
    return (left + right) / 2, sum(y for _, y, _ in seen) / len(seen), (right - left) / 2 + 0.09
