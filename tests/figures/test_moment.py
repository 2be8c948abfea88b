"""A figure follows the session: the count of the reps, the side, the breath."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hipback_desktop.core.breath import CALM, STRETCHED
from hipback_desktop.core.exercise import Position, Side
from hipback_desktop.core.playback import begin
from hipback_desktop.core.timeline import SegmentKind
from hipback_desktop.core.view import SessionView, view_of
from hipback_desktop.figures.moment import FigureMoment, Stage, moment_of, way_begins_at
from hipback_desktop.figures.vector import distance
from tests import builders
from tests.figures.shipped import figures, movement

AN_END = datetime(2026, 3, 18, 12, 0, tzinfo=UTC)


def view_at(seconds: float) -> SessionView:
    step = builders.a_rep_step(reps=10, seconds_per_rep=5)
    routine = builders.a_routine(step)
    playback, _ = begin(builders.a_timeline(routine=routine), 100.0)
    playback, _ = playback.advance(100.0 + seconds)
    return view_of(playback, builders.exercises_of(routine), 100.0 + seconds, AN_END)


def test_a_lead_in_shows_the_way_and_work_the_movement() -> None:
    lead_in = view_at(3)
    assert lead_in.segment.kind is SegmentKind.GET_READY
    assert moment_of(lead_in) == FigureMoment(Stage.GET_READY, 3, None, 5)
    assert moment_of(view_at(15 + 7)) == FigureMoment(Stage.WORK, 7, None, 5)
    assert moment_of(view_at(15 + 7), still=True).stage is Stage.STILL


def test_a_way_that_is_longer_than_the_lead_in_goes_faster() -> None:
    """The work began with a jump of half a body height."""
    lead_in = view_at(3)
    assert lead_in.segment.seconds == 15
    assert moment_of(lead_in, way_seconds=20).seconds == pytest.approx(4)
    assert moment_of(view_at(15 + 7), way_seconds=20).seconds == 7


@pytest.mark.parametrize("way_seconds, begins", [(0, 0), (1, 3), (3, 3), (7, 2), (11, 1), (15, 0), (20, 0)])
def test_the_way_begins_when_the_name_has_been_said_and_leaves_time_in_the_position(
    way_seconds: float, begins: float
) -> None:
    assert way_begins_at(view_at(1), way_seconds) == begins
    assert moment_of(view_at(begins), way_seconds=way_seconds).seconds == 0
    if 0 < way_seconds <= 15:
        assert moment_of(view_at(0.5 * begins), way_seconds=way_seconds).seconds == 0
        assert moment_of(view_at(begins + 0.75), way_seconds=way_seconds).seconds == 0.75


def test_a_bridge_is_up_in_the_middle_of_each_counted_rep() -> None:
    bridge = movement("glute_bridge")
    down = bridge.body_at(FigureMoment(Stage.WORK, 0, None, 5)).points["pelvis"][1]
    for rep in range(3):
        view = view_at(15 + rep * 5 + 2.5)
        assert view.done_reps == rep
        assert bridge.body_at(moment_of(view)).points["pelvis"][1] > down + 0.08
        assert bridge.body_at(FigureMoment(Stage.WORK, rep * 5 + 1e-6, None, 5)).points["pelvis"][1] < down + 0.01


def test_a_bird_dog_reaches_with_one_arm_and_then_with_the_other() -> None:
    bird_dog = movement("bird_dog")
    first = bird_dog.body_at(FigureMoment(Stage.WORK, 3, None, 6)).points
    second = bird_dog.body_at(FigureMoment(Stage.WORK, 9, None, 6)).points
    assert first["right_wrist"][1] > 0.2 > first["left_wrist"][1]
    assert second["left_wrist"][1] > 0.2 > second["right_wrist"][1]
    assert first["left_ankle"][1] > 0.15 > first["right_ankle"][1]


def test_a_bird_dog_glows_on_the_side_whose_leg_lifts() -> None:
    bird_dog = movement("bird_dog")
    first, second = (bird_dog.frame(FigureMoment(Stage.WORK, seconds, None, 6)) for seconds in (3, 9))
    for posture, side in ((first, "left"), (second, "right")):
        assert posture.points[f"{side}_ankle"][1] > 0.15
        assert [name for name in posture.glow if name.endswith("glutes")] == [f"{side}_glutes"]


def test_a_hold_goes_deeper_with_the_breath_out() -> None:
    stretch = movement("hip_flexor_half_kneeling")

    def hips(seconds: float) -> float:
        return stretch.body_at(FigureMoment(Stage.WORK, seconds)).points["pelvis"][0]

    out, back_in = STRETCHED.first_out_at, STRETCHED.first_in_at + STRETCHED.seconds
    assert hips(out) > hips(0) + 0.05
    assert hips(back_in) > hips(out)
    assert hips(out + STRETCHED.seconds) == pytest.approx(hips(out), abs=1e-6)
    steps = [hips(tenth / 10 + 0.1) - hips(tenth / 10) for tenth in range(300)]
    assert max(map(abs, steps)) < 0.01


def test_chest_voice_and_pacer_breathe_as_one() -> None:
    stretch = movement("hip_flexor_half_kneeling")
    for rhythm in (STRETCHED, CALM):
        for second in (0, 1, 3, 6, 9, 15, 27.5):
            moment = FigureMoment(Stage.WORK, second, rhythm=rhythm)
            assert stretch.frame(moment).breath == rhythm.at(second).fullness


def test_the_left_side_is_the_left_side_of_the_person_in_the_picture() -> None:
    right = movement("clamshell").frame(FigureMoment(Stage.STILL, 0, Side.RIGHT))
    left = movement("clamshell").frame(FigureMoment(Stage.STILL, 0, Side.LEFT))
    assert right.points["right_knee"][1] > right.points["left_knee"][1] + 0.05
    assert left.points["left_knee"][1] > left.points["right_knee"][1] + 0.05


@pytest.mark.parametrize("name", ["smr_tfl_itb-easier", "smr_back_ball-easier", "smr_glute_roller"])
def test_what_rolls_goes_half_as_far_as_the_body(name: str) -> None:
    rolling = movement(name)
    root = rolling.anchors[0].point
    one, other = (rolling.frame(FigureMoment(Stage.WORK, share * rolling.figure.motion.seconds)) for share in (0, 0.4))
    ball, moved = (next(prop for prop in frame.props if prop.rolls) for frame in (one, other))
    then, now = one.body.points[root], other.body.points[root]
    assert moved.at == pytest.approx((ball.at[0] + (now[0] - then[0]) / 2, ball.at[1] + (now[2] - then[2]) / 2))
    assert moved.height == pytest.approx(ball.height + (now[1] - then[1]) / 2 if ball.height else 0)
    assert distance(then, now) > 0.01


def test_a_pose_that_does_not_move_is_the_same_frame() -> None:
    bridge = movement("glute_bridge")
    for stage in (Stage.GET_READY, Stage.STILL):
        assert bridge.frame(FigureMoment(stage, 3.0)) is bridge.frame(FigureMoment(stage, 4.7))
    plank = movement("side_plank")
    one, other = (plank.body_at(FigureMoment(Stage.WORK, seconds)) for seconds in (9.0, 11.0))
    assert one is other  # only the chest goes on breathing


def test_every_position_has_a_figure() -> None:
    assert {name.removeprefix("position-") for name in figures() if name.startswith("position-")} >= set(Position)
