"""An orthographic camera: from the world to the picture, where x is right, y is up and z comes towards the eye."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.vector import cross, dot, scaled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.figures.vector import Frame, Vec

VIEWS: Final[Mapping[str, float]] = MappingProxyType({"side": 0.0, "front": 90.0, "back": -90.0})
"""Yaw of the named views: the side view sees the right side of a person who faces right."""
TILT: Final = 8.0
"""How far the camera looks down unless told otherwise: enough to see the mat."""


@dataclass(frozen=True, slots=True)
class Camera:
    """The axes of a picture in the world; ``mirrored`` turns the picture over, for the left side."""

    right: Vec
    up: Vec
    towards: Vec
    mirrored: bool = False

    def seen(self, point: Vec) -> Vec:
        """Where a point of the world is in the picture."""
        across = dot(point, self.right)
        return (-across if self.mirrored else across, dot(point, self.up), dot(point, self.towards))

    def seen_all(self, points: Mapping[str, Vec]) -> dict[str, Vec]:
        """Where many points are in the picture: ``seen``, written out because it is done for every frame."""
        (ax, ay, az), (bx, by, bz), (cx, cy, cz) = self._axes()
        return {
            name: (x * ax + y * ay + z * az, x * bx + y * by + z * bz, x * cx + y * cy + z * cz)
            for name, (x, y, z) in points.items()
        }

    def seen_frames(self, frames: Mapping[str, Frame]) -> dict[str, Frame]:
        """The frames of body parts in the picture; in a mirror their right becomes their left."""
        (ax, ay, az), (bx, by, bz), (cx, cy, cz) = self._axes()
        over = -1.0 if self.mirrored else 1.0
        return {
            name: (
                (fx * ax + fy * ay + fz * az, fx * bx + fy * by + fz * bz, fx * cx + fy * cy + fz * cz),
                (ux * ax + uy * ay + uz * az, ux * bx + uy * by + uz * bz, ux * cx + uy * cy + uz * cz),
                (
                    (rx * ax + ry * ay + rz * az) * over,
                    (rx * bx + ry * by + rz * bz) * over,
                    (rx * cx + ry * cy + rz * cz) * over,
                ),
            )
            for name, ((fx, fy, fz), (ux, uy, uz), (rx, ry, rz)) in frames.items()
        }

    def _axes(self) -> Frame:
        across = scaled(self.right, -1.0) if self.mirrored else self.right
        return across, self.up, self.towards


def camera_at(yaw: float, tilt: float, *, mirrored: bool = False) -> Camera:
    """The camera that looks from a direction: yaw 0 is the side, 90 the front; tilt is how far it looks down."""
    a, b = radians(yaw), radians(tilt)
    towards = (sin(a) * cos(b), sin(b), cos(a) * cos(b))
    right = (cos(a), 0.0, -sin(a))
    return Camera(right, cross(towards, right), towards, mirrored)
