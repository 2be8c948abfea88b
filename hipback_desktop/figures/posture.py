"""One frame of a figure, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from hipback_desktop.figures.joints import other_side
from hipback_desktop.figures.shadow import shadow_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.figures.arrow import Arrow
    from hipback_desktop.figures.camera import Camera
    from hipback_desktop.figures.figure import Prop
    from hipback_desktop.figures.kinematics import Body
    from hipback_desktop.figures.shadow import Shadow
    from hipback_desktop.figures.vector import Frame, Vec

Window = tuple[float, float, float, float]
"""Left, bottom, right and top of what the picture shows, in body heights."""


@dataclass(frozen=True)
class Posture:
    """The body of a moment, in the world and as the camera sees it.

    In a mirrored one ``points``, ``frames``, ``glow``, ``order`` and the points of things have their sides exchanged:
    what is called right is the right side of the person in the picture. ``breath`` is 0 after breathing out, 1 after
    breathing in, and more where the breath is what it is about.
    """

    body: Body
    camera: Camera
    points: Mapping[str, Vec]
    frames: Mapping[str, Frame]
    window: Window
    props: tuple[Prop, ...]
    glow: tuple[str, ...]
    order: tuple[str, ...]
    breath: float
    arrow: Arrow = ()

    @cached_property
    def shadow(self) -> Shadow:
        """Where the soft shadow lies."""
        return shadow_of(self.body, self.camera)


def posture_of(
    body: Body,
    camera: Camera,
    window: Window,
    props: tuple[Prop, ...],
    glow: tuple[str, ...],
    order: tuple[str, ...],
    breath: float,
) -> Posture:
    """The body as a camera sees it."""
    points, frames = camera.seen_all(body.points), camera.seen_frames(body.frames)
    if not camera.mirrored:
        return Posture(body, camera, points, frames, window, props, glow, order, breath)
    return Posture(
        body,
        camera,
        {other_side(name): point for name, point in points.items()},
        {other_side(name): frame for name, frame in frames.items()},
        (-window[2], window[1], -window[0], window[3]),
        tuple(replace(prop, points=tuple(map(other_side, prop.points))) if prop.points else prop for prop in props),
        tuple(map(other_side, glow)),
        tuple(map(other_side, order)),
        breath,
    )
