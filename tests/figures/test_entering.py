"""The way into a position leads over positions that lead into each other, and ends where the figure begins."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from hipback_desktop.core.exercise import Position
from hipback_desktop.figures import skeleton
from hipback_desktop.figures.contacts import lowest
from hipback_desktop.figures.entering import way_between, way_in
from hipback_desktop.figures.figure import NO_WAY_IN
from hipback_desktop.figures.moment import FigureMoment, Stage
from hipback_desktop.figures.movement import movement_of
from hipback_desktop.figures.vector import distance, dot, sub, unit
from tests.figures.shipped import exercises, figures, positions

P = Position
EXERCISES = sorted(name for name in figures() if name in exercises())
WAYS = [(one, other) for one, other in product(Position, Position) if one is not other]


def test_the_way_down_is_one_a_person_would_take() -> None:
    assert way_between(P.STANDING, P.PRONE) == (P.STANDING, P.HALF_KNEELING, P.ALL_FOURS, P.PRONE)
    assert way_between(P.SUPINE, P.CHAIR)[-2:] == (P.STANDING, P.CHAIR)
    assert way_between(P.CHAIR, P.CHAIR) == (P.CHAIR,)


@pytest.mark.parametrize(("before", "after"), WAYS)
def test_nobody_sinks_or_stretches_on_the_way(before: Position, after: Position) -> None:
    way = way_in(before, after, positions()[after], positions())
    assert way is not None
    for step in range(17):
        body = way.body_at(way.seconds * step / 16)
        assert lowest(body) > -0.004
        assert distance(body.points["right_hip"], body.points["right_knee"]) == pytest.approx(skeleton.THIGH, abs=1e-4)


@pytest.mark.parametrize("name", EXERCISES)
def test_it_ends_where_the_figure_begins(name: str) -> None:
    position = exercises()[name].position
    before = P.SUPINE if position is P.STANDING else P.STANDING
    way = way_in(before, position, figures()[name], positions())
    assert way is not None
    movement = movement_of(figures()[name], (), way)
    arrived = movement.frame(FigureMoment(Stage.GET_READY, way.seconds - 1e-6))
    begun = movement.frame(FigureMoment(Stage.WORK, 0, None, 5))
    for point, place in begun.points.items():
        assert arrived.points[point] == pytest.approx(place, abs=0.01), point
    assert arrived.window == pytest.approx(begun.window, abs=1e-3)


@pytest.mark.parametrize(("before", "after"), [(P.STANDING, P.PRONE), (P.SUPINE, P.ALL_FOURS), (P.CHAIR, P.SIDE_LYING)])
def test_nobody_floats_on_the_way(before: Position, after: Position) -> None:
    way = way_in(before, after, positions()[after], positions())
    assert way is not None
    for step in range(33):
        assert lowest(way.body_at(way.seconds * step / 32)) < 0.02, step


def test_somebody_who_will_lie_on_the_right_lies_down_on_the_right() -> None:
    way = way_in(P.FLOOR_SEATED, P.SIDE_LYING, figures()["smr_tfl_itb"], positions())
    assert way is not None
    lying = way.body_at(way.seconds / 2)
    assert lying.points["right_hip"][1] < lying.points["left_hip"][1] - 0.08
    away = lying.frames["pelvis"][0][2]
    assert away > 0.9  # still with the face to who looks on


@pytest.mark.parametrize("name", ["clamshell", "clamshell_banded", "side_plank", "side_plank_knees", "smr_tfl_itb"])
def test_nobody_spins_who_lies_down_on_the_side(name: str) -> None:
    """Clamshells and side planks lay across the position they are entered from."""
    way = way_in(P.FLOOR_SEATED, P.SIDE_LYING, figures()[name], positions())
    assert way is not None
    lying, begun = way.body_at(way.seconds / 2), way.body_at(way.seconds)
    one, other = (unit(sub(body.points["head"], body.points["pelvis"])) for body in (lying, begun))
    assert dot(one, other) > 0.7


def test_a_figure_says_where_it_is_entered_from() -> None:
    on_forearms = figures()["smr_quad_hip_flexor"]
    way = way_in(P.ALL_FOURS, P.PRONE, on_forearms, positions())
    assert way is not None
    assert way.steps == 1
    assert all(way.body_at(way.seconds * step / 8).points["chest"][1] > 0.12 for step in range(9))
    assert way_in(P.ALL_FOURS, P.PRONE, replace(on_forearms, enter=NO_WAY_IN), positions()) is None


def test_no_way_is_needed_where_the_person_is_already() -> None:
    assert way_in(P.SUPINE, P.SUPINE, figures()["glute_bridge"], positions()) is None
