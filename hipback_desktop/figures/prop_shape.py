"""The sizes of things, in body heights, as boxes and round bodies that are placed in the world."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.figure import PropKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hipback_desktop.figures.figure import Prop
    from hipback_desktop.figures.vector import Vec

ROLLER_RADIUS: Final = 0.043
ROLLER_LENGTH: Final = 0.26
BALL_RADIUS: Final[Mapping[PropKind, float]] = MappingProxyType(
    {PropKind.SMALL_BALL: 0.020, PropKind.LARGE_BALL: 0.070, PropKind.STABILITY_BALL: 0.185}
)
CHAIR_SEAT: Final = 0.262
BENCH: Final = 0.28
"""How high the middle of a machine's bench is."""
CRANK: Final = (0.08, 0.142)
"""The axis of a bike's pedals, forward and up."""
CRANK_RADIUS: Final = 0.045
FLYWHEEL: Final = (0.24, 0.15)
FLYWHEEL_RADIUS: Final = 0.11
WALL_HEIGHT: Final = 1.12
WALL_WIDTH: Final = 0.60


@dataclass(frozen=True, slots=True)
class Box:
    """A box by its middle and its half sizes (forward, up, side); a ``soft`` one has round edges."""

    middle: Vec
    half: Vec
    tone: int = 0
    soft: float = 0.004


_BOXES: Final[Mapping[PropKind, tuple[Box, ...]]] = MappingProxyType(
    {
        # its top is the floor the figure stands on, so that a mat changes no pose
        PropKind.MAT: (Box((0, -0.006, 0), (0.56, 0.005, 0.19), soft=0.008),),
        PropKind.CUSHION: (Box((0, 0.022, 0), (0.079, 0.008, 0.079), soft=0.016),),
        PropKind.STEP: (Box((0, 0.045, 0), (0.11, 0.041, 0.16)),),
        PropKind.WALL: (Box((0.02, WALL_HEIGHT / 2, 0), (0.02, WALL_HEIGHT / 2, WALL_WIDTH / 2)),),
        PropKind.CHAIR: (
            Box((-0.105, 0.13, -0.105), (0.009, 0.13, 0.009), tone=1),
            Box((0.105, 0.13, -0.105), (0.009, 0.13, 0.009), tone=1),
            Box((-0.125, 0.39, 0), (0.010, 0.13, 0.120), soft=0.010),
            Box((0, CHAIR_SEAT - 0.014, 0), (0.130, 0.010, 0.125), soft=0.006),
            Box((-0.105, 0.13, 0.105), (0.009, 0.13, 0.009), tone=1),
            Box((0.105, 0.13, 0.105), (0.009, 0.13, 0.009), tone=1),
        ),
        PropKind.COUCH: (
            Box((-0.18, 0.24, 0), (0.05, 0.24, 0.36), soft=0.02),
            Box((0.02, 0.125, 0), (0.17, 0.125, 0.36), tone=1, soft=0.02),
        ),
        PropKind.MACHINE: (
            Box((0.48, BENCH, 0), (0.075, 0.008, 0.02), tone=1),
            Box((0.55, 0.30, 0), (0.008, 0.025, 0.02), tone=1),
            Box((0.55, 0.32, 0), (0.011, 0.011, 0.17), tone=1),  # to hold on to
            Box((0.66, 0.29, -0.09), (0.008, 0.28, 0.008), tone=1),
            Box((0.66, 0.15, 0), (0.030, 0.13, 0.075)),  # the stack of weights, between its posts
            Box((0.66, 0.29, 0.09), (0.008, 0.28, 0.008), tone=1),
            Box((0.66, 0.575, 0), (0.010, 0.008, 0.095), tone=1),
            Box((0, BENCH, 0), (0.42, 0.018, 0.11), soft=0.012),
            Box((-0.30, 0.13, 0), (0.015, 0.13, 0.09), tone=1),
            Box((0.30, 0.13, 0), (0.015, 0.13, 0.09), tone=1),
            Box((0, 0.012, 0), (0.40, 0.008, 0.03), tone=1),
        ),
        PropKind.BIKE: (
            Box((0, 0.015, 0), (0.30, 0.011, 0.06), tone=1),
            Box((-0.10, 0.24, 0), (0.012, 0.23, 0.012), tone=1),
            Box((-0.10, 0.485, 0), (0.075, 0.012, 0.04), soft=0.010),
            Box((0.24, 0.31, 0), (0.012, 0.30, 0.012), tone=1),
            Box((0.24, 0.615, 0), (0.012, 0.012, 0.11), soft=0.010, tone=1),
            Box((0.07, 0.085, 0), (0.17, 0.010, 0.012), tone=1),
            *(Box((0.275, 0.615, side), (0.045, 0.014, 0.014), soft=0.012, tone=1) for side in (-0.10, 0.10)),
        ),
    }
)
_TOPS: Final[Mapping[PropKind, float]] = MappingProxyType(
    {
        PropKind.CUSHION: 0.042,
        PropKind.STEP: 0.090,
        PropKind.CHAIR: CHAIR_SEAT,
        PropKind.COUCH: 0.270,
        PropKind.MACHINE: 0.310,
        PropKind.BIKE: 0.507,
        PropKind.ROLLER: 2 * ROLLER_RADIUS,
        **{kind: 2 * radius for kind, radius in BALL_RADIUS.items()},
    }
)


def top_of(prop: Prop) -> float:
    """How high a thing is where the body rests on it."""
    return _TOPS.get(prop.kind, 0.0) * prop.size


def boxes_of(prop: Prop) -> Iterator[Box]:
    """The boxes a thing is made of, where it stands, still to be turned about its middle."""
    return iter(_BOXES.get(prop.kind, ()))


def corners_of(prop: Prop, box: Box) -> tuple[Vec, ...]:
    """The eight corners of one of its boxes, in the world."""
    return tuple(
        world(prop, (box.middle[0] + a * box.half[0], box.middle[1] + b * box.half[1], box.middle[2] + c * box.half[2]))
        for a in (-1, 1)
        for b in (-1, 1)
        for c in (-1, 1)
    )


def world(prop: Prop, local: Vec) -> Vec:
    """A point of a thing in the world: made bigger, turned about its upright axis, moved."""
    turn = radians(prop.turn)
    other = 1.0 if prop.kind is PropKind.MAT else prop.size  # a mat only gets longer
    wide, deep = local[0] * prop.size, local[2] * other
    return (
        prop.at[0] + wide * cos(turn) - deep * sin(turn),
        prop.height + local[1] * other,
        prop.at[1] + wide * sin(turn) + deep * cos(turn),
    )


def outline_of(prop: Prop) -> tuple[Vec, ...]:
    """Points in the world that a picture has to show for the whole thing to be in it."""
    if prop.kind is PropKind.ROLLER:
        half, r = ROLLER_LENGTH / 2 * prop.size, ROLLER_RADIUS * prop.size
        ends = (world(prop, (0, r, half / prop.size)), world(prop, (0, r, -half / prop.size)))
        return tuple((x + dx, y + dy, z) for x, y, z in ends for dx in (-r, r) for dy in (-r, r))
    if prop.kind in BALL_RADIUS:
        r = BALL_RADIUS[prop.kind] * prop.size
        x, y, z = world(prop, (0, r / prop.size, 0))
        return tuple((x + dx, y + dy, z) for dx in (-r, r) for dy in (-r, r))
    return tuple(corner for box in boxes_of(prop) for corner in corners_of(prop, box))
