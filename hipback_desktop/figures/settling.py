"""Pins become anchors: where on the floor, a thing or the body each pinned point of a figure stays."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING

from hipback_desktop.figures import prop_shape, skeleton
from hipback_desktop.figures.contacts import LOWEST, Anchor, Holding, OnBody, solved
from hipback_desktop.figures.figure import FLOOR, START, PropKind
from hipback_desktop.figures.kinematics import body_of
from hipback_desktop.figures.vector import add, dot, scaled, sub

if TYPE_CHECKING:
    from hipback_desktop.figures.figure import Figure, Pin, Prop
    from hipback_desktop.figures.kinematics import Body
    from hipback_desktop.figures.vector import Vec


def anchors_of(figure: Figure) -> tuple[Anchor, ...]:
    """An anchor for each pin, the root first; without pins whatever is lowest stands on the floor."""
    if not figure.pins:
        return (Anchor(LOWEST),)
    root = _root(figure.pins[0], figure)
    bodies: dict[str, Body] = {}
    anchors = [root]
    for pin in figure.pins[1:]:
        if pin.by not in bodies:
            bodies[pin.by] = solved(figure.poses[pin.by].angles, Holding(((root, 1.0),), ()))
        anchors.append(_anchor(pin, figure, bodies[pin.by]))
    if root.heading is None and skeleton.part_of(root.point) in {"foot", "hand"}:
        begun = bodies.get(START) or solved(figure.poses[START].angles, Holding(((root, 1.0),), ()))
        anchors[0] = _headed(root, begun)
    return tuple(anchors)


def _root(pin: Pin, figure: Figure) -> Anchor:
    if pin.point == LOWEST:
        forward, side = pin.at or (0.0, 0.0)
        return Anchor(LOWEST, (forward, _top(pin, figure), side))
    prop = _prop(pin, figure)
    forward, side = prop.at if prop else (0.0, 0.0)
    side += body_of(figure.poses[START].angles).points[pin.point][2]  # so that the hips are in the middle
    forward, side = pin.at or (forward, side)
    return Anchor(pin.point, (forward, _top(pin, figure) + skeleton.radius_of(pin.point), side))


def _anchor(pin: Pin, figure: Figure, body: Body) -> Anchor:
    prop = _prop(pin, figure)
    here = body.points[pin.point]
    if pin.on != FLOOR and prop is None:
        return Anchor(pin.point, on_body=OnBody(pin.on, pin.along, pin.face))
    if prop is not None and prop.kind is PropKind.WALL:
        return _headed(_on_wall(pin, prop, here), body)
    forward, side = pin.at or (here[0], here[2])
    return _headed(Anchor(pin.point, (forward, _top(pin, figure) + skeleton.radius_of(pin.point), side)), body)


def _on_wall(pin: Pin, wall: Prop, here: Vec) -> Anchor:
    """The nearest place on a wall; ``at`` and ``height`` of the pin move it along and up."""
    turn = radians(wall.turn)
    normal = (-cos(turn), 0.0, sin(turn))
    face = (wall.at[0], 0.0, wall.at[1])
    if pin.at is not None:
        here = (pin.at[0], here[1], pin.at[1])
    if pin.height is not None:
        here = (here[0], pin.height, here[2])
    off = dot(sub(here, face), normal) - skeleton.radius_of(pin.point)
    return Anchor(pin.point, add(here, scaled(normal, -off)), normal)


def _headed(anchor: Anchor, body: Body) -> Anchor:
    """A foot or hand goes on pointing where the written angles point it."""
    side, part = skeleton.side_of(anchor.point), skeleton.part_of(anchor.point)
    heading: Vec | None = None
    if part == "foot":
        heading = body.frames[f"{side}_foot"][0]
    elif part == "hand":
        heading = scaled(body.frames[f"{side}_hand"][1], -1)
    return Anchor(anchor.point, anchor.place, anchor.normal, heading)


def _top(pin: Pin, figure: Figure) -> float:
    if pin.height is not None:
        return pin.height
    prop = _prop(pin, figure)
    return prop.height + prop_shape.top_of(prop) if prop is not None else 0.0


def _prop(pin: Pin, figure: Figure) -> Prop | None:
    return next((prop for prop in figure.props if prop.kind == pin.on), None)
