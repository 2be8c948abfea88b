"""A figure shows its exercise over and over, without a jump."""

from __future__ import annotations

import pytest

from hipback_desktop.core.breath import STRETCHED
from hipback_desktop.core.exercise import Side
from hipback_desktop.figures.demonstration import STAND_SECONDS, demonstrated
from hipback_desktop.figures.figure import Motion, MotionKind
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.movement import movement_of
from tests.figures.shipped import figures

HOLD = Motion(MotionKind.HOLD, ((0.0, "start"), (1.0, "end")), 3.0)
ENTERED = STRETCHED.first_out_at
ROUND = STAND_SECONDS + ENTERED + STRETCHED.seconds + ENTERED


@pytest.mark.parametrize(
    ("seconds", "moment"),
    [
        (0.5, FigureMoment(Stage.GET_READY)),
        (STAND_SECONDS + 1, FigureMoment(Stage.WORK, 1)),
        (STAND_SECONDS + ENTERED + 4, FigureMoment(Stage.WORK, ENTERED + 4)),
        (ROUND - 1, FigureMoment(Stage.WORK, 1)),
        (5 * ROUND + 0.5, FigureMoment(Stage.GET_READY)),
    ],
)
def test_a_hold_is_entered_breathed_in_and_left(seconds: float, moment: FigureMoment) -> None:
    assert demonstrated(HOLD, seconds) == moment


def test_everything_else_goes_on_at_its_own_pace_on_the_side_that_is_looked_at() -> None:
    reps = Motion(MotionKind.REPS, ((0.0, "start"), (0.5, "end"), (1.0, "start")))
    assert demonstrated(reps, 123.0, Side.LEFT, 5.0) == FigureMoment(Stage.WORK, 123.0, Side.LEFT, 5.0)


@pytest.mark.parametrize("name", ["pigeon_modified", "hamstring_supine_strap", "glute_bridge"])
def test_no_limb_jumps_from_one_frame_to_the_next(name: str) -> None:
    movement = movement_of(figures()[name])
    step = 1 / 30
    before = movement.frame(demonstrated(movement.figure.motion, 0))
    for frame in range(1, round(1.2 * ROUND / step)):
        after = movement.frame(demonstrated(movement.figure.motion, frame * step))
        for point, (x, y, _depth) in after.points.items():
            assert abs(x - before.points[point][0]) + abs(y - before.points[point][1]) < 0.12, (frame * step, point)
        assert abs(after.breath - before.breath) < 0.05, frame * step
        before = after
