"""What somebody who saw the pictures alone called wrong in them, though they knew the exercise."""

from __future__ import annotations

from math import dist, hypot

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hipback_desktop.core.exercise import Side
from hipback_desktop.figures.band import strand_of
from hipback_desktop.figures.canvas import fit_of
from hipback_desktop.figures.glow import glow_spot
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.movement import REP_SECONDS
from hipback_desktop.figures.painter import FigurePainter
from hipback_desktop.figures.prop_shape import outline_of
from hipback_desktop.figures.skeleton import RADIUS
from hipback_desktop.figures.vector import placed
from hipback_desktop.ui.theme import LIGHT
from tests.figures.shipped import movement
from tests.figures.test_told_apart import clear_of_the_floor


@pytest.mark.parametrize("name", ["leg_swing_side", "leg_swing_side-easier", "leg_swing_side-harder"])
def test_the_leg_that_swings_across_in_front_stays_behind_the_other_as_seen_from_the_back(name: str) -> None:
    """Its thigh came out before the standing leg, its shin behind it."""
    order = movement(name).frame(FigureMoment(Stage.WORK, 0.0, Side.RIGHT, REP_SECONDS)).order
    assert order.index("right_leg") < order.index("left_leg")


def test_who_presses_the_low_back_on_a_ball_lies_on_the_mat() -> None:
    """The head hung lower than the chest, an arm stood up in the air."""
    body = movement("smr_back_ball").body_at(FigureMoment(Stage.STILL))
    assert max(clear_of_the_floor(body, point) for point in ("head", "upper_back", "right_wrist", "left_wrist")) < 0.02


def test_no_arm_hides_what_a_crunch_works() -> None:
    """The forearms lay on the belly."""
    posture = movement("crunch").frame(FigureMoment(Stage.STILL))
    spot, elbow = glow_spot(posture, "core")[0], posture.points["right_elbow"]
    assert hypot(spot[0] - elbow[0], spot[1] - elbow[1]) > RADIUS["elbow"]


@pytest.mark.parametrize("side", list(Side))
def test_the_near_arm_lies_over_the_thigh_it_holds_from_behind(side: Side) -> None:
    """The forearm ran into the thigh and never came out of it."""
    order = movement("hamstring_supine_hands").frame(FigureMoment(Stage.STILL, 0, side)).order
    assert order.index(f"{side}_arm") > order.index(f"{side}_leg")


def test_a_crossed_knee_that_is_drawn_in_leaves_head_and_neck_free() -> None:
    """It lay on the throat."""
    points = movement("figure_four_supine").frame(FigureMoment(Stage.STILL, 0, Side.RIGHT)).points
    knee, neck = points["right_knee"], points["spine_top"]
    assert hypot(knee[0] - neck[0], knee[1] - neck[1]) > RADIUS["knee"] + RADIUS["head"]


def test_both_feet_of_who_breathes_into_the_belly_are_on_the_mat() -> None:
    """They stuck out over its end."""
    posture = movement("diaphragmatic_breathing").frame(FigureMoment(Stage.STILL))
    (mat,) = posture.props
    toes = max(posture.body.points[f"{side}_toes"][0] for side in Side)
    assert toes < max(x for x, _, _ in outline_of(mat))


@pytest.mark.parametrize("name", ["hip_flexor_standing", "hip_flexor_standing-easier"])
def test_the_chair_of_a_standing_hip_flexor_stretch_is_not_behind_the_legs(name: str) -> None:
    """It was a box between them."""
    posture = movement(name).frame(FigureMoment(Stage.STILL))
    (chair,) = posture.props
    assert chair.at[0] > posture.body.points["left_toes"][0]


@pytest.mark.usefixtures("qapp")
def test_a_strap_lies_below_the_sole_of_the_foot() -> None:
    """It was two sticks that met on the side of the foot."""
    posture = movement("hamstring_supine_strap").frame(FigureMoment(Stage.STILL))
    rect = QRectF(0, 0, 900, 900)
    below = placed(posture.points["right_ball"], posture.frames["right_foot"], (0.0, -0.026, 0.0))
    spot = fit_of(rect, posture.window).at(*below[:2]).toPoint()
    image = QImage(900, 900, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(LIGHT.surface))
    with QPainter(image) as brush:
        FigurePainter(LIGHT.figure).paint(brush, rect, posture)
    assert image.pixelColor(spot) == QColor(LIGHT.figure.prop_dark)


def test_dumbbells_are_held_across_the_thighs() -> None:
    """Held along them, the two were one chain of balls."""
    for share in (0.0, 0.35):
        body = movement("rdl_weighted").body_at(FigureMoment(Stage.WORK, share * REP_SECONDS, None, REP_SECONDS))
        for side in ("right", "left"):
            bar = body.frames[f"{side}_hand"][2]
            assert abs(bar[2]) > 0.8


@pytest.mark.parametrize("side", ["right", "left"])
def test_the_feet_of_a_band_walk_are_seen_to_point_ahead(side: str) -> None:
    """One lay flat sideways, to an eye that stood too far round."""
    seen = movement("band_walk_lateral").frame(FigureMoment(Stage.GET_READY)).points
    (heel, _, _), (toes, _, _) = seen[f"{side}_heel"], seen[f"{side}_toes"]
    assert abs(toes - heel) < 0.04


@pytest.mark.parametrize(("name", "joint"), [("band_walk_lateral", "ankle"), ("clamshell_banded", "knee")])
@pytest.mark.parametrize("side", list(Side))
def test_a_band_goes_round_both_legs(name: str, joint: str, side: Side) -> None:
    """It was a flat strip that lay on them."""
    points = movement(name).frame(FigureMoment(Stage.STILL, 0, side)).points
    before, behind = (strand_of(points, (f"right_{joint}", f"left_{joint}"), 0.0, before=it) for it in (True, False))
    assert before[0] == behind[0]  # they meet beside the legs
    assert before[6] == behind[6]
    assert dist(before[3], behind[3]) > 0.015  # and are both seen between them


def test_a_dumbbell_is_two_discs_and_not_two_balls() -> None:
    """What hung from the hands looked like peanuts."""
    posture = movement("rdl_weighted").frame(FigureMoment(Stage.STILL))
    picture = QImage(600, 600, QImage.Format.Format_RGB32)
    picture.fill(QColor(LIGHT.surface))
    area = QRectF(picture.rect())
    with QPainter(picture) as painter:
        FigurePainter(LIGHT.figure).paint(painter, area, posture)
    for side in ("right", "left"):
        x, y, _ = posture.points[f"{side}_knuckles"]
        spot, reach = fit_of(area, posture.window).at(x, y).toPoint(), 40
        around = [
            picture.pixelColor(spot.x() + across, spot.y() + down)
            for across in range(-reach, reach)
            for down in range(-reach, reach)
        ]
        assert around.count(QColor(LIGHT.figure.prop)) > 100, side
        assert around.count(QColor(LIGHT.figure.prop_dark)) > 100, side


@pytest.mark.parametrize("name", ["crunch", "figure_four_supine"])
def test_the_far_sleeve_of_who_lies_on_the_back_is_behind_the_chest(name: str) -> None:
    """It lay on the near shoulder and the chest as a pale patch."""
    order = movement(name).frame(FigureMoment(Stage.STILL)).order
    assert order.index("left_arm") < order.index("trunk")
