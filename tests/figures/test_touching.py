"""A hand that lies on a leg is seen, also of the far arm."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from hipback_desktop.figures.canvas import fit_of
from hipback_desktop.figures.layers import PARTS, back_to_front, farness
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.painter import FigurePainter
from hipback_desktop.figures.tones import person_tones, tones_at
from hipback_desktop.ui.theme import LIGHT
from tests.figures.shipped import figures, movement

RECT = QRectF(0, 0, 900, 900)
HANDS = ("right_hand", "left_hand")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("name", "spot"),
    [
        ("figure_four_seated", "left_knuckles"),
        ("smr_piriformis", "left_knuckles"),
        ("smr_tfl_itb", "left_knuckles"),
        ("smr_large_ball", "left_fingertips"),
    ],
)
def test_a_hand_on_a_leg_in_front_of_its_arm_is_seen(name: str, spot: str) -> None:
    """The arm was drawn before the leg, and its hand was lost behind it."""
    posture = movement(name).frame(FigureMoment(Stage.STILL))
    image = QImage(900, 900, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as brush:
        FigurePainter(LIGHT.figure).paint(brush, RECT, replace(posture, arrow=()))
    skin = tones_at(person_tones(LIGHT.figure), farness(posture, "left_arm")).skin.color()
    x, y, _ = posture.points[spot]
    seen = image.pixelColor(fit_of(RECT, posture.window).at(x, y).toPoint())
    assert abs(seen.red() - skin.red()) + abs(seen.green() - skin.green()) < 16


@pytest.mark.parametrize("name", ["squat_bodyweight", "leg_swing_side", "bird_dog", "glute_bridge"])
def test_a_hand_that_lies_on_no_leg_is_drawn_with_its_arm(name: str) -> None:
    order = back_to_front(movement(name).frame(FigureMoment(Stage.STILL)))
    assert sorted(order) == sorted(PARTS)


UNORDERED = {name for name, figure in figures().items() if not figure.order}


@pytest.mark.parametrize("name", sorted(UNORDERED - {"light_cardio_march-harder"}))
def test_no_hand_flickers_before_a_leg(name: str) -> None:
    """One was there for a single frame of each step. (Arms that swing past a raised thigh are, for a moment.)"""
    frames = (movement(name).frame(FigureMoment(Stage.WORK, number / 30, None, 4)) for number in range(240))
    shown = [tuple(hand in back_to_front(posture) for hand in HANDS) for posture in frames]
    runs = [len(list(alike)) for _, alike in groupby(shown)]
    assert all(run >= 9 for run in runs[1:-1])
