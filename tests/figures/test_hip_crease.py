"""The pelvis and the thigh in front of it are one piece of cloth."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from hipback_desktop.figures.canvas import fit_of
from hipback_desktop.figures.hip_crease import hip_outline
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.painter import FigurePainter
from hipback_desktop.figures.vector import UPRIGHT, Frame, between, placed, turned
from hipback_desktop.ui.theme import LIGHT
from tests.figures.shipped import movement

RECT = QRectF(0, 0, 600, 600)
CLOTH = QColor(LIGHT.figure.bottom)
BESIDE = (UPRIGHT[0], UPRIGHT[1], (0.0, 0.0, 0.0))  # seen from the side


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("name", "stage"),
    [
        ("leg_swing_front_back", Stage.GET_READY),
        ("hip_flexor_half_kneeling_reach", Stage.STILL),
        ("break_stand_walk", Stage.STILL),
        ("light_cardio_march", Stage.GET_READY),
        ("hip_flexor_standing", Stage.STILL),
    ],
)
def test_no_ground_is_seen_between_the_front_of_the_pelvis_and_that_of_the_thigh(name: str, stage: Stage) -> None:
    """The pelvis stood out beside the thigh of a leg that was stretched back, with a line around it."""
    posture = movement(name).frame(FigureMoment(stage))
    legs_only = replace(posture, glow=(), arrow=(), order=("left_leg", "trunk", "head", "right_leg"))
    image = QImage(600, 600, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as brush:
        FigurePainter(LIGHT.figure).paint(brush, RECT, legs_only)
    points, frames, fit = posture.points, posture.frames, fit_of(RECT, posture.window)
    belly = placed(points["pelvis"], frames["pelvis"], (0.048, -0.034, 0.0))
    thigh = placed(between(points["right_hip"], points["right_knee"], 0.5), frames["right_thigh"], (0.056, 0.0, 0.0))
    for step in range(21):
        spot = image.pixelColor(fit.at(*between(belly, thigh, step / 20)[:2]).toPoint())
        assert abs(spot.red() - CLOTH.red()) + abs(spot.green() - CLOTH.green()) < 16, step


@pytest.mark.parametrize("flexed", [-25.0, 0.0, 45.0, 90.0, 120.0])
def test_the_skin_holds_the_seat_whatever_the_leg_does(flexed: float) -> None:
    thigh: Frame = turned(BESIDE, flexed)
    inner, outer = hip_outline("right", BESIDE, thigh, 1.0)
    skin = QPolygonF([QPointF(*spot) for spot in inner])
    for ahead, up in ((0.049, -0.034), (-0.065, -0.034), (0.029, -0.057), (-0.074, 0.001)):
        spot = placed((0.0, 0.0, 0.0), BESIDE, (ahead, up, 0.0))
        assert skin.containsPoint(QPointF(spot[0], spot[1]), Qt.FillRule.WindingFill)
    assert len(inner) == len(outer)


def test_of_somebody_seen_from_ahead_each_leg_has_its_own_side_of_the_seat() -> None:
    ahead: Frame = ((0.0, 0.0, 0.0), (0.0, 1.0, 0.0), (-1.0, 0.0, 0.0))
    right, _ = hip_outline("right", ahead, ahead, 0.0)
    left, _ = hip_outline("left", ahead, ahead, 0.0)
    assert min(abs(x) for x, _ in right) < 0.06
    assert sorted(round(-x, 6) for x, _ in right) == sorted(round(x, 6) for x, _ in left)
