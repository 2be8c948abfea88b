"""From one position straight into the next: what stays where it is, what is put elsewhere, what lets go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import pi, sin
from typing import TYPE_CHECKING, Final

from hipback_desktop.figures import skeleton
from hipback_desktop.figures.clearance import above
from hipback_desktop.figures.contacts import LOWEST, Anchor, Holding, lowest, solved
from hipback_desktop.figures.joints import INDEX
from hipback_desktop.figures.vector import add, between, distance, length, sub, unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hipback_desktop.figures.figure import Prop
    from hipback_desktop.figures.joints import Angles
    from hipback_desktop.figures.kinematics import Body
    from hipback_desktop.figures.vector import Vec

_TOUCHES: Final = 0.02
_STEPS_OVER: Final = 0.02
"""A hand or foot that is put so far away or further is lifted on the way."""
_HIGHEST_STEP: Final = 0.06
_ON_THE_SPOT: Final = frozenset(INDEX[f"shift.{name}"] for name in ("forward", "up", "side"))
_MOVABLE: Final = (*skeleton.ONE_BONE, *skeleton.TWO_BONES)
_OFF: Final = 1e-3
_HIPS: Final = "pelvis"
_FOOT: Final = "right_ankle"
_HIGH: Final = 0.03
"""Who is so far off the floor is on a bench or a bike."""
_TRUNK: Final = tuple(
    name for name in skeleton.SURFACES if name in skeleton.TRUNK_POINTS or skeleton.part_of(name) in skeleton.ROOT_ONLY
)


@dataclass(frozen=True, slots=True)
class Station:
    """A position on the way: its angles, what it touches, the root first, the body that comes of it, and the things."""

    angles: Angles
    anchors: tuple[Anchor, ...]
    body: Body
    things: tuple[Prop, ...] = ()

    def moved(self, by: Vec) -> Station:
        """The same elsewhere on the floor."""
        anchors = tuple(replace(anchor, place=add(anchor.place, by)) for anchor in self.anchors)
        things = tuple(replace(thing, at=(thing.at[0] + by[0], thing.at[1] + by[2])) for thing in self.things)
        return Station(self.angles, anchors, self.body.moved(by), things)

    def anchor(self, point: str) -> Anchor | None:
        """Where a point is held."""
        return next((anchor for anchor in self.anchors if anchor.point == point), None)


def station_of(angles: Angles, anchors: tuple[Anchor, ...], things: tuple[Prop, ...]) -> Station:
    """The station of some angles; where its body is, is in the body alone."""
    held = Holding(((anchors[0], 1.0),), tuple((anchor, 1.0) for anchor in anchors[1:]))
    on_the_spot = tuple(0.0 if index in _ON_THE_SPOT else angle for index, angle in enumerate(angles))
    return Station(on_the_spot, anchors, solved(angles, held), things)


@dataclass(frozen=True, slots=True)
class Passage:
    """A point the body hangs on, and each limb from how it is held to how it will be; None where it is free.

    ``stays`` is the point that both positions hold; the body goes along with what it cannot reach from where it is.
    ``heights`` is how far above the floor the lowest part of the body is at both ends: 0 but on a bench.
    """

    pivot: tuple[Anchor, Anchor]
    limbs: tuple[tuple[Anchor | None, Anchor | None], ...]
    heights: tuple[float, float]
    stays: str

    def body(self, angles: Angles, share: float) -> Body:
        """The body a share of the way; what would go through the floor is lifted."""
        eased = share * share * (3 - 2 * share)
        root = _between(*self.pivot, eased)
        limbs = tuple(self._held(share, eased))
        body = solved(angles, Holding(((root, 1.0),), limbs))
        for place in [anchor.place for anchor, _ in limbs if anchor.point == self.stays]:
            away = sub(place, body.points[self.stays])
            if length(away) > _OFF:
                root = replace(root, place=add(root.place, away))
                body = solved(angles, Holding(((root, 1.0),), limbs))
        height = self.heights[0] + (self.heights[1] - self.heights[0]) * eased
        body = above(min(0.0, height), body, angles)
        return body.moved((0.0, height - lowest(body), 0.0))

    def _held(self, share: float, eased: float) -> Iterator[tuple[Anchor, float]]:
        for before, after in self.limbs:
            if before is not None and after is not None:
                yield _stepping(before, after, share, eased), 1.0
            elif before is not None:
                yield before, 1 - eased
            elif after is not None:
                yield after, eased


def joined(before: Station, after: Station) -> Station:
    """The station before, moved so that what stays is where the one after has it; onto a bench it is from its foot."""
    point = _FOOT if lowest(after.body) - lowest(before.body) > _HIGH else _staying(before, after)
    here, there = before.body.points[point], after.body.points[point]
    return before.moved((there[0] - here[0], 0.0, there[2] - here[2]))


def passage_between(before: Station, after: Station) -> Passage:
    """The passage between two stations that are joined."""
    point = stays = _staying(before, after)
    if not all(it.anchors[0].point == point or point in _TRUNK for it in (before, after)):
        point = _HIPS  # a limb bent to its place does not say where the body is
    pivot = tuple(replace(it.anchor(point) or Anchor(point), place=it.body.points[point]) for it in (before, after))
    limbs = tuple(_limbs(before.anchors, after.anchors, point))
    return Passage((pivot[0], pivot[1]), limbs, (lowest(before.body), lowest(after.body)), stays)


def reach_of(before: Station, after: Station) -> float:
    """How far the point goes that goes furthest."""
    return max(distance(before.body.points[name], after.body.points[name]) for name in skeleton.SURFACES)


def _staying(before: Station, after: Station) -> str:
    """The point that both hold; else what bears the body in both; else the hips go from one to the other."""
    for anchor in after.anchors:
        held = before.anchor(anchor.point)
        if anchor.point != LOWEST and anchor.on_body is None and held is not None and held.on_body is None:
            return anchor.point

    def height(name: str) -> float:
        return max(it.body.points[name][1] - skeleton.radius_of(name) - lowest(it.body) for it in (before, after))

    bearing = min(_TRUNK, key=height)
    return bearing if height(bearing) < _TOUCHES else _HIPS


def _limbs(
    before: Sequence[Anchor], after: Sequence[Anchor], pivot: str
) -> Iterator[tuple[Anchor | None, Anchor | None]]:
    """In an order in which nothing that is done moves what comes before."""
    old, new = ({it.point: it for it in anchors if it.point != pivot} for anchors in (before, after))
    movable = [it for it in dict.fromkeys((*old, *new)) if skeleton.part_of(it) in _MOVABLE]
    for point in sorted(movable, key=lambda it: _turn_of(new.get(it) or old[it])):
        one, other = old.get(point), new.get(point)
        if one is not None and other is not None and one.on_body != other.on_body:
            yield one, None
            yield None, other
        else:
            yield one, other


def _turn_of(anchor: Anchor) -> tuple[bool, bool, bool]:
    """Knees and elbows before what is beyond them, the floor before the body, legs before the hands on them."""
    part = skeleton.part_of(anchor.point)
    return anchor.on_body is not None, part not in skeleton.LEG_POINTS, part not in skeleton.ONE_BONE


def _stepping(before: Anchor, after: Anchor, share: float, eased: float) -> Anchor:
    """What is held in both: it stays, or is lifted, carried over and put down."""
    anchor, far = _between(before, after, eased), distance(before.place, after.place)
    if anchor.on_body is not None or far < _STEPS_OVER:
        return anchor
    return replace(anchor, place=add(anchor.place, (0.0, min(_HIGHEST_STEP, far / 4) * sin(pi * share), 0.0)))


def _between(one: Anchor, other: Anchor, share: float) -> Anchor:
    if one == other:
        return one
    heading = between(one.heading, other.heading, share) if one.heading and other.heading else other.heading
    normal = unit(between(one.normal, other.normal, share), other.normal)
    return replace(other, place=between(one.place, other.place, share), normal=normal, heading=heading)
