"""A limb of two bones bent until its end is where it has to be, its hand or foot hanging on."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures import skeleton
from hipback_desktop.figures.joints import INDEX
from hipback_desktop.figures.kinematics import set_foot, set_hand
from hipback_desktop.figures.vector import (
    add,
    cross,
    distance,
    dot,
    frame_from,
    length,
    placed,
    scaled,
    sub,
    turned,
    unit,
)

if TYPE_CHECKING:
    from hipback_desktop.figures.joints import Angles
    from hipback_desktop.figures.vector import Frame, Vec

_BENT: Final = 0.0005


def bend_leg(
    side: str, ankle: Vec, angles: Angles, points: dict[str, Vec], frames: dict[str, Frame], weight: float = 1.0
) -> None:
    """Bends a knee; one that is held with hardly any weight may stay as straight as it is."""
    hip, thigh = points[f"{side}_hip"], frames[f"{side}_thigh"]
    towards = _swivel(hip, points[f"{side}_knee"], points[f"{side}_ankle"], thigh[0])
    knee, out = _middle_joint(hip, ankle, skeleton.THIGH, skeleton.SHIN, towards, weight)
    _set_bones(side, ("thigh", "shin"), (hip, knee, ankle), out, frames)
    points |= {f"{side}_knee": knee, f"{side}_shin": knee}
    hang_foot(side, placed(knee, frames[f"{side}_shin"], (0, -skeleton.SHIN, 0)), angles, points, frames)


def bend_arm(
    side: str, wrist: Vec, angles: Angles, points: dict[str, Vec], frames: dict[str, Frame], weight: float = 1.0
) -> None:
    """Bends an elbow; one that is held with hardly any weight may stay as straight as it is."""
    shoulder, upper = points[f"{side}_shoulder"], frames[f"{side}_upper_arm"]
    towards = _swivel(shoulder, points[f"{side}_elbow"], points[f"{side}_wrist"], scaled(upper[0], -1))
    elbow, out = _middle_joint(shoulder, wrist, skeleton.UPPER_ARM, skeleton.FOREARM, towards, weight)
    _set_bones(side, ("upper_arm", "forearm"), (shoulder, elbow, wrist), scaled(out, -1), frames)
    points |= {f"{side}_elbow": elbow, f"{side}_forearm": elbow}
    end = placed(elbow, frames[f"{side}_forearm"], (0, -skeleton.FOREARM, 0))
    hang_hand(side, end, angles, points, frames)


def _swivel(start: Vec, middle: Vec, end: Vec, straight: Vec) -> Vec:
    """Where the written angles put knee or elbow, seen from the line between the ends; ``straight`` for no bend."""
    axis = unit(sub(end, start))
    away = sub(middle, start)
    return add(sub(away, scaled(axis, dot(away, axis))), scaled(straight, 0.02))


def _set_bones(
    side: str, bones: tuple[str, str], joints: tuple[Vec, Vec, Vec], out: Vec, frames: dict[str, Frame]
) -> None:
    """Lays two bones between three joints; knee and elbow are hinges, so both share their right."""
    right = cross(unit(sub(joints[2], joints[0])), out)
    for bone, start, end in zip(bones, joints[:2], joints[1:], strict=True):
        up = unit(sub(start, end))
        frames[f"{side}_{bone}"] = (cross(up, right), up, right)


def _middle_joint(start: Vec, end: Vec, first: float, second: float, towards: Vec, weight: float) -> tuple[Vec, Vec]:
    """The joint between two ends and the direction it bends to; ends too far apart leave the limb straight."""
    away = min(max(distance(start, end), abs(first - second) + 1e-4), (first + second) * (1 - _BENT * weight))
    axis = unit(sub(end, start))
    out = sub(towards, scaled(axis, dot(towards, axis)))
    out = unit(out) if length(out) > 1e-6 else frame_from(axis, towards)[0]
    along = (away * away + first * first - second * second) / (2 * away)
    high = sqrt(max(0.0, first * first - along * along))
    return add(start, add(scaled(axis, along), scaled(out, high))), out


def hang_foot(side: str, ankle: Vec, angles: Angles, points: dict[str, Vec], frames: dict[str, Frame]) -> None:
    """Puts the foot to the shin at its written angles."""
    foot = turned(frames[f"{side}_shin"], -angles[INDEX[f"{side}.ankle.point"]])
    set_foot(side, ankle, foot, angles[INDEX[f"{side}.toes.lift"]], points, frames)


def hang_hand(side: str, wrist: Vec, angles: Angles, points: dict[str, Vec], frames: dict[str, Frame]) -> None:
    """Puts the hand to the forearm at its written angles."""
    turn, bend = angles[INDEX[f"{side}.forearm.turn"]] - 90, angles[INDEX[f"{side}.wrist.bend"]]
    hand = turned(turned(frames[f"{side}_forearm"], 0, 0, turn if side == "right" else -turn), -bend)
    set_hand(side, wrist, hand, angles[INDEX[f"{side}.fingers.curl"]], points, frames)
