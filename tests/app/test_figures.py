"""Figures are read when they are first asked for, and kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hipback_desktop import paths
from hipback_desktop.app.figures import Figures
from hipback_desktop.core.exercise import Position
from tests.builders import an_exercise
from tests.core.shipped import catalogue


def test_an_exercise_has_its_figure_with_the_areas_it_works() -> None:
    figures = Figures(paths.asset)
    bridge = catalogue().exercises["glute_bridge"]
    movement = figures.movement(bridge)
    assert movement is not None
    assert movement.figure.id == "glute_bridge"
    assert "right_glutes" in movement.glow
    assert movement.way_in is None


def test_the_way_leads_from_the_position_before() -> None:
    figures = Figures(paths.asset)
    bridge = catalogue().exercises["glute_bridge"]
    movement = figures.movement(bridge, Position.STANDING)
    assert movement is not None
    assert movement.way_in is not None
    assert movement.way_in.seconds > 3
    assert figures.movement(bridge, Position.SUPINE) is figures.movement(bridge)


def test_the_work_after_a_way_needs_no_setting_up() -> None:
    figures = Figures(paths.asset)
    bridge = catalogue().exercises["glute_bridge"]
    entered, worked = figures.movement(bridge, Position.STANDING), figures.movement(bridge)
    assert entered is not None
    assert worked is not None
    assert entered.path is worked.path


def test_it_is_read_and_set_in_motion_once() -> None:
    asked: list[str] = []

    def asset(name: str) -> Path:
        asked.append(name)
        return paths.asset(name)

    figures = Figures(asset)
    bridge = catalogue().exercises["glute_bridge"]
    first = figures.movement(bridge)
    assert figures.movement(bridge) is first
    assert asked == ["figures/glute_bridge.json"]


def test_of_the_positions_only_those_on_the_way_are_read() -> None:
    asked: list[str] = []

    def asset(name: str) -> Path:
        asked.append(name)
        return paths.asset(name)

    figures = Figures(asset)
    squat = catalogue().exercises["squat_bodyweight"]
    assert figures.movement(squat, Position.CHAIR) is not None
    names = ("figures/squat_bodyweight", "figures/positions/chair", "figures/positions/sitting_down")
    assert sorted(asked) == sorted(f"{name}.json" for name in (*names, "figures/positions/standing"))


@pytest.mark.parametrize("figure", ["", "none_of_that_name"])
def test_an_exercise_of_somebodys_own_may_have_none(figure: str) -> None:
    figures = Figures(paths.asset)
    exercise = replace(an_exercise(), figure=figure)
    assert figures.movement(exercise) is None
    assert figures.movement(exercise, Position.STANDING) is None
