"""The camera of an exercise looks so that what matters is seen in its length."""

from __future__ import annotations

from math import hypot

import pytest

from hipback_desktop.figures import skeleton
from hipback_desktop.figures.moment import FigureMoment, Stage
from tests.figures.shipped import movement

LEAST = {"thigh": 0.45 * skeleton.THIGH, "shin": 0.45 * skeleton.SHIN, "forearm": 0.65 * skeleton.FOREARM}
"""How much of a bone is seen at least."""


@pytest.mark.parametrize(
    ("name", "bones"),
    [
        ("supine_spinal_twist", ("right_thigh", "left_thigh", "right_shin", "left_shin")),
        ("figure_four_seated", ("right_thigh", "right_shin")),
        ("smr_back_roller", ("right_thigh", "left_thigh", "right_shin", "left_shin")),
        ("smr_piriformis", ("right_shin", "left_forearm")),
        ("smr_tfl_itb", ("right_forearm", "right_thigh")),
        ("side_plank", ("right_forearm",)),
        ("side_plank_knees", ("right_forearm", "right_thigh", "left_thigh")),
        ("smr_back_ball", ("right_thigh", "left_thigh", "right_shin", "left_shin", "right_forearm", "left_forearm")),
    ],
)
def test_no_limb_that_matters_points_at_the_eye(name: str, bones: tuple[str, ...]) -> None:
    """Thighs shrank to stumps: one who lay seemed to squat, one who sat seemed to lack a knee."""
    seen = movement(name).frame(FigureMoment(Stage.STILL)).points
    for bone in bones:
        (x, y, _), (to_x, to_y, _) = (seen[point] for point in skeleton.BONES[bone])
        assert hypot(to_x - x, to_y - y) > LEAST[skeleton.part_of(bone)], bone


def test_a_leg_that_swings_across_is_behind_the_other_as_a_whole() -> None:
    """Its thigh was in front of the standing leg, and its foot behind."""
    order = movement("leg_swing_side").frame(FigureMoment(Stage.STILL)).order
    assert order.index("right_leg") < order.index("left_leg")


def test_arms_spread_on_the_floor_do_not_open_the_shadow_to_a_disc() -> None:
    """Over a disc the person seemed to hover."""
    _, _, half_width, half_height, _ = movement("supine_spinal_twist").frame(FigureMoment(Stage.GET_READY)).shadow
    assert half_height < 0.4 * half_width


def test_the_shadow_lies_along_a_body_that_lies_aslant() -> None:
    """It lay upright around one that lies from corner to corner, and so for the most part over empty ground."""
    posture = movement("pigeon_full").frame(FigureMoment(Stage.STILL))
    x, y, half_width, half_height, rise = posture.shadow
    assert rise < -0.4
    for name in ("right_knee", "left_ankle"):
        (forward, _, side) = posture.body.points[name]
        knee_x, knee_y, _ = posture.camera.seen((forward, 0.0, side))
        assert hypot((knee_x - x) / half_width, (knee_y - y - (knee_x - x) * rise) / half_height) < 1.2, name
    assert half_height < 0.13


@pytest.mark.parametrize("name", ["light_cardio_walk", "light_cardio_march", "leg_swing_side"])
def test_the_shadow_of_who_stands_does_not_sway(name: str) -> None:
    it = movement(name)
    frames = [it.frame(FigureMoment(Stage.WORK, seconds / 4, None, 2.0)) for seconds in range(12)]
    assert {frame.shadow[-1] for frame in frames} == {0.0}


def test_who_lies_on_a_bench_has_the_shadow_under_them() -> None:
    """It lay under the one hand that hangs below the bench."""
    posture = movement("hamstring_curl_machine").frame(FigureMoment(Stage.STILL))
    x, _, half_width, _, _ = posture.shadow
    assert abs(posture.points["right_hip"][0] - x) < 0.2
    assert half_width > 0.4
