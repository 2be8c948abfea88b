"""The angles a pose is written in, each with the range a person can reach.

Degrees, in the words of anatomy. The ranges are the normal adult ones of the American Academy of Orthopaedic Surgeons
("Joint Motion", also in CDC's "Normal Joint Range of Motion Study"), and of White and Panjabi for the spine; where
an exercise uses the weight of the body or the hands to go further, the wider passive range stands with a comment.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

Angles = tuple[float, ...]
"""One value for each of ``CHANNELS``."""


@dataclass(frozen=True, slots=True)
class Range:
    """How far a joint goes, in degrees (a shift: in body heights), and whether a mirror changes its sign."""

    least: float
    most: float
    turns_over: bool = False


_TRUNK: Final[Mapping[str, Mapping[str, Range]]] = MappingProxyType(
    {
        # the pelvis in the world: pitch forwards (lying on the front 90, on the back -90), roll and turn to the right
        "pelvis": {"pitch": Range(-180, 180), "roll": Range(-180, 180, True), "turn": Range(-180, 180, True)},
        # how far the first pin is moved from where it is, in body heights
        "shift": {"forward": Range(-1, 1), "up": Range(-1, 1), "side": Range(-1, 1, True)},
        "low_back": {"flex": Range(-25, 60), "bend": Range(-25, 25, True), "twist": Range(-10, 10, True)},
        "upper_back": {"flex": Range(-20, 45), "bend": Range(-25, 25, True), "twist": Range(-38, 38, True)},
        "neck": {"flex": Range(-60, 50), "bend": Range(-45, 45, True), "twist": Range(-80, 80, True)},
    }
)
_SIDED: Final[Mapping[str, Mapping[str, Range]]] = MappingProxyType(
    {
        # AAOS 120/30, 45/30, 45/45; hands pull a thigh to 140, a bent hip opens further (butterfly, figure-four)
        "hip": {"flex": Range(-30, 140), "abduct": Range(-35, 75), "rotate": Range(-45, 80)},
        "knee": {"flex": Range(-3, 158)},  # AAOS 135; heel to buttock about 155
        "ankle": {"point": Range(-35, 65)},  # AAOS 20 up, 50 down; a lunge loads it to 35, kneeling points it to 65
        "toes": {"lift": Range(-40, 88)},  # AAOS 70 up at the big toe, more under load
        # AAOS 180/60, 180, 70/90; leaning on the hands behind takes the arm a little further back
        "shoulder": {"raise": Range(-65, 185), "spread": Range(-50, 180), "rotate": Range(-90, 100)},
        "elbow": {"flex": Range(-5, 152)},
        "forearm": {"turn": Range(-90, 90)},  # palm forward -90, to the thigh 0, back 90
        "wrist": {"bend": Range(-95, 80)},  # AAOS 70 back; the floor presses it to a right angle
        "fingers": {"curl": Range(0, 110)},
    }
)
SIDES: Final = ("right", "left")


def _channels() -> dict[str, Range]:
    found = {f"{joint}.{angle}": it for joint, angles in _TRUNK.items() for angle, it in angles.items()}
    for side in SIDES:
        found |= {f"{side}.{joint}.{angle}": it for joint, angles in _SIDED.items() for angle, it in angles.items()}
    return found


RANGES: Final[Mapping[str, Range]] = MappingProxyType(_channels())
CHANNELS: Final = tuple(RANGES)
INDEX: Final[Mapping[str, int]] = MappingProxyType({name: index for index, name in enumerate(CHANNELS)})
TRUNK_JOINTS: Final = _TRUNK
SIDED_JOINTS: Final = _SIDED
NEUTRAL: Final[Mapping[str, float]] = MappingProxyType(
    {f"{side}.{name}": value for side in SIDES for name, value in (("elbow.flex", 8.0), ("fingers.curl", 20.0))}
)
"""What a joint does when nothing is said: arms hang a little bent."""


def angles_of(written: Mapping[str, float]) -> Angles:
    """The angles of a pose from those that are written."""
    return tuple(written.get(name, NEUTRAL.get(name, 0.0)) for name in CHANNELS)


def other_side(name: str) -> str:
    """``right_knee`` for ``left_knee``, ``left.hip.flex`` for ``right.hip.flex``; anything else is its own mirror."""
    for one, other in (("right", "left"), ("left", "right")):
        if name.startswith(one):
            return other + name[len(one) :]
    return name


_MIRROR: Final = tuple((INDEX[other_side(name)], -1.0 if RANGES[name].turns_over else 1.0) for name in CHANNELS)


def mirrored(angles: Angles) -> Angles:
    """The same pose with the sides of the body exchanged."""
    return tuple(angles[index] * sign for index, sign in _MIRROR)
