"""What is left of a routine: it stays where it was, and does not pretend to be what it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hipback_desktop.core.adaptation import adapt
from hipback_desktop.core.dose import Dose
from hipback_desktop.core.exercise import Area, Comfort, Equipment, Exercise, Phase, Position
from hipback_desktop.core.routine import Step
from tests.builders import a_hold, a_routine, a_walk, an_exercise, by_id
from tests.core.test_adaptation import KNEELING, SETTINGS, adapted, doses, settings


def at_the_desk(position: Position, **changes: Any) -> Exercise:
    return an_exercise(desk=True, position=position, **changes)


@pytest.mark.parametrize("position", [Position.HALF_KNEELING, Position.SUPINE])
def test_at_the_desk_nothing_is_replaced_by_something_on_the_floor(position: Position) -> None:
    reach = at_the_desk(Position.STANDING, id="reach", name="Reach", areas=(Area.QUADS,))
    walk = replace(a_walk(), exercise=replace(a_walk().exercise, desk=True))
    down = at_the_desk(position, id="down", areas=(Area.QUADS,))
    seated = at_the_desk(Position.CHAIR, id="seated", areas=(Area.QUADS,))
    steps = (walk, Step(reach, Dose(1, 30)))
    assert doses(adapted(*steps, known=(down,), left_out=("reach",))) == [("walk", 1, 60)]
    assert doses(adapted(*steps, known=(down, seated), left_out=("reach",)))[1][0] == "seated"
    assert doses(adapted(*steps, a_hold(), known=(down, seated), left_out=("reach",)))[1][0] == "down"


def test_what_is_said_of_a_routine_is_not_said_of_a_part_of_it() -> None:
    steps = (a_walk(300), Step(KNEELING, Dose(1, 30)))
    routine, exercises = a_routine(*steps, summary="A walk and a lunge."), by_id(*(step.exercise for step in steps))
    assert adapt(routine, exercises, SETTINGS).routine.summary == "A walk and a lunge."
    assert adapt(routine, exercises, settings(left_out=("lunge",))).routine.summary == ""


@pytest.mark.parametrize("walked, is_left", [(119, False), (120, True)])
def test_a_routine_without_what_most_of_it_is_about_is_not_offered(walked: float, is_left: bool) -> None:
    done = adapted(a_walk(walked), Step(KNEELING, Dose(2, 30)), comfort_filters=("no_kneeling",))
    assert bool(done.routine.steps) is is_left
    assert ("Too little of it is left: nothing of “Stretch” suits your choices." in done.changes) is not is_left


@pytest.mark.parametrize(
    "has, changes",
    [
        ((), ("Needs a foam roller, or a small ball.",)),
        (("small_ball",), ("“Ball” instead of “Rolling”, because you have no foam roller.",)),
        (("roller",), ()),
    ],
)
def test_a_rolling_routine_needs_something_to_roll_on(has: tuple[str, ...], changes: tuple[str, ...]) -> None:
    """Domain.md §8.2, notes: no roller, a ball at a wall."""
    rolling = an_exercise(id="rolling", name="Rolling", phase=Phase.SMR, equipment=(Equipment.ROLLER,))
    ball = an_exercise(id="ball", name="Ball", phase=Phase.SMR, equipment=(Equipment.SMALL_BALL,))
    assert adapted(a_walk(60), Step(rolling, Dose(1, 60)), known=(ball,), equipment=has).changes == changes


def test_a_roller_is_not_asked_for_where_it_would_not_help() -> None:
    rolling = an_exercise(
        id="rolling", phase=Phase.SMR, equipment=(Equipment.ROLLER,), comfort=(Comfort.PRESSURE_TOOL,)
    )
    done = adapted(a_walk(60), Step(rolling, Dose(1, 60)), comfort_filters=("no_pressure_tools",))
    assert done.changes == ("Too little of it is left: nothing of “Self-massage” suits your choices.",)
