"""One frame of a figure, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hipback_desktop.figures.joints import other_side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.figures.camera import Camera
    from hipback_desktop.figures.figure import Prop
    from hipback_desktop.figures.kinematics import Body
    from hipback_desktop.figures.vector import Frame, Vec

Window = tuple[float, float, float, float]
"""Left, bottom, right and top of what the picture shows, in body heights."""


@dataclass(frozen=True, slots=True)
class Posture:
    """The body of a moment, in the world and as the camera sees it.

    In a mirrored one ``points``, ``frames``, ``glow`` and ``order`` have their sides exchanged: what is called right is
    the right side of the person in the picture. ``breath`` is 0 after breathing out, 1 after breathing in.
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

    def named(name: str) -> str:
        return other_side(name) if camera.mirrored else name

    return Posture(
        body,
        camera,
        {named(name): camera.seen(point) for name, point in body.points.items()},
        {named(name): camera.seen_frame(frame) for name, frame in body.frames.items()},
        (-window[2], window[1], -window[0], window[3]) if camera.mirrored else window,
        props,
        tuple(map(named, glow)),
        tuple(map(named, order)),
        breath,
    )
