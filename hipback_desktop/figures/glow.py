"""The working areas of the body: where each one is, and which of them an exercise works."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.exercise import Area, Sides
from hipback_desktop.figures.vector import between, placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hipback_desktop.figures.posture import Posture
    from hipback_desktop.figures.vector import Vec

_PLACES: Final[Mapping[str, tuple[str, Vec, float]]] = MappingProxyType(
    {
        # the frame it moves with, where in it (forward, up, outwards; along a thigh from the hip), how big
        Area.HIP_FLEXORS: ("pelvis", (0.045, -0.015, 0.050), 0.085),
        Area.QUADS: ("thigh", (0.040, 0.50, 0.0), 0.095),
        Area.HAMSTRINGS: ("thigh", (-0.038, 0.50, 0.0), 0.095),
        Area.INNER_THIGH: ("thigh", (0.0, 0.42, -0.035), 0.085),
        Area.GLUTES: ("pelvis", (-0.045, -0.012, 0.050), 0.090),
        Area.DEEP_ROTATORS: ("pelvis", (-0.040, 0.000, 0.070), 0.065),
        Area.OUTER_HIP: ("pelvis", (0.000, 0.005, 0.085), 0.085),
        Area.WHOLE_HIP: ("pelvis", (0.000, -0.005, 0.050), 0.105),
        Area.SIDE_WAIST: ("low_back", (0.000, 0.060, 0.062), 0.085),
        Area.LOWER_BACK: ("low_back", (-0.038, 0.025, 0.0), 0.085),
        Area.CORE: ("low_back", (0.035, 0.045, 0.0), 0.090),
    }
)
_MIDDLE: Final = frozenset({Area.LOWER_BACK, Area.CORE})
GLOWS: Final = (
    *sorted(_MIDDLE),
    *(f"{side}_{area}" for area in Area if area not in _MIDDLE for side in ("right", "left")),
)


def glow_of(areas: Iterable[Area], sides: Sides) -> tuple[str, ...]:
    """What glows for an exercise: the working side where there is one, else both."""
    worked = ("right",) if sides is Sides.EACH else ("right", "left")
    found = (str(area) if area in _MIDDLE else f"{side}_{area}" for area in areas for side in worked)
    return tuple(dict.fromkeys(found))


def parts_of_glow(name: str) -> tuple[str, ...]:
    """The parts of the body a glow is seen on: the trunk, or the leg of its side too."""
    side, _, area = name.partition("_")
    if side not in {"right", "left"} or area == Area.SIDE_WAIST:
        return ("trunk",)
    return (f"{side}_leg",) if _PLACES[area][0] == "thigh" else (f"{side}_leg", "trunk")


def glow_spot(posture: Posture, name: str) -> tuple[Vec, float, float]:
    """Where a glow is, how much it faces the eye (-1 to 1), and how big it is."""
    side, _, area = name.partition("_")
    if side not in {"right", "left"}:
        side, area = "", name
    frame_name, local, size = _PLACES[area]
    out = -local[2] if side == "left" else local[2]
    if frame_name == "thigh":
        frame = posture.frames[f"{side}_thigh"]
        start = between(posture.points[f"{side}_hip"], posture.points[f"{side}_knee"], local[1])
        spot = placed(start, frame, (local[0], 0.0, out))
    else:
        frame = posture.frames[frame_name]
        start = posture.points["pelvis" if frame_name == "pelvis" else "spine_base"]
        spot = placed(start, frame, (local[0], local[1], out))
    return spot, (spot[2] - start[2]) / 0.06, size
