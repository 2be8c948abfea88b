"""The arrows of moves that cannot be told without one: the tilt of a pelvis, and the round that a knee goes."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, hypot, pi, radians

import pytest

from hipback_desktop.core.exercise import Side
from hipback_desktop.figures.arrow import round_of
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.movement import REP_SECONDS
from tests.figures.shipped import movement


@pytest.mark.parametrize("side", Side)
def test_an_arrow_shows_which_way_a_pelvic_tilt_turns(side: Side) -> None:
    """At the limits of the joints it is still a small move."""
    figure = movement("pelvic_tilt_supine")
    assert figure.frame(FigureMoment(Stage.GET_READY, 0, side)).arrow == ()
    still = figure.frame(FigureMoment(Stage.STILL, 0, side))
    shaft, head = still.arrow
    assert head[1] == shaft[-1]
    feet_to_head = still.points["head"][0] - still.points["pelvis"][0]
    assert (shaft[-1][0] - max(shaft, key=lambda spot: abs(spot[0] - still.points["head"][0]))[0]) * feet_to_head > 0
    assert shaft[0][1] < still.points["pelvis"][1] < shaft[-1][1]  # from the floor side to the belly


def test_the_arrow_of_a_pelvic_tilt_turns_back_with_it() -> None:
    """On the way back it still pointed the way there."""
    figure = movement("pelvic_tilt_supine")
    there, back = (
        figure.frame(FigureMoment(Stage.WORK, share * REP_SECONDS, None, REP_SECONDS)).arrow for share in (0.3, 0.9)
    )
    assert there[0][-1][0] < there[0][0][0] + 0.02  # to the head
    assert back[0][-1][0] > back[0][0][0]  # to the feet


@pytest.mark.parametrize("name", ["hip_circle_quadruped", "hip_circle_quadruped-easier", "hip_circle_quadruped-harder"])
def test_an_arrow_goes_along_the_round_of_a_hip_circle(name: str) -> None:
    """It was a knee that opens to the side."""
    figure = movement(name)
    tips = []
    for step in range(8):
        posture = figure.frame(FigureMoment(Stage.WORK, step / 8 * REP_SECONDS, None, REP_SECONDS))
        shaft, head = posture.arrow
        wide, high = (max(spot[axis] for spot in shaft) - min(spot[axis] for spot in shaft) for axis in (0, 1))
        assert min(wide, high) > 0.5 * max(wide, high)  # it looks round, not like a line
        assert head[1] == shaft[-1]
        x, y, _ = posture.points[figure.figure.arrow]
        assert hypot(head[1][0] - x, head[1][1] - y) < 0.09
        tips.append(head[1])
    assert len(set(tips)) == len(tips)


def test_the_arrow_of_a_round_has_no_corners() -> None:
    """It had one wherever one pose became the next."""
    corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0))
    sides = pairwise(corners)
    square = [
        (x + (to_x - x) * step / 10, y + (to_y - y) * step / 10, 0.0)
        for (x, y), (to_x, to_y) in sides
        for step in range(10)
    ]
    places = round_of("right_knee", square).places
    ways = [atan2(to_y - y, to_x - x) for (x, y, _), (to_x, to_y, _) in pairwise(places)]
    assert max(abs((after - before + pi) % (2 * pi) - pi) for before, after in pairwise(ways)) < radians(20)
