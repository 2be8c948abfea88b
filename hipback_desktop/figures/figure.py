"""A figure as it is written: poses, what they touch, the things around them, how they follow each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.figures.joints import Angles

FLOOR: Final = "floor"
START: Final = "start"
END: Final = "end"
NO_WAY_IN: Final = "none"
"""In the place of a position that a figure is entered from."""


class MotionKind(StrEnum):
    """What sets the pace of a figure."""

    HOLD = "hold"
    REPS = "reps"
    CYCLE = "cycle"
    ROLL = "roll"


class PropKind(StrEnum):
    """The things a person uses; those of ``core.exercise.Equipment``."""

    MAT = "mat"
    CHAIR = "chair"
    WALL = "wall"
    CUSHION = "cushion"
    COUCH = "couch"
    STRAP = "strap"
    STEP = "step"
    ROLLER = "roller"
    SMALL_BALL = "small_ball"
    LARGE_BALL = "large_ball"
    STABILITY_BALL = "stability_ball"
    BAND = "band"
    WEIGHTS = "weights"
    MACHINE = "machine"
    BIKE = "bike"


@dataclass(frozen=True, slots=True)
class Pose:
    """Joint angles, and the points that are not pinned in this one."""

    angles: Angles
    free: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pin:
    """A point of the body that stays on something: the floor, a thing, or the body itself.

    ``at`` is where, as forward and side; without it, wherever the pose ``by`` puts the point. ``along`` and ``face``
    say where on a part of the body.
    """

    point: str
    on: str = FLOOR
    at: tuple[float, float] | None = None
    height: float | None = None
    along: float = 0.5
    face: str = "front"
    by: str = START


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing: where it stands (forward, side), its height and turn, or the points that hold it.

    ``rolls`` moves it along with the body, as something between the body and the floor does.
    """

    kind: PropKind
    at: tuple[float, float] = (0.0, 0.0)
    height: float = 0.0
    turn: float = 0.0
    size: float = 1.0
    points: tuple[str, ...] = ()
    rolls: bool = False
    in_front: bool = False


@dataclass(frozen=True, slots=True)
class Motion:
    """How poses follow each other: moments from 0 to 1 with the name of a pose.

    A hold plays its path once in ``seconds`` and then breathes between two poses; reps take their pace from the
    exercise; a cycle or roll repeats every ``seconds``. ``belly`` is how deep the belly breathes.
    """

    kind: MotionKind
    path: tuple[tuple[float, str], ...]
    seconds: float = 3.0
    breath: tuple[str, str] = (END, END)
    alternates: bool = False
    belly: float = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """Everything about one figure, written for the right side; ``variants`` are whole figures of their own.

    ``enter`` is the position it is entered from where that is not the one of its exercise, ``arrow`` the part
    whose move cannot be told without one, or the way of steps that lead on.
    """

    id: str
    alt: str
    yaw: float
    tilt: float
    poses: Mapping[str, Pose]
    pins: tuple[Pin, ...]
    motion: Motion
    props: tuple[Prop, ...] = ()
    still: str = END
    glow: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    enter: str = ""
    arrow: str = ""
    variants: Mapping[str, Figure] = field(default_factory=lambda: MappingProxyType({}))
