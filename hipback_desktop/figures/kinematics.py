"""Forward kinematics: joint angles become a body, a trunk and four limbs, in the world."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures import skeleton
from hipback_desktop.figures.joints import INDEX, SIDES
from hipback_desktop.figures.vector import ORIGIN, UPRIGHT, add, between, placed, turned

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.figures.joints import Angles
    from hipback_desktop.figures.vector import Frame, Vec

_I: Final[Mapping[str, int]] = INDEX
_ARM: Final = {side: tuple(_I[f"{side}.{name}"] for name in ("shoulder.raise", "shoulder.spread", "shoulder.rotate",
               "elbow.flex", "forearm.turn", "wrist.bend", "fingers.curl")) for side in SIDES}  # fmt: skip
_LEG: Final = {side: tuple(_I[f"{side}.{name}"] for name in ("hip.flex", "hip.abduct", "hip.rotate", "knee.flex",
               "ankle.point", "toes.lift")) for side in SIDES}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    """Where everything is: named points and the frames of the segments that start in them."""

    points: Mapping[str, Vec]
    frames: Mapping[str, Frame]

    def moved(self, by: Vec) -> Body:
        """The whole body somewhere else."""
        return Body({name: add(point, by) for name, point in self.points.items()}, self.frames)


@lru_cache(maxsize=1)
def body_of(angles: Angles) -> Body:
    """The body with the middle of the hips at the origin; the last one is kept, as to find its place takes several."""
    points: dict[str, Vec] = {"pelvis": ORIGIN}
    frames: dict[str, Frame] = {}
    _add_trunk(angles, points, frames)
    for side in SIDES:
        sign = 1.0 if side == "right" else -1.0
        _add_leg(side, sign, angles, points, frames)
        _add_arm(side, sign, angles, points, frames)
    return Body(points, frames)


def _add_trunk(angles: Angles, points: dict[str, Vec], frames: dict[str, Frame]) -> None:
    def spine(joint: str) -> tuple[float, float, float]:
        return (-angles[_I[f"{joint}.flex"]], angles[_I[f"{joint}.bend"]], -angles[_I[f"{joint}.twist"]])

    pelvis = turned(UPRIGHT, 0, 0, -angles[_I["pelvis.turn"]])
    pelvis = turned(pelvis, -angles[_I["pelvis.pitch"]], angles[_I["pelvis.roll"]])
    low = turned(pelvis, *spine("low_back"))
    upper = turned(low, *spine("upper_back"))
    flex, bend, twist = spine("neck")
    neck = turned(upper, flex / 2, bend / 2, twist / 2)
    head = turned(neck, flex / 2, bend / 2, twist / 2)
    base = placed(ORIGIN, pelvis, skeleton.SPINE_BASE)
    middle = placed(base, low, (0, skeleton.LOW_BACK, 0))
    top = placed(middle, upper, (0, skeleton.UPPER_BACK, 0))
    skull = placed(top, neck, (0.006, skeleton.NECK, 0))
    frames |= {"pelvis": pelvis, "low_back": low, "upper_back": upper, "neck": neck, "head": head}
    points |= {
        "spine_base": base,
        "spine_middle": middle,
        "spine_top": top,
        "skull": skull,
        "head": placed(skull, head, (0.010, skeleton.HEAD, 0)),
        "sit": placed(ORIGIN, pelvis, (-0.022, -0.022, 0)),
        "buttock": placed(ORIGIN, pelvis, (-0.012, 0.0, 0)),
        "belly": placed(base, low, (0.028, 0.030, 0)),
        "low_back": placed(base, low, (-0.002, 0.055, 0)),
        "upper_back": placed(middle, upper, (-0.006, 0.075, 0)),
        "chest": placed(middle, upper, (0.022, 0.055, 0)),
    }
    for side, sign in (("right", 1.0), ("left", -1.0)):
        points[f"{side}_hip"] = placed(ORIGIN, pelvis, (0, 0, sign * skeleton.HIP[2]))
        points[f"{side}_cheek"] = placed(ORIGIN, pelvis, (-0.022, -0.022, sign * 0.046))
        forward, up, out = skeleton.SHOULDER
        points[f"{side}_shoulder"] = placed(top, upper, (forward, up, sign * out))


def _add_leg(side: str, sign: float, angles: Angles, points: dict[str, Vec], frames: dict[str, Frame]) -> None:
    flex, abduct, rotate, knee_flex, point, lift = (angles[index] for index in _LEG[side])
    thigh = turned(frames["pelvis"], flex, -sign * abduct, -sign * rotate)
    shin = turned(thigh, -knee_flex)
    knee = placed(points[f"{side}_hip"], thigh, (0, -skeleton.THIGH, 0))
    frames |= {f"{side}_thigh": thigh, f"{side}_shin": shin}
    points |= {f"{side}_knee": knee, f"{side}_shin": knee}
    set_foot(side, placed(knee, shin, (0, -skeleton.SHIN, 0)), turned(shin, -point), lift, points, frames)


def set_foot(side: str, ankle: Vec, foot: Frame, lift: float, points: dict[str, Vec], frames: dict[str, Frame]) -> None:
    """Puts a foot to an ankle."""
    toes = turned(foot, lift)
    ball = placed(ankle, foot, skeleton.BALL)
    frames |= {f"{side}_foot": foot, f"{side}_toes": toes}
    points |= {
        f"{side}_ankle": ankle,
        f"{side}_foot": ankle,
        f"{side}_heel": placed(ankle, foot, skeleton.HEEL),
        f"{side}_ball": ball,
        f"{side}_toes": placed(ball, toes, skeleton.TOES),
    }


def _add_arm(side: str, sign: float, angles: Angles, points: dict[str, Vec], frames: dict[str, Frame]) -> None:
    rise, spread, rotate, elbow_flex, turn, bend, curl = (angles[index] for index in _ARM[side])
    upper = turned(frames["upper_back"], rise, -sign * spread, -sign * rotate)
    forearm = turned(upper, elbow_flex)
    elbow = placed(points[f"{side}_shoulder"], upper, (0, -skeleton.UPPER_ARM, 0))
    frames |= {f"{side}_upper_arm": upper, f"{side}_forearm": forearm}
    points |= {f"{side}_elbow": elbow, f"{side}_forearm": elbow}
    hand = turned(turned(forearm, 0, 0, sign * (turn - 90)), -bend)
    set_hand(side, placed(elbow, forearm, (0, -skeleton.FOREARM, 0)), hand, curl, points, frames)


def set_hand(side: str, wrist: Vec, hand: Frame, curl: float, points: dict[str, Vec], frames: dict[str, Frame]) -> None:
    """Puts a hand to a wrist; its palm looks backwards in its own frame, its fingers down."""
    fingers = turned(hand, -curl)
    knuckles = placed(wrist, hand, (0, -skeleton.PALM, 0))
    frames |= {f"{side}_hand": hand, f"{side}_fingers": fingers}
    points |= {
        f"{side}_wrist": wrist,
        f"{side}_hand": between(wrist, knuckles, 0.7),
        f"{side}_knuckles": knuckles,
        f"{side}_fingertips": placed(knuckles, fingers, (0, -skeleton.FINGERS, 0)),
    }
