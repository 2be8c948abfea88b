"""The torso seen along its length: whole, without a spur, the ribs over the trousers where they are nearer."""

from __future__ import annotations

from math import hypot

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from hipback_desktop.figures.camera import camera_at
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.outline import TORSO, WAIST, Point, torso_places
from hipback_desktop.figures.painter import FigurePainter
from hipback_desktop.figures.torso_halves import halves_of, is_seen_along
from hipback_desktop.figures.vector import UPRIGHT, turned
from hipback_desktop.ui.theme import LIGHT
from tests.figures.shipped import movement

THICKEST = max(max(station[2:]) for station in TORSO) + 0.025  # a full breath
FROM_AHEAD = camera_at(75, 15).seen_frames(
    {"pelvis": turned(UPRIGHT, -70), "low": turned(UPRIGHT, -75), "upper": turned(UPRIGHT, -85)}
)
SPINE = (FROM_AHEAD["pelvis"], FROM_AHEAD["low"], FROM_AHEAD["upper"])
TOP = QColor(LIGHT.figure.top)


def holds(shape: list[Point], spot: Point) -> bool:
    return QPolygonF([QPointF(*corner) for corner in shape]).containsPoint(QPointF(*spot), Qt.FillRule.WindingFill)


@pytest.mark.parametrize(("yaw", "is_along"), [(0.0, False), (45.0, False), (60.0, True), (90.0, True)])
def test_who_leans_towards_the_eye_is_seen_along(yaw: float, is_along: bool) -> None:
    seen = camera_at(yaw, 0).seen_frames({"leaning": turned(UPRIGHT, -90)})["leaning"]
    assert is_seen_along((seen, seen, seen)) is is_along


def test_the_halves_hold_the_middle_of_the_torso_from_end_to_end() -> None:
    middles = [middle for _, middle in torso_places(*SPINE)]
    (seat, _), (ribs, _) = halves_of(SPINE, 1.0)
    assert all(holds(seat, middle) for middle in middles[: WAIST + 1])
    assert all(holds(ribs, middle) for middle in middles[WAIST:])


def test_nothing_sticks_out_of_the_torso() -> None:
    """The outline that was drawn from seat to neck crossed itself, and a spur stood up at the waist."""
    middles = [middle for _, middle in torso_places(*SPINE)]
    for x, y in (corner for _, outer in halves_of(SPINE, 1.0) for corner in outer):
        assert min(hypot(x - mx, y - my) for mx, my in middles) < THICKEST


@pytest.mark.usefixtures("qapp")
def test_of_somebody_who_comes_towards_the_eye_the_ribs_are_in_front_of_the_trousers() -> None:
    """In a pigeon seen from ahead the trousers were drawn over the ribs."""
    image = QImage(400, 400, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0xFFFFFFFF)
    posture = movement("pigeon_full").frame(FigureMoment(Stage.STILL))
    with QPainter(image) as brush:
        FigurePainter(LIGHT.figure).paint(brush, QRectF(0, 0, 400, 400), posture)
    left, bottom, right, top = posture.window
    scale = 400 / max(right - left, top - bottom)
    x, y, _ = posture.points["belly"]
    spot = image.pixelColor(
        round(200 + (x - (left + right) / 2) * scale), round(200 - (y - (top + bottom) / 2) * scale)
    )
    assert abs(spot.red() - TOP.red()) + abs(spot.green() - TOP.green()) + abs(spot.blue() - TOP.blue()) < 60
