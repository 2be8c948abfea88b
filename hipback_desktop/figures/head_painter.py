"""Draws the head: a skull, hair that shows where it looks, an ear, a nose, eyes."""

from __future__ import annotations

from math import acos, atan2, cos, hypot, pi, sin
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QTransform

from hipback_desktop.figures.canvas import mixed
from hipback_desktop.figures.limb_painter import DARKER
from hipback_desktop.figures.outline import EDGE, capsule, ellipse_of
from hipback_desktop.figures.vector import between, cross, dot, placed, scaled, unit

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from hipback_desktop.figures.canvas import Canvas
    from hipback_desktop.figures.outline import Point
    from hipback_desktop.figures.posture import Posture
    from hipback_desktop.figures.vector import Frame, Vec

SKULL: Final[Vec] = (0.056, 0.066, 0.050)
HAIR: Final[Vec] = (0.061, 0.072, 0.055)
CAP: Final[Vec] = unit((-0.72, 0.60, 0.0))
"""Where the middle of the hair is on the head."""
CAP_EDGE: Final = 0.10
_STEPS: Final = 14


def paint_head(canvas: Canvas, posture: Posture, skin: QColor, hair: QColor, edge: QColor) -> None:
    """Neck and head."""
    middle, frame = posture.points["head"], posture.frames["head"]
    start = posture.points["spine_top"]
    neck = capsule(start, between(start, middle, 0.8), 0.028, EDGE)[0]
    canvas.fill(canvas.smooth(neck), mixed(skin, edge, 0.12))
    canvas.fill(
        _ellipse(canvas, middle, frame, (SKULL[0] + EDGE, SKULL[1] + EDGE, SKULL[2] + EDGE)), mixed(skin, edge, DARKER)
    )
    face = _ellipse(canvas, middle, frame, SKULL)
    face.setFillRule(Qt.FillRule.WindingFill)
    if frame[0][2] < 0.9:
        nose = placed(middle, frame, (0.056, -0.012, 0.0))
        face.addPath(canvas.circle(nose[0], nose[1], 0.0105))
    jaw = placed(middle, frame, (0.016, -0.036, 0.0))
    face.addPath(canvas.circle(jaw[0], jaw[1], 0.033))
    canvas.fill(face, skin)
    cap = _hair(middle, frame)
    if cap:
        canvas.fill(canvas.polygon(cap), hair)
    for side in (1.0, -1.0):
        if frame[2][2] * side > 0.15:
            ear = placed(middle, frame, (-0.006, -0.008, side * 0.048))
            canvas.fill(canvas.circle(ear[0], ear[1], 0.0125), mixed(skin, edge, 0.18))
        _eye(canvas, middle, frame, side, edge)


def _eye(canvas: Canvas, middle: Vec, frame: Frame, side: float, colour: QColor) -> None:
    local = (0.049, 0.002, side * 0.021)
    towards = placed((0.0, 0.0, 0.0), frame, (local[0] / SKULL[0] ** 2, 0.0, local[2] / SKULL[2] ** 2))
    if unit(towards)[2] > 0.12:
        spot = placed(middle, frame, local)
        canvas.fill(canvas.circle(spot[0], spot[1], 0.0058), colour)


def _ellipse(canvas: Canvas, middle: Vec, frame: Frame, radii: Vec) -> QPainterPath:
    wide, high, angle = ellipse_of(frame, radii)
    path = QPainterPath()
    path.addEllipse(-wide * canvas.scale, -high * canvas.scale, 2 * wide * canvas.scale, 2 * high * canvas.scale)
    spot = canvas.at(middle[0], middle[1])
    return QTransform().translate(spot.x(), spot.y()).rotate(-angle).map(path)


def _hair(middle: Vec, frame: Frame) -> list[Point]:
    """The outline of the hair: a cap on an ellipsoid, as far as it can be seen.

    On the ellipsoid made round, both the edge of the cap and the edge of what is seen are circles; the outline goes
    along one where it is inside the other.
    """
    eye = unit((frame[0][2] / HAIR[0], frame[1][2] / HAIR[1], frame[2][2] / HAIR[2]))
    rim = _arc((0.0, 0.0, 0.0), eye, 1.0, CAP, CAP_EDGE)
    brow = _arc(scaled(CAP, CAP_EDGE), CAP, (1 - CAP_EDGE * CAP_EDGE) ** 0.5, eye, 0.0)
    if rim and brow and _apart(rim[-1], brow[0]) > _apart(rim[-1], brow[-1]):
        brow.reverse()
    local = [(a * HAIR[0], b * HAIR[1], c * HAIR[2]) for a, b, c in (*rim, *brow)]
    return [placed(middle, frame, spot)[:2] for spot in local]


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
    angles = [middle + reach * (2 * step / _STEPS - 1) for step in range(_STEPS + 1)]
    return [placed(centre, (one, two, axis), (radius * cos(t), radius * sin(t), 0.0)) for t in angles]


def _apart(one: Vec, other: Vec) -> float:
    return hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
