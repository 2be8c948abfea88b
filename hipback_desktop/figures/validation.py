"""What is wrong with a figure once it moves: pins not met, joints bent too far, points below the floor."""

from __future__ import annotations

from math import acos, asin, atan2, degrees
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.language import gettext as _
from hipback_desktop.figures import skeleton
from hipback_desktop.figures.contacts import LOWEST, target_of
from hipback_desktop.figures.joints import RANGES, SIDES
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.movement import moments_of, movement_of
from hipback_desktop.figures.vector import distance, dot
from hipback_desktop.figures.way import GOES_AT_LEAST, Way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hipback_desktop.figures.figure import Figure
    from hipback_desktop.figures.kinematics import Body
    from hipback_desktop.figures.movement import Movement
    from hipback_desktop.figures.vector import Frame

STAYS_WITHIN: Final = 0.005
"""How far a pinned point may be from its place, in body heights."""
SINKS_AT_MOST: Final = 0.004
SLACK: Final = 1.5
"""Degrees beyond a range that nobody sees; pins are met by bending a little more or less."""
_HANGING: Final = {"thigh": "pelvis", "upper_arm": "upper_back"}
_BALLS: Final = {"thigh": ("hip", "flex", "abduct", "rotate"), "upper_arm": ("shoulder", "raise", "spread", "rotate")}
_HINGES: Final = (
    ("knee.flex", "thigh", "shin", -1),
    ("elbow.flex", "upper_arm", "forearm", 1),
    ("ankle.point", "shin", "foot", -1),
)


def problems(figure: Figure) -> Iterator[tuple[str, str]]:
    """Everything wrong with how a figure moves as (place, reason), each thing once, where it is worst."""
    movement = movement_of(figure)
    worst: dict[str, tuple[float, str]] = {}
    for where, body in _bodies(movement):
        for what, size, reason in _found(body, where):
            if size > worst.get(what, (0.0, ""))[0]:
                worst[what] = (size, reason)
    yield from (("motion", reason) for _size, reason in worst.values())
    if isinstance(movement.arrow, Way) and movement.arrow.length < GOES_AT_LEAST:
        yield "arrow", _("is “way”, and the figure ends a turn where it began")


def _bodies(movement: Movement) -> Iterator[tuple[str, Body]]:
    yield _("at the start"), movement.body_at(FigureMoment(Stage.GET_READY))
    yield _("in the still picture"), movement.body_at(FigureMoment(Stage.STILL))
    moments = moments_of(movement.figure)
    for at in moments:
        share = at / (moments[-1] + moments[1])
        where = _("at {share:.0%} of the movement").format(share=share)
        yield where, movement.body_at(FigureMoment(Stage.WORK, at))


def _found(body: Body, where: str) -> Iterator[tuple[str, float, str]]:
    """Problems of one frame: what it is about, how bad, and the sentence."""
    for name in skeleton.SURFACES:
        depth = skeleton.radius_of(name) - body.points[name][1]
        if depth > SINKS_AT_MOST:
            reason = _("{point} is {depth:.1%} of body height below the floor {where}")
            yield name, depth, reason.format(point=name, depth=depth, where=where)
    for channel, angle in derived_angles(body).items():
        limit = RANGES[channel]
        beyond = max(limit.least - angle, angle - limit.most)
        if beyond > SLACK:
            reason = _("{joint} is {angle:.0f}° {where}, a person reaches {least:g} to {most:g}°")
            said = reason.format(joint=channel, angle=angle, where=where, least=limit.least, most=limit.most)
            yield channel, beyond, said


def pin_problems(figure: Figure) -> Iterator[tuple[str, str]]:
    """Pins that a pose does not meet, by their place in the file."""
    movement = movement_of(figure)
    for index, anchor in enumerate(movement.anchors):
        if anchor.point == LOWEST:
            continue
        worst, where = 0.0, ""
        for name, pose in figure.poses.items():
            if anchor.point not in pose.free:
                away = off_by(movement, name, index)
                if away > max(worst, STAYS_WITHIN):
                    worst, where = away, name
        if where:
            reason = _("{point} stays {away:.1%} of body height away from its place in “{pose}”")
            yield f"pins[{index}]", reason.format(point=anchor.point, away=worst, pose=where)


def off_by(movement: Movement, pose: str, index: int) -> float:
    """How far the point of a pin is from its place in a pose."""
    body = movement.body_in(pose)
    anchor = movement.anchors[index]
    if index == 0:
        return 0.0
    return distance(body.points[anchor.point], target_of(anchor, dict(body.points), dict(body.frames)))


def derived_angles(body: Body) -> dict[str, float]:
    """The angles of the joints that pins may have bent, read back from the body."""
    found: dict[str, float] = {}
    for side in SIDES:
        sign = 1.0 if side == "right" else -1.0
        for bone, parent in _HANGING.items():
            joint, *names = _BALLS[bone]
            angles = _nearest(
                _turns(body.frames[parent], body.frames[f"{side}_{bone}"]), sign, f"{side}.{joint}", names
            )
            found |= {f"{side}.{joint}.{name}": angle for name, angle in zip(names, angles, strict=True)}
        for channel, upper, lower, direction in _HINGES:
            one, other = body.frames[f"{side}_{upper}"], body.frames[f"{side}_{lower}"]
            turn = degrees(atan2(dot(other[1], one[0]), dot(other[1], one[1])))
            found[f"{side}.{channel}"] = -turn * direction
        wrist = degrees(
            acos(max(-1.0, min(1.0, dot(body.frames[f"{side}_forearm"][1], body.frames[f"{side}_hand"][1]))))
        )
        found[f"{side}.wrist.bend"] = -wrist
    return found


def _turns(parent: Frame, child: Frame) -> tuple[float, float, float]:
    """The three angles of ``turned`` that lead from one frame to another."""
    lift = max(-1.0, min(1.0, dot(parent[2], child[1])))
    about_right = atan2(-dot(parent[0], child[1]), dot(parent[1], child[1]))
    about_up = atan2(-dot(parent[2], child[0]), dot(parent[2], child[2]))
    return degrees(about_right), degrees(asin(lift)), degrees(about_up)


def _nearest(
    turns: tuple[float, float, float], sign: float, joint: str, names: list[str]
) -> tuple[float, float, float]:
    """The same three turns said the way that is closest to what the joint can do: there are always two."""

    def wrapped(angle: float) -> float:
        return (angle + 180) % 360 - 180

    def beyond(angles: tuple[float, float, float]) -> float:
        limits = [RANGES[f"{joint}.{name}"] for name in names]
        return sum(max(0.0, r.least - a, a - r.most) for r, a in zip(limits, angles, strict=True))

    a, b, c = turns
    ways = ((a, b, c), (a + 180, 180 - b, c + 180))
    said = [(wrapped(x), wrapped(-sign * y), wrapped(-sign * z)) for x, y, z in ways]
    return min(said, key=beyond)
