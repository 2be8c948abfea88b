"""The shipped routines for anybody: whatever the settings, what is left suits and every change is said."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.core.adaptation import MOST_ROLL_SECONDS, MOST_SETS, Adapted, adapt, reason_against
from hipback_desktop.core.comfort import ComfortFilter
from hipback_desktop.core.exercise import Equipment, Level, Mode, Position, Sides
from hipback_desktop.core.routine import Routine
from hipback_desktop.core.safety import dropped_by
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.timeline import compile_routine
from tests.core.shipped import catalogue
from tests.core.strategies import SOME, any_settings


@st.composite
def adapted(draw: st.DrawFn) -> tuple[Routine, Settings, Adapted]:
    names = st.sets(st.sampled_from(sorted(catalogue().exercises)), max_size=8).map(lambda some: tuple(sorted(some)))
    settings = replace(draw(any_settings()), left_out=draw(names), easier_next=draw(names))
    routine = draw(st.sampled_from(list(catalogue().routines.values())))
    return routine, settings, adapt(routine, catalogue().exercises, settings)


@SOME
@given(adapted())
def test_everything_that_is_left_suits(done: tuple[Routine, Settings, Adapted]) -> None:
    _, settings, result = done
    filters = [ComfortFilter(name) for name in settings.comfort_filters]
    for step in result.routine.steps:
        assert step.exercise.id not in settings.left_out
        assert dropped_by(step.exercise, filters) is None
        assert reason_against(step.exercise, settings) is None


@SOME
@given(adapted())
def test_every_change_is_said_and_nothing_else_is(done: tuple[Routine, Settings, Adapted]) -> None:
    routine, _, result = done
    if not result.changes:
        assert result.routine == routine
    if not result.routine.steps:
        assert result.changes
        return
    said = " ".join(result.changes)
    kept = {step.exercise.id for step in result.routine.steps}
    for step in routine.steps:
        if step.exercise.id not in kept:
            assert f"“{step.exercise.name}”" in said
    for step in result.routine.steps:
        if step.exercise.id not in {other.exercise.id for other in routine.steps}:
            assert f"“{step.exercise.name}” instead of " in said
    assert len(result.changes) <= len(routine.steps)


@SOME
@given(adapted())
def test_what_is_left_can_be_played_or_says_why_it_is_empty(done: tuple[Routine, Settings, Adapted]) -> None:
    routine, _, result = done
    if result.routine.steps:
        assert compile_routine(result.routine).seconds > 0
        assert all(block.steps for block in result.routine.blocks)
    else:
        assert len(result.changes) in (1, len(routine.steps))


@SOME
@given(adapted())
def test_no_amount_gets_out_of_hand(done: tuple[Routine, Settings, Adapted]) -> None:
    routine, _, result = done
    for step in result.routine.steps:
        assert step.dose.sets <= MOST_SETS
        if step.exercise.sides is Sides.ALTERNATING:
            assert (step.dose.reps or 0) % 2 == 0
        if step.exercise.mode is Mode.ROLL:
            assert step.dose.sets * step.dose.work_seconds <= MOST_ROLL_SECONDS
    if result.routine.steps:
        assert compile_routine(result.routine).seconds <= 1.6 * compile_routine(routine).seconds


@SOME
@given(adapted())
def test_an_adapted_routine_needs_no_more_adapting(done: tuple[Routine, Settings, Adapted]) -> None:
    _, settings, result = done
    again = adapt(result.routine, catalogue().exercises, replace(settings, easier_next=()))
    assert again == Adapted(result.routine, ())


@pytest.mark.parametrize("name", ["desk_reset_2", "desk_break_5"])
def test_a_break_at_the_desk_stays_there_with_any_equipment(name: str) -> None:
    """What is used at the desk counts; of everything else all or nothing is there."""
    routine, homely = catalogue().routines[name], ("chair", "wall", "step", "mat")
    rest = tuple(item.value for item in Equipment if item.value not in homely)
    for count in range(len(homely) + 1):
        for some in combinations(homely, count):
            for equipment in (some, some + rest):
                result = adapt(routine, catalogue().exercises, Settings(equipment=equipment))
                assert result.routine.steps
                assert {step.exercise.position for step in result.routine.steps} <= {Position.STANDING, Position.CHAIR}


@SOME
@given(adapted())
def test_a_break_at_the_desk_stays_there(done: tuple[Routine, Settings, Adapted]) -> None:
    routine, _, result = done
    if "desk" in routine.tags:
        assert {step.exercise.position for step in result.routine.steps} <= {Position.STANDING, Position.CHAIR}


def test_a_thick_book_is_step_enough_for_the_break_at_the_desk() -> None:
    routine = catalogue().routines["desk_break_5"]
    assert adapt(routine, catalogue().exercises, Settings()) == Adapted(routine, ())


@SOME
@given(any_settings())
def test_each_level_is_offered_what_the_one_before_is_and_more(settings: Settings) -> None:
    pools = [
        {
            exercise.id
            for exercise in catalogue().exercises.values()
            if reason_against(exercise, replace(settings, level=level)) is None
        }
        for level in ("new", "some", "regular")
    ]
    assert pools[0] <= pools[1] <= pools[2]
    levels = [{catalogue().exercises[name].level for name in pool} for pool in pools]
    assert levels[0] <= {Level.BEGINNER}
    assert Level.ADVANCED not in levels[1]
    assert settings.allows_advanced or Level.ADVANCED not in levels[2]


def test_the_levels_differ() -> None:
    anything = Settings(equipment=tuple(Equipment), allows_advanced=True, allows_opt_in=True)
    counts = [
        sum(
            reason_against(exercise, replace(anything, level=level)) is None
            for exercise in catalogue().exercises.values()
        )
        for level in ("new", "some", "regular")
    ]
    assert counts == [36, 52, 55]  # domain.md §7.5: 16 are intermediate, 3 advanced
