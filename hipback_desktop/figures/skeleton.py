"""The proportions of the person, and the points that touch things.

Lengths are parts of body height after Drillis and Contini (1966), as in Winter, "Biomechanics and Motor Control of
Human Movement", fig. 4.1; joint centres of hips and shoulders lie inside the breadths given there.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.figures.vector import Vec

THIGH: Final = 0.245
SHIN: Final = 0.246
UPPER_ARM: Final = 0.186
FOREARM: Final = 0.146
ANKLE_HEIGHT: Final = 0.039
LOW_BACK: Final = 0.110
UPPER_BACK: Final = 0.140
NECK: Final = 0.048
HEAD: Final = 0.052
PALM: Final = 0.052
FINGERS: Final = 0.050

HIP: Final[Vec] = (0.0, 0.0, 0.050)
SPINE_BASE: Final[Vec] = (-0.008, 0.055, 0.0)
SHOULDER: Final[Vec] = (0.0, -0.030, 0.098)
HEEL: Final[Vec] = (-0.025, -0.021, 0.0)
BALL: Final[Vec] = (0.070, -0.023, 0.0)
TOES: Final[Vec] = (0.030, -0.004, 0.0)

RADIUS: Final[Mapping[str, float]] = MappingProxyType(
    {
        "sit": 0.048,
        "buttock": 0.066,
        "belly": 0.052,
        "low_back": 0.056,
        "upper_back": 0.064,
        "chest": 0.056,
        "head": 0.060,
        "hip": 0.050,
        "cheek": 0.048,
        "knee": 0.040,
        "shin": 0.040,
        "ankle": 0.026,
        "foot": ANKLE_HEIGHT,
        "heel": 0.018,
        "ball": 0.016,
        "toes": 0.012,
        "shoulder": 0.040,
        "elbow": 0.026,
        "forearm": 0.026,
        "wrist": 0.019,
        "hand": 0.018,
        "fingertips": 0.010,
    }
)
"""The thickness of the body around each point: so far its centre stays from what it touches."""

TRUNK_POINTS: Final = ("sit", "buttock", "belly", "low_back", "upper_back", "chest", "head")
ONE_BONE: Final = ("knee", "shin", "elbow", "forearm")
"""Points at the end of the first bone of a limb: they are met by aiming that bone."""
TWO_BONES: Final = ("ankle", "foot", "heel", "ball", "toes", "wrist", "hand", "fingertips")
"""Points beyond the second bone: they are met by bending knee or elbow."""
ROOT_ONLY: Final = ("hip", "cheek", "shoulder")
LEG_POINTS: Final = ("knee", "shin", "ankle", "foot", "heel", "ball", "toes")


@cache
def radius_of(point: str) -> float:
    """The thickness around ``right_knee``, ``head``, …"""
    return RADIUS[part_of(point)]


def part_of(point: str) -> str:
    """``knee`` of ``right_knee``."""
    return point.removeprefix("right_").removeprefix("left_")


def side_of(point: str) -> str:
    """``right`` of ``right_knee``, nothing of ``head``."""
    side = point.partition("_")[0]
    return side if side in {"right", "left"} else ""


POINTS: Final = (
    *TRUNK_POINTS,
    *(f"{side}_{name}" for side in ("right", "left") for name in (*ROOT_ONLY, *ONE_BONE, *TWO_BONES)),
)
SURFACES: Final = tuple(name for name in POINTS if part_of(name) not in {"foot", "shin", "forearm"})
"""The points that must not go through a floor; the others are second names of ankle, knee and elbow."""

BONES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        f"{side}_{bone}": (f"{side}_{start}", f"{side}_{end}")
        for side in ("right", "left")
        for bone, start, end in (
            ("thigh", "hip", "knee"),
            ("shin", "knee", "ankle"),
            ("upper_arm", "shoulder", "elbow"),
            ("forearm", "elbow", "wrist"),
        )
    }
)
"""The long bones: from which point to which."""
THICKNESS: Final[Mapping[str, tuple[float, float]]] = MappingProxyType(
    {"thigh": (0.066, 0.044), "shin": (0.046, 0.026), "upper_arm": (0.036, 0.027), "forearm": (0.029, 0.019)}
)
"""How thick a limb is at both ends of a bone."""
FRAME_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        "hip": "pelvis",
        "cheek": "pelvis",
        "sit": "pelvis",
        "buttock": "pelvis",
        "belly": "low_back",
        "low_back": "low_back",
        "chest": "upper_back",
        "upper_back": "upper_back",
        "shoulder": "upper_back",
        "head": "head",
        "knee": "thigh",
        "shin": "shin",
        "ankle": "shin",
        "foot": "foot",
        "heel": "foot",
        "ball": "foot",
        "toes": "foot",
        "elbow": "upper_arm",
        "forearm": "forearm",
        "wrist": "forearm",
        "hand": "hand",
        "fingertips": "hand",
    }
)
"""Which frame says what front, back and outside are at a point."""
