"""Draws the head: a skull, hair that shows where it looks, an ear, a nose, eyes."""

from __future__ import annotations

from math import acos, atan2, cos, hypot, pi, sin
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QTransform

from hipback_desktop.figures.curves import circle, polygon, smooth
from hipback_desktop.figures.kept_shapes import KeptShapes
from hipback_desktop.figures.outline import EDGE, capsule, ellipse_of, ring
from hipback_desktop.figures.rigid_part import STEPS, aspect_of, frame_of
from hipback_desktop.figures.vector import ORIGIN, add, cross, dot, placed, scaled, unit

if TYPE_CHECKING:
    from hipback_desktop.figures.canvas import Canvas
    from hipback_desktop.figures.outline import Edges
    from hipback_desktop.figures.posture import Posture
    from hipback_desktop.figures.rigid_part import Aspect
    from hipback_desktop.figures.tones import Tones
    from hipback_desktop.figures.vector import Frame, Vec

SKULL: Final[Vec] = (0.056, 0.066, 0.050)
HAIR: Final[Vec] = (0.061, 0.072, 0.055)
CAP: Final[Vec] = unit((-0.64, 0.77, 0.0))
"""Where the middle of the hair is on the head."""
CAP_EDGE: Final = 0.03
_ARC_STEPS: Final = 28
_TAPER: Final = 4
_NECK: Final = 0.028
_COLLAR: Final = 4
"""So many points of the outline of a neck, and its last, are where it begins."""
_EYE: Final = (0.0062, 0.0074)
_EAR: Final[Vec] = (0.0095, 0.0140, 0.0060)
_EAR_AT: Final[Vec] = (-0.008, -0.010, 0.0510)
_FACING: Final = 0.35
"""From here on nose and mouth are seen inside the outline of the face."""
_NOSE: Final = ((0.060, -0.019), (0.0035, 0.0075))
_MOUTH: Final = ((0.046, -0.042), (0.0022, 0.0125))
"""How far forward and up; half how high and how wide."""


class _Head(NamedTuple):
    """The shapes of a head around its middle, from back to front; all but the first two may be out of sight."""

    outer: QPainterPath
    face: QPainterPath
    hair: QPainterPath | None
    shaded: QPainterPath
    """Ears, and nose and mouth of who looks this way."""
    eyes: QPainterPath


class HeadPainter:
    """Keeps the shapes of heads by how they are turned to the eye, and of necks by how long they look."""

    def __init__(self) -> None:
        self._heads: KeptShapes[_Head] = KeptShapes()
        self._necks: KeptShapes[tuple[QPainterPath, QPainterPath]] = KeptShapes()

    def paint(self, canvas: Canvas, posture: Posture, tones: Tones) -> None:
        """Neck and head."""
        self._paint_neck(canvas, posture, tones)
        frame = posture.frames["head"]
        turn, aspect = aspect_of(frame)
        depths = round(frame[0][2] * STEPS), round(frame[1][2] * STEPS), round(frame[2][2] * STEPS)
        head = self._heads.get((aspect, depths), lambda: _head_of(aspect, depths))
        x, y, _ = posture.points["head"]
        where = canvas.fit.placing(x, y, turn)
        canvas.fill(head.outer, where, tones.skin_edge)
        canvas.fill(head.face, where, tones.skin)
        if head.hair is not None:
            canvas.fill(head.hair, where, tones.hair)
        canvas.fill(head.shaded, where, tones.ear)
        canvas.fill(head.eyes, where, tones.eye)

    def _paint_neck(self, canvas: Canvas, posture: Posture, tones: Tones) -> None:
        (x, y, _), (to_x, to_y, _) = posture.points["spine_top"], posture.points["head"]
        size = hypot(to_x - x, to_y - y)
        turn = ((to_x - x) / size, (to_y - y) / size) if size > 1e-6 else (1.0, 0.0)
        long = round(size * STEPS)
        where = canvas.fit.placing(x, y, turn)
        neck, outer = self._necks.get(long, lambda: _neck_of(0.8 * long / STEPS))
        canvas.fill(outer, where, tones.skin_edge)
        canvas.fill(neck, where, tones.shaded)


def _neck_of(long: float) -> tuple[QPainterPath, QPainterPath]:
    """A neck, and the same with a fine line along it that begins at the collar, which has none."""
    neck, outer = capsule(ORIGIN, (long, 0.0, 0.0), _NECK, EDGE)
    return smooth(neck), smooth([*neck[:_COLLAR], *outer[_COLLAR:-1], neck[-1]])


def _head_of(aspect: Aspect, depths: tuple[int, int, int]) -> _Head:
    flat = frame_of(aspect)
    forward, up, right = ((x, y, deep / STEPS) for (x, y, _), deep in zip(flat, depths, strict=True))
    frame = (forward, up, right)
    cap, outer_cap = _hair(frame)
    outer = _face(frame, EDGE)
    if outer_cap:
        outer.addPath(polygon(outer_cap))
    eyes, shaded = QPainterPath(), QPainterPath()
    for side in (1.0, -1.0):
        if right[2] * side > -0.15:
            x, y, _ = placed(ORIGIN, frame, (_EAR_AT[0], _EAR_AT[1], side * _EAR_AT[2]))
            shaded.addPath(_ellipse(frame, _EAR).translated(x, y))
        _add_eye(eyes, frame, side)
    if forward[2] > _FACING:
        for (ahead, high), (tall, wide) in (_NOSE, _MOUTH):
            rim = [placed(ORIGIN, frame, (ahead, high + b * tall, a * wide))[:2] for a, b in ring(12)]
            shaded.addPath(smooth(rim))
    return _Head(outer, _face(frame, 0.0), polygon(cap) if cap else None, shaded, eyes)


def _face(frame: Frame, more: float) -> QPainterPath:
    """The skull with nose and jaw, or the same a fine line wider."""
    face = _ellipse(frame, add(SKULL, (more, more, more)))
    face.setFillRule(Qt.FillRule.WindingFill)
    if frame[0][2] < 0.9:
        x, y, _ = placed(ORIGIN, frame, (0.056, -0.012, 0.0))
        face.addPath(circle(x, y, 0.0105 + more))
    x, y, _ = placed(ORIGIN, frame, (0.016, -0.036, 0.0))
    face.addPath(circle(x, y, 0.033 + more))
    return face


def _add_eye(eyes: QPainterPath, frame: Frame, side: float) -> None:
    """A dot on the skull, as narrow as it looks from here."""
    forward, up, out = 0.049, 0.002, side * 0.021
    looks = unit((forward / SKULL[0] ** 2, 0.0, out / SKULL[2] ** 2))
    facing = placed(ORIGIN, frame, looks)[2]
    if facing > 0.12:
        wide = _EYE[0] * min(2.0, max(1.0, 0.65 / facing))  # in a profile it would be too thin to be seen
        across = (-looks[2], 0.0, looks[0])
        rim = [add((forward, up + b * _EYE[1], out), scaled(across, a * wide)) for a, b in ring(12)]
        eyes.addPath(smooth([placed(ORIGIN, frame, spot)[:2] for spot in rim]))


def _ellipse(frame: Frame, radii: Vec) -> QPainterPath:
    wide, high, angle = ellipse_of(frame, radii)
    path = QPainterPath()
    path.addEllipse(-wide, -high, 2 * wide, 2 * high)
    return QTransform().rotate(angle).map(path)


def _hair(frame: Frame) -> Edges:
    """The outline of the hair, and the same a fine line wider: a cap on an ellipsoid, as far as it can be seen.

    On the ellipsoid made round, both the edge of the cap and the edge of what is seen are circles; the outline goes
    along one where it is inside the other.
    """
    eye = unit((frame[0][2] / HAIR[0], frame[1][2] / HAIR[1], frame[2][2] / HAIR[2]))
    rim = _arc(ORIGIN, eye, 1.0, CAP, CAP_EDGE)
    brow = _arc(scaled(CAP, CAP_EDGE), CAP, (1 - CAP_EDGE * CAP_EDGE) ** 0.5, eye, 0.0)
    if rim and brow and _apart(rim[-1], brow[0]) > _apart(rim[-1], brow[-1]):
        brow.reverse()
    inner = [placed(ORIGIN, frame, _on_hair(spot, 0.0))[:2] for spot in (*rim, *brow)]
    outer = inner.copy()
    for number, spot in enumerate(rim):
        from_end = min(number, _ARC_STEPS - number) if brow else _ARC_STEPS  # at the brow the line runs out
        outer[number] = placed(ORIGIN, frame, _on_hair(spot, EDGE * min(1.0, from_end / _TAPER)))[:2]
    return inner, outer


def _on_hair(spot: Vec, more: float) -> Vec:
    return spot[0] * (HAIR[0] + more), spot[1] * (HAIR[1] + more), spot[2] * (HAIR[2] + more)


def _arc(centre: Vec, axis: Vec, radius: float, pole: Vec, least: float) -> list[Vec]:
    """The points of a circle on the unit sphere that reach at least so far towards a pole."""
    one = unit(cross(axis, (0.0, 1.0, 0.0) if abs(axis[1]) < 0.9 else (1.0, 0.0, 0.0)))
    two = cross(axis, one)
    a, b, c = dot(one, pole) * radius, dot(two, pole) * radius, least - dot(centre, pole)
    size = hypot(a, b)
    if c >= size:
        return []
    reach = pi if c <= -size else acos(c / size)
    middle = atan2(b, a)
    angles = [middle + reach * (2 * step / _ARC_STEPS - 1) for step in range(_ARC_STEPS + 1)]
    return [placed(centre, (one, two, axis), (radius * cos(t), radius * sin(t), 0.0)) for t in angles]


def _apart(one: Vec, other: Vec) -> float:
    return hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
