"""What is in front of what, and how far each part of the body is from the eye."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipback_desktop.figures.joints import other_side
from hipback_desktop.figures.touching import with_hands_on_legs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hipback_desktop.figures.figure import Prop
    from hipback_desktop.figures.posture import Posture

_FACES_THE_EYE: Final = 0.2
_SIDEWAYS: Final = 0.35
_BESIDE: Final = 0.06
_JUST_BEFORE: Final = 1e-4
PARTS: Final = ("left_arm", "left_leg", "trunk", "head", "right_leg", "right_arm")
_DEPTH_POINTS: Final = {
    "trunk": ("pelvis", "spine_middle"),
    "head": ("head",),
    **{f"{side}_leg": (f"{side}_hip", f"{side}_knee", f"{side}_ankle") for side in ("right", "left")},
    **{f"{side}_arm": (f"{side}_shoulder", f"{side}_elbow", f"{side}_wrist") for side in ("right", "left")},
}


def back_to_front(posture: Posture) -> list[str]:
    """The parts of the body, the farthest first; a hand on a leg in front of its arm comes once more after it."""
    return with_hands_on_legs(sorted(PARTS, key=lambda part: _drawn_at(posture, part)), posture)


def _drawn_at(posture: Posture, part: str) -> float:
    """The depth of a part; a leg grows out of the trunk without a seam where it is drawn over it.

    On the side that faces the eye it always is, and of a person seen from the front both are, unless they go behind.
    """
    depth, (side, _, limb) = _depth(posture, part), part.partition("_")
    if limb != "leg":
        return depth
    out = _out(posture, side)
    trunk = _depth(posture, "trunk")
    is_over = out > _FACES_THE_EYE or (out > -_SIDEWAYS and depth > trunk - _BESIDE)
    return max(depth, trunk + _JUST_BEFORE) if is_over else depth


def farness(posture: Posture, part: str) -> float:
    """0 for what faces the eye or is in front of all that does, 1 for a limb on the side turned away and behind."""
    side, _, limb = part.partition("_")
    if not limb:
        return 0.0
    out = _out(posture, side)
    turned_away = max(0.0, min(1.0, (-out - 0.25) / 0.5))
    return turned_away * _behind(posture, part) if turned_away else 0.0


def _behind(posture: Posture, part: str) -> float:
    """Whether the trunk or its twin is in front of a limb; between 0 and 1 where they are side by side."""
    order, twin = posture.order, other_side(part)
    if order:
        twins = {twin, twin.replace("_leg", "_thigh"), twin.replace("_thigh", "_leg").replace("_shin", "_leg")}
        return float(order.index(part) < max(order.index(it) for it in {"trunk", *twins}.intersection(order)))
    nearer = max(_depth(posture, "trunk"), _depth(posture, twin))
    return max(0.0, min(1.0, (nearer - _depth(posture, part)) / 0.03))


def sideways(posture: Posture, side: str) -> float:
    """1 for the side of the hips that is turned to the eye, 0 for both of somebody seen from ahead or behind."""
    return max(0.0, min(1.0, (_out(posture, side) - _SIDEWAYS) / 0.25))


def is_over_trunk(posture: Posture, leg: str) -> bool:
    """Whether a leg is drawn over the trunk."""
    order = posture.order
    if not order:
        return _drawn_at(posture, leg) > _depth(posture, "trunk")
    return order.index(leg if leg in order else leg.replace("_leg", "_thigh")) > order.index("trunk")


def _out(posture: Posture, side: str) -> float:
    """How far a side of the hips is turned to the eye, or away."""
    return posture.frames["pelvis"][2][2] * (1.0 if side == "right" else -1.0)


def far_first(posture: Posture, props: Iterable[Prop]) -> list[Prop]:
    """The things in the order to draw them."""
    return sorted(props, key=lambda prop: posture.camera.seen((prop.at[0], 0.0, prop.at[1]))[2])


def _depth(posture: Posture, part: str) -> float:
    points = _DEPTH_POINTS[part]
    return sum(posture.points[point][2] for point in points) / len(points)
