"""Seen from ahead, a shoulder slopes from the neck into the arm."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import dist

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from hipback_desktop.figures.canvas import fit_of
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.outline import torso_outline
from hipback_desktop.figures.painter import FigurePainter
from hipback_desktop.ui.theme import LIGHT
from tests.figures.shipped import movement

RECT = QRectF(0, 0, 900, 900)
GROUND = 0xFFFFFFFF
NECK = 0.028


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["side_bend_standing", "smr_tfl_itb-easier", "side_plank_knees-easier"])
def test_the_line_of_a_shoulder_falls_from_the_neck_to_the_arm(name: str) -> None:
    """The arm began in a ball outside of the collar and as high."""
    posture = movement(name).frame(FigureMoment(Stage.GET_READY))
    image = QImage(900, 900, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(GROUND)
    with QPainter(image) as brush:
        FigurePainter(LIGHT.figure).paint(brush, RECT, replace(posture, props=(), order=("trunk", "left_arm"), glow=()))
    fit = fit_of(RECT, posture.window)
    neck, shoulder = (fit.at(*posture.points[point][:2]) for point in ("spine_top", "left_shoulder"))
    out = shoulder.x() - neck.x()
    columns = [round(neck.x() + out * share / 20) for share in range(11, 25)]
    line = [next(y for y in range(900) if image.pixel(x, y) != GROUND) for x in columns]
    assert all(before <= after + 1 for before, after in pairwise(line)), line
    assert line[-1] - line[0] > 0.012 * fit.scale


@pytest.mark.parametrize("name", ["hip_flexor_half_kneeling", "cat_cow", "side_bend_standing"])
def test_no_corner_of_the_collar_stands_out_beside_the_neck(name: str) -> None:
    """It ended in two points, one of them wider than the neck."""
    frames = movement(name).frame(FigureMoment(Stage.STILL)).frames
    pelvis, low, upper = (frames[part] for part in ("pelvis", "low_back", "upper_back"))
    inner, _ = torso_outline(pelvis, low, upper, 0.0)
    tip = len(inner) // 2
    assert dist(inner[tip - 1], inner[tip]) < 2 * NECK
