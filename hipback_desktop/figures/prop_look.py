"""What a thing that stands or rolls looks like from one side: shapes around the point where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath

from hipback_desktop.figures import prop_shape
from hipback_desktop.figures.curves import circle, polygon, smooth
from hipback_desktop.figures.figure import Prop, PropKind
from hipback_desktop.figures.outline import EDGE, hull, ring
from hipback_desktop.figures.prop_shape import (
    BALL_RADIUS,
    CRANK,
    CRANK_RADIUS,
    FLYWHEEL,
    FLYWHEEL_RADIUS,
    ROLLER_LENGTH,
    ROLLER_RADIUS,
    WALL_HEIGHT,
    WALL_WIDTH,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hipback_desktop.figures.camera import Camera
    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.posture import Window
    from hipback_desktop.figures.prop_shape import Box
    from hipback_desktop.figures.tones import PropTones

Shape = tuple[QPainterPath, QBrush]
_WALL_IS_SOLID_TO: Final = 0.45
"""The part of its height from which on a wall fades out."""
_WALL_EDGE: Final = 0.004


class Look(NamedTuple):
    """Shapes from back to front, in body heights around where the thing stands, and what they fit into."""

    shapes: tuple[Shape, ...]
    bounds: Window


def look_of(prop: Prop, camera: Camera, tones: PropTones) -> Look:
    """A thing of one kind, turn and size as a camera sees it."""
    here = Prop(prop.kind, turn=prop.turn, size=prop.size)
    if prop.kind is PropKind.ROLLER:
        shapes = _roller(here, camera, tones)
    elif prop.kind in BALL_RADIUS:
        shapes = _ball(here, camera, tones)
    elif prop.kind is PropKind.WALL:
        shapes = _wall(here, camera, tones)
    else:
        shapes = tuple(shape for box in prop_shape.boxes_of(here) for shape in _box(here, box, camera, tones))
        if prop.kind is PropKind.BIKE:
            shapes = (*_flywheel(here, camera, tones), *shapes, *_crank(here, camera, tones))
    around = [path.boundingRect() for path, _ in shapes]
    return Look(
        shapes,
        (
            min((it.left() for it in around), default=0.0),
            min((it.top() for it in around), default=0.0),  # y goes up, so the top of a path is its least y
            max((it.right() for it in around), default=0.0),
            max((it.bottom() for it in around), default=0.0),
        ),
    )


def _box(prop: Prop, box: Box, camera: Camera, tones: PropTones) -> Iterator[Shape]:
    seen = [camera.seen(corner) for corner in prop_shape.corners_of(prop, box)]
    body, face, within = tones.dark if box.tone else tones.plain, tones.face, box.soft * 0.4
    if prop.kind is PropKind.MAT:
        face, within = tones.mat_top, EDGE  # hardly more than its outline
    elif prop.kind is PropKind.CUSHION:
        face = tones.shine  # on a mat, and no step
    yield _rounded((spot[:2] for spot in seen), box.soft), body
    if not box.tone:
        yield _rounded((seen[index][:2] for index in (2, 3, 6, 7)), box.soft - within), face


def _rounded(points: Iterable[Point], radius: float) -> QPainterPath:
    """A shape with straight edges and round corners, bigger by their radius."""
    return polygon(hull([(x + a * radius, y + b * radius) for x, y in points for a, b in ring(16)]))


def _roller(prop: Prop, camera: Camera, tones: PropTones) -> tuple[Shape, ...]:
    half = ROLLER_LENGTH / 2
    ends: list[list[Point]] = []
    depths = []
    for side in (-half, half):
        rim = [prop_shape.world(prop, (x, y, side)) for x, y in _round(ROLLER_RADIUS)]
        ends.append([camera.seen(spot)[:2] for spot in rim])
        depths.append(camera.seen(prop_shape.world(prop, (0.0, ROLLER_RADIUS, side)))[2])
    near = ends[1] if depths[1] > depths[0] else ends[0]
    x, y = sum(p[0] for p in near) / len(near), sum(p[1] for p in near) / len(near)
    return (
        (polygon(hull([*ends[0], *ends[1]])), tones.plain),  # a smooth one shoots out where its straight sides end
        (smooth(near), tones.rim),
        (smooth([(x + (a - x) * 0.5, y + (b - y) * 0.5) for a, b in near]), tones.dark),
    )


def _round(radius: float) -> list[Point]:
    return [(x * radius, radius + y * radius) for x, y in ring(40)]


def _ball(prop: Prop, camera: Camera, tones: PropTones) -> tuple[Shape, ...]:
    radius = BALL_RADIUS[prop.kind] * prop.size
    x, y, _ = camera.seen((0.0, radius, 0.0))
    return (
        (circle(x, y, radius), tones.dark),
        (circle(x, y, radius - EDGE), tones.plain),
        (circle(x - radius * 0.25, y + radius * 0.3, radius * 0.5), tones.shine),
    )


def _flywheel(prop: Prop, camera: Camera, tones: PropTones) -> tuple[Shape, ...]:
    """The wheel of an exercise bike, which tells it from a stool."""
    rims = ((1.0, tones.plain), (0.82, tones.face), (0.2, tones.dark))
    return _discs(prop, camera, FLYWHEEL, [(FLYWHEEL_RADIUS * size, brush) for size, brush in rims])


def _crank(prop: Prop, camera: Camera, tones: PropTones) -> tuple[Shape, ...]:
    """The disc that the cranks of a bike turn; without it they are lost in the frame."""
    return _discs(prop, camera, CRANK, [(CRANK_RADIUS, tones.plain), (CRANK_RADIUS * 0.8, tones.face)])


def _discs(prop: Prop, camera: Camera, middle: Point, discs: Iterable[tuple[float, QBrush]]) -> tuple[Shape, ...]:
    (forward, up), found = middle, []
    for radius, brush in discs:
        rim = ((forward + x * radius, up + y * radius, 0.0) for x, y in ring(24))
        found.append((smooth([camera.seen(prop_shape.world(prop, spot))[:2] for spot in rim]), brush))
    return tuple(found)


def _wall(prop: Prop, camera: Camera, tones: PropTones) -> tuple[Shape, ...]:
    """A light slab that fades out upwards; the face that is leaned on has a clear edge."""
    corners = [corner for box in prop_shape.boxes_of(prop) for corner in prop_shape.corners_of(prop, box)]
    slab = _rounded((camera.seen(corner)[:2] for corner in corners), _WALL_EDGE)
    half = WALL_WIDTH / 2
    face = [(0.0, 0.0, -half), (0.0, 0.0, half), (0.0, WALL_HEIGHT, half), (0.0, WALL_HEIGHT, -half)]
    seen = [camera.seen(prop_shape.world(prop, corner))[:2] for corner in face]
    side = polygon(seen)
    edge = QPainterPath()
    edge.addPath(_rounded((seen[0], seen[3]), _WALL_EDGE))
    edge.addPath(_rounded((seen[1], seen[2]), _WALL_EDGE))
    top = camera.seen((0.0, WALL_HEIGHT * prop.size, 0.0))[1]
    faded = [_fading(brush, top) for brush in (tones.mat, tones.mat_top, tones.plain)]
    return (slab, faded[0]), (side, faded[1]), (edge, faded[2])


def _fading(brush: QBrush, top: float) -> QBrush:
    """A brush that is whole below and nothing at the top."""
    gradient = QLinearGradient(0.0, 0.0, 0.0, top)
    colour, gone = brush.color(), QColor(brush.color())
    gone.setAlpha(0)
    gradient.setColorAt(0.0, colour)
    gradient.setColorAt(_WALL_IS_SOLID_TO, colour)
    gradient.setColorAt(1.0, gone)
    return QBrush(gradient)
