"""What a figure must be seen to do, so that somebody who sees nothing else knows the exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.movement import REP_SECONDS
from hipback_desktop.figures.vector import distance
from tests.figures.shipped import figures, movement

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


@pytest.mark.parametrize("name", ["band_walk_lateral", "band_walk_lateral-easier", "band_walk_lateral-harder"])
def test_the_band_of_a_band_walk_never_goes_slack(name: str) -> None:
    apart = [distance(body.points["right_ankle"], body.points["left_ankle"]) for body in bodies(name)]
    assert min(apart) > apart[0] - 0.005
    assert max(apart) > apart[0] * 1.5
