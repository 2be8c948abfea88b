"""Body parts that keep their form: what each looks like depends only on how it is turned to the eye.

A part is looked up by its aspect: its frame as the picture shows it, without the turn within the picture. Most of a
movement is such turns, so the outlines of a few aspects draw all of it.
"""

from __future__ import annotations

from math import hypot
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures import skeleton
from hipback_desktop.figures.outline import EDGE, FLESH, bone_outline, capsule, wrapped
from hipback_desktop.figures.vector import ORIGIN, add, placed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.vector import Frame

Turn = tuple[float, float]
"""Cosine and sine of a turn within the picture."""
Aspect = tuple[int, int, int, int, int, int]
"""Where forward, up and right of a part point to in the picture, in steps."""
STEPS: Final = 256
"""Of a part as long as a thigh a step is a fifth of a pixel where the person is 200 pixels tall."""

LENGTHS: Final[Mapping[str, float]] = MappingProxyType(
    {
        "thigh": skeleton.THIGH,
        "shin": skeleton.SHIN,
        "upper_arm": skeleton.UPPER_ARM,
        "forearm": skeleton.FOREARM,
    }
)
CROSSED: Final = "crossed_"
"""Before thigh or shin: drawn apart from the other, with no line around the knee where they meet."""
_GROWS: Final = ("thigh", "upper_arm", "crossed_thigh", "crossed_shin")
"""Parts that grow out of the trunk, or out of a thigh."""
_FOOT: Final = (
    # balls around the heel, the instep and the ball of the foot: forward, up, side, radius
    (-0.024, -0.021, 0.006, 0.018),
    (-0.024, -0.021, -0.006, 0.018),
    (-0.008, -0.006, 0.0, 0.021),
    (0.014, -0.008, 0.0, 0.018),
    (0.070, -0.024, 0.014, 0.0145),
    (0.070, -0.024, -0.014, 0.0145),
)
_TOES: Final = ((-0.004, -0.001, 0.013, 0.0145), (-0.004, -0.001, -0.013, 0.0145), (0.029, -0.003, 0.006, 0.0115),
         (0.027, -0.003, -0.008, 0.0105))  # fmt: skip
_FLAT_FOOT: Final = (*_FOOT[:4], *((*add(skeleton.BALL, (a, b, c)), r) for a, b, c, r in _TOES))
_BALLS: Final = MappingProxyType({"foot": _FOOT, "toes": _TOES, "flat_foot": _FLAT_FOOT})
STRAIGHT: Final = frozenset(_BALLS)
"""Parts whose outline is a polygon."""


def aspect_of(frame: Frame) -> tuple[Turn, Aspect]:
    """How a part lies in the picture: its turn, and its aspect without that turn."""
    turn = _turn_of(frame)
    return turn, aspect_after(turn, frame)


def aspect_after(turn: Turn, frame: Frame, steps: int = STEPS) -> Aspect:
    """The aspect of a part when a turn, its own or that of the part it hangs on, is taken away."""
    c, s = turn
    (fx, fy, _), (ux, uy, _), (rx, ry, _) = frame
    return (
        round((fx * c + fy * s) * steps),
        round((fy * c - fx * s) * steps),
        round((ux * c + uy * s) * steps),
        round((uy * c - ux * s) * steps),
        round((rx * c + ry * s) * steps),
        round((ry * c - rx * s) * steps),
    )


def _turn_of(frame: Frame) -> Turn:
    (fx, fy, _), (ux, uy, _), _ = frame
    size = hypot(ux, uy)
    if size > 0.2:
        return ux / size, uy / size
    size = hypot(fx, fy)  # seen along its bone: turned by where its front looks
    return fx / size, fy / size


def outlines_of(part: str, aspect: Aspect) -> tuple[list[Point], list[Point]]:
    """The outline of a part around the point it starts in, and the same a fine line wider."""
    frame = frame_of(aspect)
    bone = part.removeprefix(CROSSED)
    if bone in LENGTHS:
        end = placed(ORIGIN, frame, (0.0, -LENGTHS[bone], 0.0))
        goes_on = part == "crossed_thigh"
        return bone_outline(ORIGIN, end, frame, FLESH[bone], grows=part in _GROWS, goes_on=goes_on)
    return wrapped([(*placed(ORIGIN, frame, (a, b, c))[:2], r) for a, b, c, r in _BALLS[part]], EDGE)


def hand_outlines(side: str, palm: Aspect, fingers: Aspect) -> list[tuple[list[Point], list[Point]]]:
    """Palm, fingers and thumb, which lies on the inner side of a hand that hangs with its back to the front."""
    frame, out = frame_of(palm), -1.0 if side == "right" else 1.0
    knuckles = placed(ORIGIN, frame, (0.0, -skeleton.PALM, 0.0))
    tips = placed(knuckles, frame_of(fingers), (0.0, -skeleton.FINGERS, 0.0))
    root, end = (placed(ORIGIN, frame, spot) for spot in ((-0.002, -0.018, out * 0.012), (-0.008, -0.052, out * 0.033)))
    return [
        bone_outline(ORIGIN, knuckles, frame, FLESH["palm"], grows=True),
        bone_outline(knuckles, tips, frame_of(fingers), FLESH["fingers"]),
        capsule(root, end, 0.0085, EDGE),
    ]


def frame_of(aspect: Aspect, steps: int = STEPS) -> Frame:
    """The frame of an aspect; the outlines do not ask how deep it reaches."""
    fx, fy, ux, uy, rx, ry = (step / steps for step in aspect)
    return (fx, fy, 0.0), (ux, uy, 0.0), (rx, ry, 0.0)
