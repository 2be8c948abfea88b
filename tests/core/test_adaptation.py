"""A routine made to suit a person."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hipback_desktop.core.adaptation import (
    MOST_ROLL_SECONDS,
    MOST_SETS,
    Adapted,
    adapt,
    easier_step,
    reason_against,
    suits,
)
from hipback_desktop.core.adaptation import step_of as step_of_segment
from hipback_desktop.core.dose import Dose
from hipback_desktop.core.exercise import (
    Area,
    Comfort,
    Equipment,
    Exercise,
    Level,
    Mode,
    Phase,
    Sides,
    Variant,
)
from hipback_desktop.core.routine import Step
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.timeline import compile_routine
from tests.builders import a_hold, a_rep_step, a_routine, a_walk, an_exercise, by_id

SETTINGS = Settings()
TWIST = an_exercise(id="twist", name="Twist", areas=(Area.LOWER_BACK,))
KNEELING = an_exercise(id="lunge", name="Lunge", comfort=(Comfort.KNEEL,), dose=Dose(2, 30), areas=(Area.QUADS,))
STANDING = an_exercise(id="standing_lunge", name="Standing lunge", areas=(Area.QUADS,), dose=Dose(1, 20))


def settings(**changes: Any) -> Settings:
    return replace(SETTINGS, **changes)


def adapted(*steps: Step, known: tuple[Exercise, ...] = (), **changes: Any) -> Adapted:
    exercises = by_id(*known, *(step.exercise for step in steps))
    return adapt(a_routine(*steps), exercises, settings(**changes))


def doses(done: Adapted) -> list[tuple[str, int, float]]:
    return [(step.exercise.id, step.dose.sets, step.dose.work_seconds) for step in done.routine.steps]


@pytest.mark.parametrize(
    "exercise, changes, reason",
    [
        ({}, {}, None),
        ({}, {"left_out": ("knee_hug",)}, "left out for now"),
        ({"comfort": (Comfort.KNEEL,)}, {"comfort_filters": ("no_kneeling",)}, "your comfort choices"),
        ({"comfort": (Comfort.KNEEL,)}, {"comfort_filters": ("no_twisting",)}, None),
        ({"equipment": (Equipment.ROLLER,)}, {}, "equipment"),
        ({"equipment": (Equipment.ROLLER,)}, {"equipment": ("roller",)}, None),
        ({"equipment": (Equipment.MAT, Equipment.CUSHION)}, {"equipment": ()}, None),
        ({"equipment": (Equipment.STEP,)}, {"equipment": ()}, None),
        ({"equipment": (Equipment.WALL,)}, {"equipment": ("chair",)}, None),
        ({"equipment": (Equipment.CHAIR,)}, {"equipment": ("wall",)}, None),
        ({"equipment": (Equipment.CHAIR,)}, {"equipment": ()}, "equipment"),
        ({"equipment": (Equipment.WALL, Equipment.BAND)}, {"equipment": ("chair",)}, "equipment"),
        ({"opt_in": True}, {}, "off unless you want it"),
        ({"opt_in": True}, {"allows_opt_in": True}, None),
        ({"level": Level.INTERMEDIATE}, {"level": "new"}, "your level"),
        ({"level": Level.INTERMEDIATE}, {"level": "some"}, None),
        ({"level": Level.ADVANCED}, {"level": "regular"}, "off unless you want it"),
        ({"level": Level.ADVANCED}, {"level": "some", "allows_advanced": True}, "your level"),
        ({"level": Level.INTERMEDIATE}, {"level": "new", "allows_advanced": True}, "your level"),
        ({"level": Level.ADVANCED}, {"level": "regular", "allows_advanced": True}, None),
    ],
    ids=str,
)
def test_what_speaks_against_an_exercise(exercise: dict[str, Any], changes: dict[str, Any], reason: str | None) -> None:
    against = reason_against(an_exercise(**exercise), settings(**changes))
    assert (against and against.kind) == reason


@pytest.mark.parametrize(
    "exercise, changes, because",
    [
        ({"comfort": (Comfort.KNEEL,)}, {"comfort_filters": ("no_kneeling",)}, "you chose “No kneeling”"),
        ({"equipment": (Equipment.STRAP,)}, {}, "you have no strap"),
        (
            {"equipment": (Equipment.MAT, Equipment.CHAIR, Equipment.BAND)},
            {"equipment": ()},
            "you have no chair or resistance band",
        ),
        ({"level": Level.INTERMEDIATE}, {"level": "new"}, "it is above your level"),
        ({"opt_in": True}, {}, "it is off until you turn it on"),
        ({}, {"left_out": ("knee_hug",)}, "it is left out for now"),
    ],
    ids=str,
)
def test_and_in_words_a_person_would_use(exercise: dict[str, Any], changes: dict[str, Any], because: str) -> None:
    against = reason_against(an_exercise(**exercise), settings(**changes))
    assert against is not None
    assert against.because == because


def test_a_routine_that_suits_stays_as_it_is() -> None:
    steps = (a_walk(), a_hold(), a_hold(id="twist"), a_hold())
    assert adapted(*steps) == Adapted(a_routine(*steps), ())


def test_an_exercise_twice_in_a_block_stays_twice() -> None:
    """It was written so; only what stands in for something is added to what is there already."""
    assert doses(adapted(a_hold(), a_hold(id="twist"), a_hold())) == [
        ("knee_hug", 1, 30),
        ("twist", 1, 30),
        ("knee_hug", 1, 30),
    ]


def test_what_does_not_suit_is_replaced_by_something_for_the_same_area() -> None:
    done = adapted(Step(KNEELING, Dose(2, 45)), known=(STANDING, TWIST), comfort_filters=("no_kneeling",))
    assert doses(done) == [("standing_lunge", 1, 45)]
    assert done.changes == ("“Standing lunge” instead of “Lunge”, because you chose “No kneeling”.",)


def test_a_ladder_goes_before_the_area() -> None:
    easier = replace(TWIST, easier=Variant("Smaller.", "lunge"))
    lunge = replace(KNEELING, easier=Variant("Sit.", "twist"))
    done = adapted(Step(lunge, Dose(2, 45)), known=(STANDING, easier), comfort_filters=("no_kneeling",))
    assert doses(done)[0][0] == "twist"


def test_a_ladder_is_left_where_the_phase_ends_or_where_nobody_knows_the_next_step() -> None:
    tilt = an_exercise(id="tilt", phase=Phase.WARM_UP)
    for name in ("tilt", "unknown"):
        lunge = replace(KNEELING, easier=Variant("Smaller.", name))
        done = adapted(Step(lunge, Dose(2, 45)), known=(tilt, STANDING), comfort_filters=("no_kneeling",))
        assert doses(done)[0][0] == "standing_lunge"


def test_the_table_of_domain_8_2_goes_before_all() -> None:
    side_plank = an_exercise(id="side_plank", phase=Phase.STRENGTHEN, level=Level.INTERMEDIATE, name="Side plank")
    clamshell = an_exercise(id="clamshell", phase=Phase.STRENGTHEN, areas=(), name="Clamshell")
    other = an_exercise(id="a_plank", phase=Phase.STRENGTHEN)
    done = adapted(Step(side_plank, Dose(2, 20)), known=(other, clamshell))
    assert done.changes == ("“Clamshell” instead of “Side plank”, because it is above your level.",)


def test_a_table_whose_exercises_are_not_there_is_passed_over() -> None:
    """A file may bring an exercise of this name along."""
    side_plank = an_exercise(id="side_plank", phase=Phase.STRENGTHEN, level=Level.INTERMEDIATE)
    other = an_exercise(id="a_plank", phase=Phase.STRENGTHEN)
    assert doses(adapted(Step(side_plank, Dose(2, 20)), known=(other,)))[0][0] == "a_plank"


def test_something_new_goes_before_more_of_the_same() -> None:
    known = (STANDING, replace(STANDING, id="zz_lunge", name="Long lunge"))
    done = adapted(
        Step(STANDING, Dose(1, 30)), Step(KNEELING, Dose(1, 30)), known=known, comfort_filters=("no_kneeling",)
    )
    assert doses(done) == [("standing_lunge", 1, 30), ("zz_lunge", 1, 30)]


def test_what_stands_in_twice_becomes_one_more_set() -> None:
    steps = (Step(STANDING, Dose(1, 30)), Step(KNEELING, Dose(1, 30)))
    assert doses(adapted(*steps, comfort_filters=("no_kneeling",))) == [("standing_lunge", 2, 30)]
    assert doses(adapted(*reversed(steps), comfort_filters=("no_kneeling",))) == [("standing_lunge", 2, 30)]


def test_what_stands_in_for_many_does_not_go_on_for_ever() -> None:
    many = [Step(replace(KNEELING, id=f"lunge_{number}"), Dose(1, 30)) for number in range(9)]
    assert doses(adapted(*many, known=(STANDING,), comfort_filters=("no_kneeling",)))[0][1] == MOST_SETS
    written = Step(STANDING, Dose(MOST_SETS + 2, 30))
    assert doses(adapted(written, *many, comfort_filters=("no_kneeling",)))[0][1] == MOST_SETS + 2


def a_roll(name: str, seconds: float, sets: int = 1, **changes: Any) -> Step:
    exercise = an_exercise(id=name, name=name, phase=Phase.SMR, mode=Mode.ROLL, dose=Dose(1, 60), **changes)
    return Step(exercise, Dose(sets, seconds))


@pytest.mark.parametrize(
    "written, replaced, seconds", [((60, 1), 45, 105), ((60, 1), 90, 120), ((60, 2), 45, 60), ((150, 1), 45, 150)]
)
def test_more_rolling_is_longer_rolling_up_to_two_minutes(
    written: tuple[float, int], replaced: float, seconds: float
) -> None:
    steps = (a_roll("glute", *written), a_roll("deep", replaced, comfort=(Comfort.KNEEL,)))
    done = adapted(*steps, comfort_filters=("no_kneeling",))
    assert doses(done) == [("glute", written[1], seconds)]
    assert seconds * written[1] <= max(MOST_ROLL_SECONDS, written[0] * written[1])


def test_walks_that_stand_in_for_each_other_are_not_made_into_sets() -> None:
    steps = (a_walk(60), a_walk(30, id="run", comfort=(Comfort.NEEDS_SPACE,)))
    done = adapted(*steps, comfort_filters=("little_space",))
    assert doses(done) == [("walk", 1, 60), ("walk", 1, 30)]


def test_what_nothing_can_stand_in_for_is_left_out_and_said() -> None:
    done = adapted(a_walk(300), Step(KNEELING, Dose(2, 30)), comfort_filters=("no_kneeling",))
    assert doses(done) == [("walk", 1, 300)]
    assert done.changes == ("Without “Lunge”, because you chose “No kneeling”.",)
    assert [block.phase for block in done.routine.blocks] == [Phase.WARM_UP]


def test_a_routine_of_which_nothing_is_left_says_so() -> None:
    done = adapted(Step(KNEELING, Dose(2, 30)), left_out=("lunge",))
    assert done.routine.blocks == ()
    assert done.changes == ("Without “Lunge”, because it is left out for now.",)


def test_one_reason_that_leaves_out_several_is_said_once() -> None:
    looping = an_exercise(id="loop", name="Loop", equipment=(Equipment.STRAP,), areas=(Area.INNER_THIGH,))
    pulling = an_exercise(id="pull", name="Pull", equipment=(Equipment.STRAP,), areas=(Area.INNER_THIGH,))
    steps = [Step(exercise, exercise.dose) for exercise in (looping, pulling, looping)]
    assert adapted(*steps, a_hold()).changes == ("Without “Loop”, “Pull”, because you have no strap.",)


def test_what_was_too_hard_is_easier_the_next_time_and_said() -> None:
    lunge = replace(KNEELING, easier=Variant("Stand.", "standing_lunge"))
    done = adapted(Step(lunge, Dose(1, 30)), known=(STANDING,), easier_next=("lunge",))
    assert doses(done) == [("standing_lunge", 1, 30)]
    assert done.changes == ("“Standing lunge” instead of “Lunge”: easier this time.",)


def test_an_easier_form_that_does_not_suit_is_not_used() -> None:
    lunge = replace(KNEELING, easier=Variant("Stand.", "standing_lunge"))
    done = adapted(Step(lunge, Dose(1, 30)), known=(STANDING,), easier_next=("lunge",), left_out=("standing_lunge",))
    assert done == Adapted(a_routine(Step(lunge, Dose(1, 30))), ())


def test_what_has_no_easier_form_stays() -> None:
    assert adapted(a_hold(), easier_next=("knee_hug",)) == Adapted(a_routine(a_hold()), ())


def replaced(old: Step, new: Exercise) -> Dose:
    step = easier_step(replace(old, exercise=replace(old.exercise, easier=Variant("Easier.", new.id))), by_id(new))
    assert step is not None
    assert step.exercise == new
    return step.dose


BRIDGE = an_exercise(id="tilt", mode=Mode.REPS, sides=Sides.NONE, dose=Dose(1, None, 8, 6))


def test_an_easier_exercise_keeps_what_both_count_alike() -> None:
    assert replaced(a_hold(45, sets=2), an_exercise(id="easy", dose=Dose(1, 20, most_sets=3))) == Dose(2, 45)
    assert replaced(a_hold(45, sets=2), an_exercise(id="easy", dose=Dose(1, 20))) == Dose(1, 45)
    assert replaced(a_rep_step(reps=12, sets=3), BRIDGE) == Dose(3, None, 12, 6)


def test_an_easier_exercise_has_its_own_amount_where_it_is_counted_otherwise() -> None:
    assert replaced(a_hold(45, sets=2), BRIDGE) == Dose(1, None, 8, 6)
    own = Dose(1, 20, most_sets=3, most_seconds=40, most_reps=None)
    assert replaced(a_rep_step(), an_exercise(id="easy", dose=own)) == Dose(1, 20)


def test_reps_of_both_sides_together_stay_even() -> None:
    bird_dog = replace(BRIDGE, sides=Sides.ALTERNATING)
    assert replaced(a_rep_step(reps=9), bird_dog).reps == 10
    assert replaced(a_rep_step(reps=12), bird_dog).reps == 12


@pytest.mark.parametrize("one, other", [(Sides.EACH, Sides.NONE), (Sides.ALTERNATING, Sides.EACH)])
def test_reps_of_a_side_are_not_reps_of_both(one: Sides, other: Sides) -> None:
    assert replaced(a_rep_step(reps=12, sets=2, sides=one), replace(BRIDGE, sides=other)) == Dose(1, None, 8, 6)


@pytest.mark.parametrize("easier", [None, Variant("Smaller."), Variant("Other.", "unknown")])
def test_there_is_not_always_an_easier_exercise(easier: Variant | None) -> None:
    assert easier_step(a_hold(easier=easier), {}) is None


@pytest.mark.parametrize("step", [a_hold(30, sets=2), a_rep_step(reps=8, sets=3, seconds_per_rep=4), a_walk(90)])
def test_a_step_is_read_back_from_any_of_its_segments(step: Step) -> None:
    timeline = compile_routine(a_routine(step))
    for segment in timeline.with_seconds(1, 3).segments:
        assert step_of_segment(segment, by_id(step.exercise)) == step


@pytest.mark.parametrize("seen_at, is_offered", [("", True), ("2026-03-18T12:00:00+01:00", False)])
def test_what_does_not_suit_is_offered_until_somebody_said_what_suits_them(seen_at: str, is_offered: bool) -> None:
    assert suits(KNEELING, settings(comfort_filters=("no_kneeling",), safety_seen_at=seen_at)) is is_offered
    assert suits(STANDING, settings(comfort_filters=("no_kneeling",), safety_seen_at=seen_at))


@pytest.mark.parametrize("seen_at", ["", "2026-03-18T12:00:00+01:00"])
def test_what_was_left_out_is_never_offered(seen_at: str) -> None:
    assert not suits(STANDING, settings(left_out=("standing_lunge",), safety_seen_at=seen_at))
