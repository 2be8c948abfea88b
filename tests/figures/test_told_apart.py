"""What a figure must be seen to do, so that somebody who sees nothing else knows the exercise."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

import pytest

from hipback_desktop.core.breath import STRETCHED
from hipback_desktop.core.exercise import Position, Side
from hipback_desktop.figures.figure import PropKind
from hipback_desktop.figures.glow import glow_spot
from hipback_desktop.figures.joints import other_side
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.movement import REP_SECONDS
from hipback_desktop.figures.prop_shape import BALL_RADIUS, outline_of
from hipback_desktop.figures.skeleton import RADIUS
from hipback_desktop.figures.vector import distance
from tests.figures.shipped import exercises, figures, movement

if TYPE_CHECKING:
    from hipback_desktop.figures.kinematics import Body

STEPS = 48


def body_at(name: str, share: float) -> Body:
    """The body when so much of a rep, of a round or of the way into a hold is over."""
    motion = figures()[name].motion
    seconds = REP_SECONDS if motion.kind == "reps" else motion.seconds
    return movement(name).body_at(FigureMoment(Stage.WORK, share * seconds, None, REP_SECONDS))


def bodies(name: str) -> list[Body]:
    return [body_at(name, step / STEPS) for step in range(STEPS)]


def clear_of_the_floor(body: Body, point: str) -> float:
    return body.points[point][1] - RADIUS[point.removeprefix("right_").removeprefix("left_")]


@pytest.mark.parametrize("name", ["light_cardio_march", "light_cardio_walk", "light_cardio_cycle", "break_stand_walk"])
def test_both_legs_take_turns(name: str) -> None:
    ahead = [body.points["right_knee"][0] - body.points["left_knee"][0] for body in bodies(name)]
    assert max(ahead) > 0.05
    assert min(ahead) < -0.05


@pytest.mark.parametrize("name", ["light_cardio_walk", "light_cardio_walk-harder"])
def test_who_walks_never_stands_still(name: str) -> None:
    """Between two steps there was a moment in which nothing went on."""
    walk = movement(name)
    frames = [walk.frame(FigureMoment(Stage.WORK, step / STEPS * walk.figure.motion.seconds)) for step in range(STEPS)]
    tips = [[tip[0] for _, tip, _ in posture.arrow] for posture in frames]
    apart = tips[0][1] - tips[0][0]
    passed = [(before[0] - after[0]) % apart for before, after in pairwise(tips)]
    assert min(passed) > 0.5 * sum(passed) / len(passed)
    assert max(passed) < 1.6 * sum(passed) / len(passed)


def test_a_break_gets_up_strides_with_both_legs_and_sits_down() -> None:
    """It was one shuffle in front of a chair, and nobody knew what it was."""
    hips = [body.points["pelvis"][1] for body in bodies("break_stand_walk")]
    assert hips[0] < 0.36
    assert hips[-1] < 0.36
    assert max(hips) > 0.50
    strides = [body.points["right_ankle"][0] - body.points["left_ankle"][0] for body in bodies("break_stand_walk")]
    assert max(strides) > 0.2
    assert min(strides) < -0.2


def test_who_gets_up_for_a_break_walks_away_from_the_chair_and_comes_back() -> None:
    """It walked on the spot, beside the chair."""
    frames = bodies("break_stand_walk")
    places = [body.points["pelvis"][0] for body in frames]
    assert max(places) > places[0] + 0.7
    facing = [body.frames["pelvis"][0][0] for body in frames]
    assert min(facing) < -0.9  # turned round, on the way back
    assert facing[-1] > 0.9


@pytest.mark.parametrize("name", ["band_walk_lateral", "band_walk_lateral-easier", "band_walk_lateral-harder"])
def test_the_band_of_a_band_walk_never_goes_slack(name: str) -> None:
    apart = [distance(body.points["right_ankle"], body.points["left_ankle"]) for body in bodies(name)]
    assert min(apart) > apart[0] - 0.005
    assert max(apart) > apart[0] * 1.5


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
def test_a_band_walk_goes_on_to_the_side_of_the_person(side: Side) -> None:
    """It came back with every step, and looked like stepping on the spot."""
    figure = movement("band_walk_lateral")
    for lifts, stands in (((0.02, 0.4), other_side), ((0.56, 0.93), str)):  # first the foot of the side that it goes to
        planted = f"{stands(side.value)}_ball"
        before, after = (
            figure.frame(FigureMoment(Stage.WORK, share * REP_SECONDS, side, REP_SECONDS)) for share in lifts
        )
        foot = after.points[planted][0] - before.points[planted][0]
        marks = [max(tip[0] for _, tip, _ in posture.arrow) for posture in (before, after)]
        apart = abs(before.arrow[0][1][0] - before.arrow[1][1][0])
        stays = (marks[1] - marks[0] - foot + apart / 2) % apart - apart / 2  # a mark may have come or gone
        assert abs(foot) > 0.05
        assert abs(stays) < 0.01
        (back, _), (tip, _), _ = before.arrow[0]
        to_the_side = before.points[f"{side}_shoulder"][0] - before.points[f"{other_side(side)}_shoulder"][0]
        assert (tip - back) * to_the_side > 0
        assert foot * to_the_side < 0


@pytest.mark.parametrize("name", ["side_plank", "side_plank_knees"])
def test_a_side_plank_lifts_the_hips_off_the_floor(name: str) -> None:
    assert clear_of_the_floor(body_at(name, 0), "right_hip") < 0.01
    assert clear_of_the_floor(body_at(name, 1), "right_hip") > 0.08


@pytest.mark.parametrize("name", ["pigeon_modified", "pigeon_full"])
def test_a_pigeon_begins_on_hands_and_knees(name: str) -> None:
    assert body_at(name, 0).points["pelvis"][1] > 0.25
    assert body_at(name, 1).points["pelvis"][1] < 0.12


def test_the_front_shin_of_a_full_pigeon_is_seen_across_the_mat() -> None:
    """The trunk hid it."""
    seen = movement("pigeon_full").frame(FigureMoment(Stage.STILL)).points
    (x, y, _), (foot_x, _, _) = seen["right_knee"], seen["right_toes"]
    assert foot_x - x > 0.2
    assert foot_x > seen["left_elbow"][0] + RADIUS["elbow"]  # the foot comes out beyond the arm
    assert y < min(seen[point][1] for point in ("head", "chest", "belly")) - RADIUS["knee"]


@pytest.mark.parametrize("name", ["hamstring_curl_ball", "hamstring_curl_ball-easier", "hamstring_curl_ball-harder"])
def test_the_heels_rest_on_top_of_the_ball_throughout(name: str) -> None:
    """Pulled in they hung on its side."""
    figure = movement(name)
    for step in range(STEPS):
        posture = figure.frame(FigureMoment(Stage.WORK, step / STEPS * REP_SECONDS, None, REP_SECONDS))
        heel, (ball,) = posture.body.points["right_heel"], posture.props
        radius = BALL_RADIUS[ball.kind]
        away = hypot(heel[0] - ball.at[0], heel[1] - radius) - radius - RADIUS["heel"]
        assert abs(away) < 0.004
        assert abs(heel[0] - ball.at[0]) < radius * 0.32


def test_a_ball_curl_keeps_the_hips_up() -> None:
    for body in bodies("hamstring_curl_ball"):
        assert clear_of_the_floor(body, "buttock") > 0.08


def test_the_arm_of_a_seated_twist_lies_along_the_bent_leg() -> None:
    """Its hand was in the air, and people saw a wave."""
    body = body_at("seated_spinal_twist", 1)
    assert body.points["left_fingertips"][1] < body.points["left_elbow"][1]
    assert distance(body.points["left_elbow"], body.points["right_knee"]) < 0.1


@pytest.mark.parametrize("name", ["smr_glute_ball", "smr_glute_roller", "smr_piriformis", "smr_large_ball"])
def test_what_presses_lies_under_what_glows(name: str) -> None:
    """Rollers were under the edge of the buttock."""
    posture = movement(name).frame(FigureMoment(Stage.STILL))
    (prop,) = (prop for prop in posture.props if prop.rolls)
    (spot, _, _) = glow_spot(posture, "right_glutes")
    assert abs(posture.camera.seen((prop.at[0], 0.0, prop.at[1]))[0] - spot[0]) < 0.03


def test_who_hangs_over_a_ball_sinks_into_it_with_the_breath() -> None:
    """The belly lay on its top as on a stone."""
    figure = movement("ball_drape_prone")
    top = 2 * BALL_RADIUS[PropKind.STABILITY_BALL]
    full, empty = (clear_of_the_floor(figure.body_in(pose), "belly") for pose in figure.figure.motion.breath)
    assert empty < full - 0.005 < top - 0.02


ON_THE_BACK = [
    name
    for name, figure in figures().items()
    if figure.id in exercises()
    and exercises()[figure.id].position is Position.SUPINE
    and name not in {"smr_back_roller", "smr_back_ball-easier"}  # sitting up against the roller; standing at a wall
]


@pytest.mark.parametrize("name", [*ON_THE_BACK, "position-supine"])
def test_who_lies_on_the_back_rests_the_head_and_the_arms_on_the_floor(name: str) -> None:
    """They hung a hand's breadth above it."""
    for body in (body_at(name, 0), movement(name).body_at(FigureMoment(Stage.STILL))):
        head = clear_of_the_floor(body, "head")
        assert head < 0.006 or head > 0.04, "a curl-up lifts it"
        for side in ("right", "left"):
            hand = min(clear_of_the_floor(body, f"{side}_{point}") for point in ("wrist", "hand", "fingertips"))
            assert hand < 0.006 or hand > 0.04


def test_cat_comes_before_cow() -> None:
    start, cat, held, cow, sunk = (
        body_at("cat_cow", share).points["spine_middle"][1] for share in (0, 0.42, 0.55, 0.81, 0.9)
    )
    assert min(cat, held) > start + 0.03
    assert max(cow, sunk) < start - 0.01


def test_who_gets_up_from_a_chair_is_shown_standing() -> None:
    """The picture on the card was somebody who leans forward on a chair."""
    still = movement("sit_to_stand").body_at(FigureMoment(Stage.STILL))
    assert still.points["pelvis"][1] > 0.5
    assert body_at("sit_to_stand", 0).points["pelvis"][1] < 0.36


def test_the_hand_on_the_belly_rises_with_the_breath_and_no_thigh_hides_it() -> None:
    figure = movement("diaphragmatic_breathing")
    full, empty = (figure.body_in(pose).points["right_hand"][1] for pose in figure.figure.motion.breath)
    assert full > empty + 0.04
    rises = [
        figure.frame(FigureMoment(Stage.WORK, seconds)).breath
        for seconds in (STRETCHED.first_out_at - 4, STRETCHED.first_out_at)
    ]
    assert rises[1] - rises[0] > 1.5  # not as in a stretch, where it is not what the exercise is about
    seen = figure.frame(FigureMoment(Stage.STILL)).points
    assert seen["right_hand"][0] < seen["right_hip"][0] - RADIUS["hip"] - RADIUS["hand"]


def test_the_knee_of_a_hip_circle_goes_round_clear_of_the_floor() -> None:
    circle = bodies("hip_circle_quadruped")
    assert min(clear_of_the_floor(body, "right_knee") for body in circle) > 0.01
    for axis, least in ((0, 0.15), (1, 0.08), (2, 0.12)):  # forward and back, up and down, out and in
        places = [body.points["right_knee"][axis] for body in circle]
        assert max(places) - min(places) > least


@pytest.mark.parametrize("name", ["hip_flexor_standing", "hip_flexor_standing-easier"])
def test_a_standing_hip_flexor_stretch_tucks_the_pelvis(name: str) -> None:
    """It was so small a move that every picture looked the same."""
    start, end = (body_at(name, share).frames["pelvis"][1][0] for share in (0, 1))
    assert start - end > 0.45  # how far the pelvis leans forward, as a sine


def test_a_pelvic_tilt_opens_and_closes_the_space_under_the_low_back() -> None:
    arched, flat = body_at("pelvic_tilt_supine", 0), body_at("pelvic_tilt_supine", 0.4)
    assert clear_of_the_floor(arched, "low_back") > 0.025
    assert clear_of_the_floor(flat, "low_back") < 0.01
    for side in ("right", "left"):  # and no arm hides it
        for point in ("elbow", "wrist"):
            assert arched.points[f"{side}_{point}"][0] < arched.points["spine_middle"][0] - 0.05


def test_the_space_under_the_low_back_is_not_in_front_of_the_mat() -> None:
    """Before the mat it was hardly seen."""
    posture = movement("pelvic_tilt_supine").frame(FigureMoment(Stage.GET_READY))
    (mat,) = posture.props
    behind = max(posture.camera.seen(corner)[1] for corner in outline_of(mat))
    assert behind < (posture.points["low_back"][1] - RADIUS["low_back"]) / 3


def test_rolling_the_low_back_goes_to_and_fro() -> None:
    """It moved by two centimetres, and nobody saw it roll."""
    places = [body.points["low_back"][0] for body in bodies("smr_back_roller")]
    assert max(places) - min(places) > 0.045


def test_the_head_stays_down_while_the_pelvis_tilts() -> None:
    """It rose, as in a small curl-up."""
    for body in bodies("pelvic_tilt_supine"):
        assert clear_of_the_floor(body, "head") < 0.008
