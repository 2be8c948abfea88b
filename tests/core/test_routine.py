"""A routine and what follows from its steps."""

from __future__ import annotations

from hipback_desktop.core.exercise import Equipment, Phase
from hipback_desktop.core.routine import Block, Routine
from tests.builders import a_hold, a_rep_step, a_routine, a_walk


def test_steps_are_those_of_all_blocks_in_order() -> None:
    routine = a_routine(a_walk(), a_hold(), a_hold(id="twist"), a_rep_step())
    assert [step.exercise.id for step in routine.steps] == ["walk", "knee_hug", "twist", "bridge"]


def test_a_phase_is_named_once_per_run_of_blocks() -> None:
    blocks = (
        Block(Phase.STRETCH, (a_hold(),)),
        Block(Phase.STRETCH, (a_hold(),)),
        Block(Phase.STRENGTHEN, (a_rep_step(),)),
        Block(Phase.STRETCH, (a_hold(),)),
    )
    assert Routine("r", "R", blocks).phases == (Phase.STRETCH, Phase.STRENGTHEN, Phase.STRETCH)


def test_each_thing_needed_is_named_once_in_order_of_use() -> None:
    routine = a_routine(
        a_hold(id="a", equipment=(Equipment.MAT, Equipment.STRAP)),
        a_hold(id="b", equipment=(Equipment.CHAIR, Equipment.MAT)),
    )
    assert routine.equipment == (Equipment.MAT, Equipment.STRAP, Equipment.CHAIR)


def test_an_empty_routine_has_nothing() -> None:
    routine = Routine("r", "R", ())
    assert (routine.steps, routine.phases, routine.equipment) == ((), (), ())
