"""An orthographic camera: from the world to the picture, where x is right, y is up and z comes towards the eye."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.vector import cross, dot

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

    def seen_frame(self, frame: Frame) -> Frame:
        """The frame of a body part in the picture; in a mirror its right becomes its left."""
        forward, up, right = (self.seen(axis) for axis in frame)
        return forward, up, (-right[0], -right[1], -right[2]) if self.mirrored else right


def camera_at(yaw: float, tilt: float, *, mirrored: bool = False) -> Camera:
    """The camera that looks from a direction: yaw 0 is the side, 90 the front; tilt is how far it looks down."""
    a, b = radians(yaw), radians(tilt)
    towards = (sin(a) * cos(b), sin(b), cos(a) * cos(b))
    right = (cos(a), 0.0, -sin(a))
    return Camera(right, cross(towards, right), towards, mirrored)
