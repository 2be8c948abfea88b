"""The format of figure files, declared once; checking and documentation are derived from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from hipback_desktop.catalogue.schema import FIGURE_FORMAT, Field, Kind, choice, flag, head, identifier, listed, text
from hipback_desktop.core.exercise import Position
from hipback_desktop.figures.arrow import ARROWS
from hipback_desktop.figures.contacts import FACES, LOWEST
from hipback_desktop.figures.figure import FLOOR, NO_WAY_IN, MotionKind, PropKind
from hipback_desktop.figures.glow import GLOWS
from hipback_desktop.figures.joints import SIDED_JOINTS, SIDES, TRUNK_JOINTS
from hipback_desktop.figures.skeleton import BONES, POINTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.figures.joints import Range

VIEW_NAMES: Final = ("side", "front", "back")
PARTS: Final = ("trunk", "head", *(f"{side}_{limb}" for limb in ("leg", "arm", "thigh", "shin") for side in SIDES))
ENTER: Final = (*Position, "on_one_elbow", "tall_kneeling", NO_WAY_IN)
MOST_KEYS: Final = 24
_MEANINGS: Final = {
    "pelvis": "how the hips lie in the room",
    "shift": "moves the first pin, in body heights",
    "low_back": "the low back against the pelvis",
    "upper_back": "the ribs against the low back",
    "neck": "the head against the ribs",
    "hip": "the thigh against the pelvis",
    "knee": "the shin against the thigh",
    "ankle": "the foot against the shin",
    "toes": "the toes against the foot",
    "shoulder": "the upper arm against the ribs",
    "elbow": "the forearm against the upper arm",
    "forearm": "how the forearm is turned about itself",
    "wrist": "the hand against the forearm",
    "fingers": "the fingers against the palm",
}
_TURNS: Final = {
    "pitch": "forward; lying on the back is -90",
    "roll": "to the right side",
    "pelvis.turn": "to the right, seen from above",
    "forearm.turn": "the palm: forward -90, to the thigh 0, backward 90",
    "wrist.bend": "towards the palm; carrying weight is about -85",
    "knee.flex": "bent",
    "elbow.flex": "bent",
    "ankle.point": "toes away from the shin",
    "toes.lift": "up; on tiptoe they stay flat",
    "forward": "forward",
    "up": "up",
    "side": "to the right",
    "flex": "bent forward",
    "bend": "to the right",
    "twist": "to the right",
    "abduct": "away from the middle",
    "rotate": "outwards",
    "raise": "forward and up",
    "spread": "away from the side",
    "curl": "into a fist",
}


def _joints(joints: Mapping[str, Mapping[str, Range]]) -> tuple[Field, ...]:
    return tuple(
        Field(
            joint,
            Kind.OBJECT,
            _MEANINGS[joint],
            fields=tuple(
                Field(
                    name, Kind.NUMBER, _TURNS.get(f"{joint}.{name}") or _TURNS[name], least=limit.least, most=limit.most
                )
                for name, limit in angles.items()
            ),
        )
        for joint, angles in joints.items()
    )


def _number(name: str, meaning: str, least: float, most: float) -> Field:
    return Field(name, Kind.NUMBER, meaning, least=least, most=most)


def _place(name: str, meaning: str) -> Field:
    return listed(_number(name, meaning, -3, 3), least=2, most=2)


def _named(name: str, meaning: str, names: tuple[str, ...], *, required: bool = False) -> Field:
    return Field(name, Kind.TEXT, meaning, required=required, choices=names)


_SIDE: Final = _joints(SIDED_JOINTS)
_POSE: Final = (
    identifier("name", "start, end, or a name of your own", required=True),
    identifier("from", "a pose above that this one changes"),
    *_joints(TRUNK_JOINTS),
    Field("both", Kind.OBJECT, "both sides of the body", fields=_SIDE),
    *(Field(side, Kind.OBJECT, f"the {side} side, after both", fields=_SIDE) for side in SIDES),
    listed(_named("free", "pinned points that are let go in this pose", POINTS)),
)
_PIN: Final = (
    _named("point", "what is pinned; lowest is whatever is lowest", (LOWEST, *POINTS), required=True),
    _named("on", "floor when left out, a thing in props, or a part of the body", (FLOOR, *PropKind, *BONES, *POINTS)),
    _place("at", "forward and side, in body heights; where the pose puts it when left out"),
    _number("height", "how high, instead of the top of the thing", -0.5, 3),
    _number("along", "how far along a part of the body, from 0 to 1", 0, 1),
    _named("face", "which face of a part of the body; front when left out", FACES),
    identifier("by", "the pose that puts it there; start when left out"),
)
_PROP: Final = (
    choice("kind", "what it is", PropKind, required=True),
    _place("at", "forward and side, in body heights; 0, 0 is the first pin"),
    _number("height", "how high it stands", 0, 3),
    _number("turn", "turned to the left, in degrees; a wall at 0 is in front", -180, 180),
    _number("size", "bigger or smaller", 0.3, 3),
    listed(
        _named("points", "what holds a strap, band or weights, leads the lever of a machine, or pedals", POINTS),
        most=6,
    ),
    flag("rolls", "rolls between the floor or a wall and the body"),
    flag("in_front", "is drawn over the person"),
)
_KEY: Final = (
    _number("at", "when, from 0 to 1", 0, 1),
    identifier("pose", "which pose", required=True),
)
_MOTION: Final = (
    choice("kind", "what sets the pace: the breath, the rep, or seconds of its own", MotionKind, required=True),
    listed(Field("path", Kind.OBJECT, "the poses in their order", fields=_KEY), least=2, most=MOST_KEYS, required=True),
    _number("seconds", "of the way into a hold, or of one round of a cycle or roll", 0.3, 60),
    listed(identifier("breath", "in a hold: the poses after breathing in and after breathing out"), least=2, most=2),
    flag("alternates", "every second rep is done on the other side"),
    _number("belly", "how deep the belly breathes; 1 when left out", 0, 2),
)
_VIEW: Final = (
    _named("from", "where it is seen from", VIEW_NAMES, required=True),
    _number("turn", "degrees from there towards the front", -180, 180),
    _number("tilt", "degrees the eye looks down; 8 when left out", -10, 60),
)
_BODY: Final = (
    text("alt", "one sentence for people who cannot see it", required=True),
    Field("view", Kind.OBJECT, "where it is seen from", required=True, fields=_VIEW),
    listed(Field("poses", Kind.OBJECT, "the poses, start and end among them", fields=_POSE), least=2, required=True),
    listed(Field("pins", Kind.OBJECT, "what touches what; the first one places the body", fields=_PIN)),
    listed(Field("props", Kind.OBJECT, "the things around", fields=_PROP)),
    Field("motion", Kind.OBJECT, "how the poses follow each other", required=True, fields=_MOTION),
    identifier("still", "the pose that tells most; end when left out"),
    listed(_named("glow", "what glows, where the areas of the exercise are not right", GLOWS)),
    listed(_named("order", "parts of the body from back to front, where depth is not right", PARTS), most=8),
    _named("arrow", "the part whose move cannot be told without an arrow; way for who goes on and on", ARROWS),
    _named("enter", "the position it is entered from, where not that of the exercise; none for no way in", ENTER),
)
_CHANGED: Final = tuple(
    replace(field, required=False, least=0 if field.name == "poses" else field.least) for field in _BODY
)
_VARIANTS: Final = tuple(
    Field(name, Kind.OBJECT, f"what is different in the {name} way", fields=_CHANGED) for name in ("easier", "harder")
)

FIGURE: Final = Field(
    "",
    Kind.OBJECT,
    "a figure file",
    fields=(
        *head(FIGURE_FORMAT),
        identifier("id", "the name of the file without .json", required=True),
        *_BODY,
        Field("variants", Kind.OBJECT, "figures of the easier and the harder way", fields=_VARIANTS),
    ),
)
