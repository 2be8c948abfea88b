"""What the body touches: pins, and the body that keeps them.

The first pin of a pose places the whole body. Each further one bends the limb it is on until it is met, the knee or
elbow staying on the side the written angles put it. A pin has a weight: 1 holds, 0 is let go, between them it blends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import acos, cos, radians, sin
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures import skeleton
from hipback_desktop.figures.joints import INDEX, other_side
from hipback_desktop.figures.kinematics import Body, body_of, set_foot, set_hand
from hipback_desktop.figures.two_bones import bend_arm, bend_leg, hang_foot, hang_hand
from hipback_desktop.figures.vector import (
    ORIGIN,
    add,
    between,
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
    from collections.abc import Sequence

    from hipback_desktop.figures.joints import Angles
    from hipback_desktop.figures.vector import Frame, Vec

LOWEST: Final = "lowest"
"""In the place of a point: whatever is lowest stands on the floor, the hips staying over one spot."""
_FACES: Final = {
    "front": (1.0, 0.0, 0.0),
    "back": (-1.0, 0.0, 0.0),
    "outer": (0.0, 0.0, 1.0),
    "inner": (0.0, 0.0, -1.0),
    "above": (0.0, 1.0, 0.0),
    "below": (0.0, -1.0, 0.0),
}
FACES: Final = tuple(_FACES)
_WRIST_BENDS: Final = radians(65)
_MET: Final = 1e-4
"""How far from its place a point may stay: a twentieth of a pixel where the person is 480 pixels tall."""
_HAND_TRIES: Final = 6
_HAND_IS_STILL: Final = 0.02


@dataclass(frozen=True, slots=True)
class OnBody:
    """A place on the body itself: a bone or a point, how far along it, and on which face."""

    part: str
    along: float
    face: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a point of the body is to be: a place in the world, with the surface it lies on, or one on the body."""

    point: str
    place: Vec = (0.0, 0.0, 0.0)
    normal: Vec = (0.0, 1.0, 0.0)
    heading: Vec | None = None
    on_body: OnBody | None = None


def swapped(anchor: Anchor, facing: float = 0.0) -> Anchor:
    """An anchor of the other side of a body that faces so many degrees to the right."""
    across = (-sin(radians(facing)), 0.0, cos(radians(facing)))

    def over(vec: Vec) -> Vec:
        return sub(vec, scaled(across, 2 * dot(vec, across)))

    on = anchor.on_body and replace(anchor.on_body, part=other_side(anchor.on_body.part))
    heading = anchor.heading and over(anchor.heading)
    return Anchor(other_side(anchor.point), over(anchor.place), over(anchor.normal), heading, on)


@dataclass(frozen=True, slots=True)
class Holding:
    """The anchors at one moment with their weights; roots place the body, the others bend limbs."""

    roots: tuple[tuple[Anchor, float], ...]
    limbs: tuple[tuple[Anchor, float], ...]


def solved(angles: Angles, holding: Holding) -> Body:
    """The body with these angles that keeps what is held."""
    body = body_of(angles)
    body = body.moved(add(_to_root(body, holding.roots), _shift(angles)))
    points, frames = dict(body.points), dict(body.frames)
    _lay_all_flat(holding.roots, angles, points, frames)
    for anchor, weight in holding.limbs:
        if weight > 0:
            _meet(anchor, weight, angles, points, frames)
    return Body(points, frames)


def lowest(body: Body) -> float:
    """The height of the lowest surface of the body."""
    return min(body.points[name][1] - skeleton.radius_of(name) for name in skeleton.SURFACES)


def target_of(anchor: Anchor, points: dict[str, Vec], frames: dict[str, Frame]) -> Vec:
    """Where the point of an anchor has to be, now."""
    return _surface_of(anchor, points, frames)[0]


def _surface_of(anchor: Anchor, points: dict[str, Vec], frames: dict[str, Frame]) -> tuple[Vec, Vec]:
    """Where the point of an anchor has to be, and which way the surface there looks."""
    if anchor.on_body is None:
        return anchor.place, anchor.normal
    on, side = anchor.on_body, skeleton.side_of(anchor.on_body.part)
    part = skeleton.part_of(on.part)
    forward, up, out = _FACES[on.face]
    if on.part in skeleton.BONES:
        start, end = skeleton.BONES[on.part]
        thick = skeleton.THICKNESS[part]
        centre, radius = between(points[start], points[end], on.along), thick[0] + (thick[1] - thick[0]) * on.along
        frame = frames[on.part]
    else:
        name = skeleton.FRAME_OF[part]
        frame = frames[f"{side}_{name}"] if f"{side}_{name}" in frames else frames[name]
        centre, radius = points[on.part], skeleton.RADIUS[part]
    normal = placed(ORIGIN, frame, (forward, up, -out if side == "left" else out))
    return add(centre, scaled(normal, radius + skeleton.radius_of(anchor.point))), normal


def _to_root(body: Body, roots: Sequence[tuple[Anchor, float]]) -> Vec:
    total = sum(weight for _, weight in roots)
    by = (0.0, 0.0, 0.0)
    for anchor, weight in roots:
        if anchor.point == LOWEST:
            away = (anchor.place[0], anchor.place[1] - lowest(body), anchor.place[2])
        else:
            away = sub(anchor.place, body.points[anchor.point])
        by = add(by, scaled(away, weight / total))
    return by


def _shift(angles: Angles) -> Vec:
    return angles[INDEX["shift.forward"]], angles[INDEX["shift.up"]], angles[INDEX["shift.side"]]


def _lay_all_flat(
    roots: Sequence[tuple[Anchor, float]], angles: Angles, points: dict[str, Vec], frames: dict[str, Frame]
) -> None:
    for anchor, weight in roots:
        if weight > 0:
            _lay_flat(anchor, weight, angles, points, frames)


def _lay_flat(anchor: Anchor, weight: float, angles: Angles, points: dict[str, Vec], frames: dict[str, Frame]) -> None:
    """Lays a foot, shin, hand or forearm along the surface it is pinned to, from the joint where it is."""
    part, side = skeleton.part_of(anchor.point), skeleton.side_of(anchor.point)
    normal = anchor.normal
    if part == "foot":
        frame = frames[f"{side}_foot"]
        up = unit(between(frame[1], normal, weight))
        foot = frame_from(up, between(frame[0], anchor.heading or frame[0], weight))
        set_foot(side, points[f"{side}_ankle"], foot, angles[INDEX[f"{side}.toes.lift"]], points, frames)
    elif part == "shin":
        frame = frames[f"{side}_shin"]
        along = unit(between(frame[1], _in_plane(frame[1], normal), weight))
        shin = frame_from(along, frame[0])
        frames[f"{side}_shin"] = shin
        hang_foot(side, placed(points[f"{side}_knee"], shin, (0, -skeleton.SHIN, 0)), angles, points, frames)
    elif part == "forearm":
        frame = frames[f"{side}_forearm"]
        along = unit(between(frame[1], _in_plane(frame[1], normal), weight))
        forearm = frame_from(along, frame[0])
        frames[f"{side}_forearm"] = forearm
        hang_hand(side, placed(points[f"{side}_elbow"], forearm, (0, -skeleton.FOREARM, 0)), angles, points, frames)
    elif part == "hand":
        hand = _palm_down(frames[f"{side}_hand"], anchor, weight)
        set_hand(side, points[f"{side}_wrist"], hand, 0.0, points, frames)


def _palm_down(frame: Frame, anchor: Anchor, weight: float) -> Frame:
    """The frame of a hand with its palm to a surface."""
    forward = unit(between(frame[0], anchor.normal, weight))
    along = between(frame[1], scaled(anchor.heading, -1), weight) if anchor.heading is not None else frame[1]
    right = unit(cross(forward, along), frame[2])
    return forward, cross(right, forward), right


def _in_plane(direction: Vec, normal: Vec) -> Vec:
    return unit(sub(direction, scaled(normal, dot(direction, normal))), direction)


def _meet(anchor: Anchor, weight: float, angles: Angles, points: dict[str, Vec], frames: dict[str, Frame]) -> None:
    part = skeleton.part_of(anchor.point)
    place, normal = _surface_of(anchor, points, frames)
    wanted = between(points[anchor.point], place, weight)
    if anchor.on_body is not None and part == "hand":
        _lay_on_body(skeleton.side_of(anchor.point), wanted, normal, weight, angles, points, frames)
    elif part in skeleton.ONE_BONE:
        _aim(anchor, wanted, angles, points, frames)
        _lay_flat(anchor, weight, angles, points, frames)
    elif part in skeleton.TWO_BONES:
        _bend(anchor, wanted, weight, angles, points, frames)


def _aim(anchor: Anchor, wanted: Vec, angles: Angles, points: dict[str, Vec], frames: dict[str, Frame]) -> None:
    """Turns thigh or upper arm to the point, what hangs on it coming along."""
    side, is_leg = skeleton.side_of(anchor.point), skeleton.part_of(anchor.point) in skeleton.LEG_POINTS
    start, bone, size = ("hip", "thigh", skeleton.THIGH) if is_leg else ("shoulder", "upper_arm", skeleton.UPPER_ARM)
    origin = points[f"{side}_{start}"]
    frame = frame_from(unit(sub(origin, wanted)), frames[f"{side}_{bone}"][0])
    joint = placed(origin, frame, (0, -size, 0))
    frames[f"{side}_{bone}"] = frame
    names = ("knee", "shin") if is_leg else ("elbow", "forearm")
    points |= dict.fromkeys((f"{side}_{name}" for name in names), joint)
    if is_leg:
        shin = turned(frame, -angles[INDEX[f"{side}.knee.flex"]])
        frames[f"{side}_shin"] = shin
        hang_foot(side, placed(joint, shin, (0, -skeleton.SHIN, 0)), angles, points, frames)
    else:
        forearm = turned(frame, angles[INDEX[f"{side}.elbow.flex"]])
        frames[f"{side}_forearm"] = forearm
        hang_hand(side, placed(joint, forearm, (0, -skeleton.FOREARM, 0)), angles, points, frames)


def _bend(
    anchor: Anchor, wanted: Vec, weight: float, angles: Angles, points: dict[str, Vec], frames: dict[str, Frame]
) -> None:
    """Bends a knee or elbow until the point is where it is wanted."""
    side, part = skeleton.side_of(anchor.point), skeleton.part_of(anchor.point)
    if part in {"ankle", "foot"}:
        foot = frames[f"{side}_foot"]
        bend_leg(side, wanted, angles, points, frames, weight)
        if part == "foot" and anchor.on_body is None:
            frames[f"{side}_foot"] = _blended(frames[f"{side}_foot"], foot, weight)
            _lay_flat(anchor, weight, angles, points, frames)
        elif weight < 1:  # what else holds the foot is not to let go of it at once
            foot = _blended(foot, frames[f"{side}_foot"], weight)
            set_foot(side, points[f"{side}_ankle"], foot, angles[INDEX[f"{side}.toes.lift"]], points, frames)
    elif part == "hand":
        hand = _palm_down(frames[f"{side}_hand"], anchor, weight)
        curl = angles[INDEX[f"{side}.fingers.curl"]] * (1 - weight)
        bend_arm(side, placed(wanted, hand, (0, skeleton.PALM * 0.7, 0)), angles, points, frames, weight)
        set_hand(side, points[f"{side}_wrist"], hand, curl, points, frames)
    else:
        is_leg = part in skeleton.LEG_POINTS
        end, bend = ("ankle", bend_leg) if is_leg else ("wrist", bend_arm)
        for _ in range(20):  # the foot or hand turns with the limb: closer each time
            away = sub(wanted, points[anchor.point])
            if length(away) < _MET:
                break
            bend(side, add(points[f"{side}_{end}"], away), angles, points, frames, weight)


def _lay_on_body(
    side: str,
    wanted: Vec,
    normal: Vec,
    weight: float,
    angles: Angles,
    points: dict[str, Vec],
    frames: dict[str, Frame],
) -> None:
    """Lays a palm on the body, its fingers going on where the forearm comes from, as flat as the wrist lets it."""
    up: Vec | None = None
    for _ in range(_HAND_TRIES):  # the hand turns with the forearm: half of the way each time, not to and fro
        forearm = frames[f"{side}_forearm"][1]
        flat = _in_plane(forearm, normal)
        bend = acos(max(-1.0, min(1.0, dot(forearm, flat))))
        lying = unit(between(forearm, flat, min(1.0, _WRIST_BENDS / bend))) if bend > 1e-6 else flat
        if up is not None and distance(up, lying) < _HAND_IS_STILL:
            break
        up = lying if up is None else unit(between(up, lying, 0.6), lying)
        hand = _blended(frames[f"{side}_hand"], frame_from(up, normal), weight)
        bend_arm(side, placed(wanted, hand, (0, skeleton.PALM * 0.7, 0)), angles, points, frames)
    set_hand(side, points[f"{side}_wrist"], hand, angles[INDEX[f"{side}.fingers.curl"]], points, frames)


def _blended(one: Frame, other: Frame, weight: float) -> Frame:
    return frame_from(unit(between(one[1], other[1], weight), one[1]), between(one[0], other[0], weight))
