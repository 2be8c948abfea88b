"""Draws the things around a person as simple solid shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.figures import prop_shape
from hipback_desktop.figures.canvas import mixed
from hipback_desktop.figures.figure import PropKind
from hipback_desktop.figures.outline import hull, ring
from hipback_desktop.figures.prop_shape import BALL_RADIUS, ROLLER_LENGTH, ROLLER_RADIUS
from hipback_desktop.figures.vector import between, placed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QColor

    from hipback_desktop.figures.canvas import Canvas
    from hipback_desktop.figures.figure import Prop
    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.posture import Posture


def paint_prop(canvas: Canvas, posture: Posture, prop: Prop, colours: tuple[QColor, QColor, QColor, QColor]) -> None:
    """One thing in its colours: plain, dark, upper face, mat."""
    plain, dark, face, mat = colours
    if prop.kind is PropKind.ROLLER:
        _roller(canvas, posture, prop, plain, dark)
    elif prop.kind in BALL_RADIUS:
        _ball(canvas, posture, prop, plain, face)
    elif prop.kind is PropKind.STRAP:
        _strap(canvas, posture, prop, dark)
    elif prop.kind is PropKind.BAND:
        _band(canvas, posture, prop, plain)
    elif prop.kind is PropKind.WEIGHTS:
        for point in prop.points:
            _weight(canvas, posture, point, dark)
    else:
        _boxes(canvas, posture, prop, (mat, mat, mixed(mat, face, 0.25)) if prop.kind is PropKind.MAT else colours[:3])


def _boxes(canvas: Canvas, posture: Posture, prop: Prop, colours: tuple[QColor, QColor, QColor]) -> None:
    plain, dark, face = colours
    for box in prop_shape.boxes_of(prop):
        seen = [posture.camera.seen(corner) for corner in prop_shape.corners_of(prop, box)]
        body = hull([(x, y) for x, y, _ in seen])
        canvas.rounded(canvas.polygon(body), dark if box.tone else plain, box.soft)
        top = hull([seen[index][:2] for index in (2, 3, 6, 7)])
        if len(top) > 2 and not box.tone:
            canvas.rounded(canvas.polygon(top), face, box.soft * 0.6)


def _roller(canvas: Canvas, posture: Posture, prop: Prop, plain: QColor, dark: QColor) -> None:
    half = ROLLER_LENGTH / 2
    ends: list[list[Point]] = []
    for side in (-half, half):
        middle = prop_shape.world(prop, (0.0, ROLLER_RADIUS, side))
        rim = [prop_shape.world(prop, (x, y, side)) for x, y in _round(ROLLER_RADIUS)]
        ends.append([posture.camera.seen(spot)[:2] for spot in rim])
        depth = posture.camera.seen(middle)[2]
        if side == -half:
            first_depth = depth
    near = ends[1] if depth > first_depth else ends[0]
    canvas.fill(canvas.smooth(hull([*ends[0], *ends[1]])), plain)
    canvas.fill(canvas.smooth(near), mixed(plain, dark, 0.55))
    x, y = sum(p[0] for p in near) / len(near), sum(p[1] for p in near) / len(near)
    canvas.fill(canvas.smooth([(x + (a - x) * 0.5, y + (b - y) * 0.5) for a, b in near]), dark)


def _round(radius: float) -> list[Point]:
    return [(x * radius, radius + y * radius) for x, y in ring(20)]


def _ball(canvas: Canvas, posture: Posture, prop: Prop, plain: QColor, face: QColor) -> None:
    radius = BALL_RADIUS[prop.kind] * prop.size
    x, y, _ = posture.camera.seen((prop.at[0], prop.height + radius, prop.at[1]))
    canvas.fill(canvas.circle(x, y, radius), plain)
    canvas.fill(canvas.circle(x - radius * 0.25, y + radius * 0.3, radius * 0.5), mixed(plain, face, 0.5))


def _strap(canvas: Canvas, posture: Posture, prop: Prop, colour: QColor) -> None:
    spots = [posture.points[point] for point in prop.points]
    canvas.line(canvas.smooth([(x, y) for x, y, _ in spots], closed=False), colour, 0.012)


def _band(canvas: Canvas, posture: Posture, prop: Prop, colour: QColor) -> None:
    """A loop around both legs, a little above the points that are named."""
    spots: list[Point] = []
    for point in prop.points:
        x, y, _ = posture.points[point]
        spots += [(x + a * 0.040, y + b * 0.040) for a, b in ring(8)]
    canvas.line(canvas.polygon(hull(spots)), colour, 0.016)


def _weight(canvas: Canvas, posture: Posture, point: str, colour: QColor) -> None:
    """A dumbbell across the palm of a hand."""
    side = point.partition("_")[0]
    frame = posture.frames[f"{side}_hand"]
    middle = between(posture.points[f"{side}_knuckles"], posture.points[f"{side}_wrist"], 0.1)
    ends = [placed(middle, frame, (-0.012, 0.0, out)) for out in (-0.055, 0.055)]
    canvas.line(canvas.smooth([(x, y) for x, y, _ in ends], closed=False), colour, 0.014)
    for end in ends:
        inner = between(end, middle, 0.25)
        shape = canvas.smooth([end[:2], inner[:2]], closed=False)
        canvas.line(shape, colour, 0.052)


def far_first(posture: Posture, props: Iterable[Prop]) -> list[Prop]:
    """The things in the order to draw them."""
    return sorted(props, key=lambda prop: posture.camera.seen((prop.at[0], 0.0, prop.at[1]))[2])
