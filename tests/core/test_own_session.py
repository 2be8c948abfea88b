"""A session put together for today: in a sensible order of its own, and as the person wants it."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from hipback_desktop.core.aftercare import after_session
from hipback_desktop.core.exercise import Exercise, Phase
from hipback_desktop.core.own_session import OWN_SESSION, chosen_exercises, moved, own_routine, with_exercise
from hipback_desktop.core.record import Outcome
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.timeline import compile_routine
from tests.builders import a_record
from tests.core.shipped import catalogue

IN_ORDER = (
    "light_cardio_walk",
    "leg_swing_side",
    "cat_cow",
    "smr_glute_roller",
    "hip_flexor_half_kneeling",
    "figure_four_seated",
    "supine_spinal_twist",
    "glute_bridge",
    "diaphragmatic_breathing",
)


def put_together(*names: str) -> tuple[Exercise, ...]:
    chosen: tuple[Exercise, ...] = ()
    for name in names:
        chosen = with_exercise(chosen, catalogue().exercises[name])
    return chosen


def ids(chosen: tuple[Exercise, ...]) -> tuple[str, ...]:
    return tuple(exercise.id for exercise in chosen)


@pytest.mark.parametrize("names", [*permutations(IN_ORDER[1::2]), IN_ORDER[::-1]])
def test_whatever_is_added_first_the_order_is_that_of_a_session(names: tuple[str, ...]) -> None:
    assert ids(put_together(*names)) == tuple(name for name in IN_ORDER if name in names)


def test_an_exercise_is_in_it_once() -> None:
    assert ids(put_together("cat_cow", "cat_cow")) == ("cat_cow",)


def test_it_can_be_put_in_another_order_as_far_as_there_is_room() -> None:
    chosen = put_together("cat_cow", "couch_stretch", "squat_bodyweight")
    assert ids(moved(chosen, "squat_bodyweight", -1)) == ("cat_cow", "squat_bodyweight", "couch_stretch")
    assert ids(moved(chosen, "cat_cow", -1)) == ids(chosen)
    assert ids(moved(chosen, "cat_cow", 9)) == ("couch_stretch", "squat_bodyweight", "cat_cow")


def test_it_is_a_routine_in_the_amounts_we_ship() -> None:
    routine = own_routine(put_together(*IN_ORDER))
    assert (routine.id, routine.name) == (OWN_SESSION, "My session")
    assert ids(tuple(step.exercise for step in routine.steps)) == IN_ORDER
    assert routine.phases == tuple(Phase)
    for step in routine.steps:
        assert (step.dose.sets, step.dose.work_seconds) == (step.exercise.dose.sets, step.exercise.dose.work_seconds)
        assert step.dose.most_seconds is None
    assert compile_routine(routine).name == "My session"


def test_an_order_of_ones_own_may_come_back_to_a_phase() -> None:
    chosen = moved(put_together("cat_cow", "couch_stretch", "squat_bodyweight"), "couch_stretch", 1)
    chosen = with_exercise(chosen, catalogue().exercises["pigeon_modified"])
    assert [block.phase for block in own_routine(chosen).blocks] == [Phase.WARM_UP, Phase.STRENGTHEN, Phase.STRETCH]


def test_what_is_left_out_or_unknown_is_passed_over() -> None:
    settings = Settings(own_session=("cat_cow", "gone", "crunch", "cat_cow"), left_out=("crunch",))
    assert ids(chosen_exercises(settings, catalogue().exercises)) == ("cat_cow",)


@pytest.mark.parametrize(
    ("routine_id", "outcome", "is_kept"),
    [
        (OWN_SESSION, Outcome.COMPLETED, False),
        (OWN_SESSION, Outcome.STOPPED, True),
        ("quick_release_10", Outcome.COMPLETED, True),
    ],
)
def test_it_is_kept_until_it_was_played_to_its_end(routine_id: str, outcome: Outcome, is_kept: bool) -> None:
    settings = Settings(own_session=("cat_cow",))
    record = replace(a_record(), routine_id=routine_id, outcome=outcome)
    assert bool(after_session(settings, record, catalogue().exercises).own_session) is is_kept
