"""The content agrees with the domain reference: every exercise, amount, ladder and total."""

from __future__ import annotations

import re
from typing import Any

import pytest

from hipback_desktop import paths
from hipback_desktop.catalogue.catalogue import Catalogue, load_catalogue
from hipback_desktop.core.exercise import Exercise, Origin, Phase, Sides
from hipback_desktop.core.routine import Routine, Step
from tests import domain_table as domain

SPOKEN_MOST = 120


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue(paths.asset)


@pytest.fixture(params=sorted(domain.EXERCISES))
def pair(request: pytest.FixtureRequest, shipped: Catalogue) -> tuple[Exercise, dict[str, Any]]:
    """One of our exercises, and its row in the table."""
    return shipped.exercises[request.param], domain.EXERCISES[request.param]


def numbers_in(text: str) -> set[int]:
    return {int(number) for number in re.findall(r"\d+", text)}


def test_nothing_is_missing_and_nothing_is_new(shipped: Catalogue) -> None:
    assert set(shipped.exercises) == {*domain.EXERCISES, *domain.DERIVED}
    assert set(shipped.routines) == set(domain.ROUTINES)


def test_what_it_is(pair: tuple[Exercise, dict[str, Any]]) -> None:
    ours, row = pair
    for name in ("name", "phase", "mode", "sides", "position", "bias", "level", "origin", "desk", "bed", "opt_in"):
        assert getattr(ours, name) == row[name], name
    assert list(ours.areas) == row["areas"]
    assert sorted(ours.comfort) == sorted(row["comfort"])
    assert sorted(ours.sources) == sorted(row["seeds"])


def test_what_it_needs(pair: tuple[Exercise, dict[str, Any]]) -> None:
    """Each group of alternatives in the table is met by one item, and there is nothing else."""
    ours, row = pair
    assert len(ours.equipment) == len(row["equipment"])
    for group in row["equipment"]:
        assert len(set(group) & set(ours.equipment)) == 1, group


def test_how_much_we_ship(pair: tuple[Exercise, dict[str, Any]]) -> None:
    ours, row = pair
    wanted = row["dose"]
    for name in ("sets", "seconds", "reps", "seconds_per_rep"):
        assert getattr(ours.dose, name) == wanted.get(name), name
    for name in ("sets", "seconds", "reps"):
        most = getattr(ours.dose, f"most_{name}") or getattr(ours.dose, name)
        assert most == wanted.get(f"most_{name}", wanted.get(name)), name


def test_what_the_sources_say(pair: tuple[Exercise, dict[str, Any]]) -> None:
    ours, row = pair
    said: dict[str, set[int]] = {}
    for prescription in ours.prescriptions:
        for source in prescription.sources:
            said.setdefault(source, set()).update(numbers_in(prescription.text))
    assert said == {source: set(numbers) for source, numbers in row["said"].items()}


def test_no_step_and_no_spoken_line_is_dropped(pair: tuple[Exercise, dict[str, Any]]) -> None:
    ours, row = pair
    assert len(ours.steps) == row["steps"]
    assert list(ours.cues) == row["voice"]


@pytest.mark.parametrize("way", ["easier", "harder"])
def test_where_easier_and_harder_lead(pair: tuple[Exercise, dict[str, Any]], way: str) -> None:
    ours, row = pair
    variant = getattr(ours, way)
    named, possible = row[way]["named"], row[way]["possible"]
    if not row[way]["offered"]:
        assert variant is None or variant.exercise_id in possible
    elif named:
        assert variant.exercise_id in named
    else:
        assert variant.text
        assert variant.exercise_id in {None, *possible, *domain.DERIVED}


@pytest.mark.parametrize("ladder", domain.LADDERS, ids=lambda ladder: " to ".join((ladder[0], ladder[-1])))
def test_ladders_are_never_climbed_the_wrong_way(shipped: Catalogue, ladder: list[str]) -> None:
    for rung, name in enumerate(ladder):
        ours = shipped.exercises[name]
        assert ours.easier is None or ours.easier.exercise_id not in ladder[rung:], name
        assert ours.harder is None or ours.harder.exercise_id not in ladder[: rung + 1], name


def test_every_exercise_is_complete(shipped: Catalogue) -> None:
    for ours in shipped.exercises.values():
        assert ours.avoid, ours.id
        assert ours.muscles, ours.id
        assert ours.easier is not None, ours.id
        assert ours.start_cue, ours.id
        assert ours.figure == ours.id
        assert 1 <= len(ours.breathing_cues) <= 3, ours.id
        assert ours.phase is not Phase.STRETCH or ours.breathing_cues[-1] == "Exhale into the stretch.", ours.id
        assert all(len(line) <= SPOKEN_MOST for line in (*ours.cues, *ours.breathing_cues)), ours.id


def test_derived_exercises_say_so(shipped: Catalogue) -> None:
    for name in domain.DERIVED:
        ours = shipped.exercises[name]
        assert (ours.origin, ours.sources, ours.prescriptions) == (Origin.DERIVED, ("practice",), ())


@pytest.mark.parametrize(
    ("name", "amount"),
    [
        ("light_cardio_march", (120, 300)),
        ("mcgill_curl_up", (40, 60)),
        ("side_plank_knees", (10, 20)),
        ("adductor_butterfly", (30, 30)),
        ("side_bend_standing", (20, 30)),
        ("sit_to_stand", (32, 48)),
    ],
)
def test_amount_of_a_derived_exercise(shipped: Catalogue, name: str, amount: tuple[int, int]) -> None:
    dose = shipped.exercises[name].dose
    most = dose.most_seconds or (dose.most_reps or 0) * (dose.seconds_per_rep or 0) or dose.work_seconds
    assert (dose.work_seconds, most) == amount


def amount_of(step: Step) -> dict[str, Any]:
    count = {"reps": step.dose.reps} if step.dose.reps is not None else {"seconds": step.dose.seconds}
    return {"exercise": step.exercise.id, "sets": step.dose.sets, **count}


@pytest.mark.parametrize("name", domain.ROUTINES)
def test_routine_has_its_steps_in_order(shipped: Catalogue, name: str) -> None:
    ours, row = shipped.routines[name], domain.ROUTINES[name]
    assert ours.name == row["name"]
    assert [amount_of(step) for step in ours.steps] == row["steps"]
    assert ("desk" in ours.tags) == name.startswith("desk_")


def length_of(step: Step) -> float:
    """Duration of a step by the formula of the reference."""
    sets, work = step.dose.sets, step.dose.work_seconds
    strengthens = step.exercise.phase is Phase.STRENGTHEN
    if step.exercise.sides is Sides.EACH:
        between_rounds = domain.REST_BETWEEN_ROUNDS if strengthens else 0
        return sets * 2 * work + (2 * sets - 1) * domain.SIDE_SWITCH + (sets - 1) * between_rounds
    rests = {Phase.STRENGTHEN: domain.REST_STRENGTH, Phase.SMR: domain.REST_SMR}
    return sets * work + (sets - 1) * rests.get(step.exercise.phase, domain.REST_STRETCH)


def total_of(routine: Routine) -> float:
    total, before = 0.0, None
    for step in routine.steps:
        total += domain.LEAD_IN_SAME if step.exercise.position is before else domain.LEAD_IN_CHANGE
        total += length_of(step)
        before = step.exercise.position
    return total


@pytest.mark.parametrize("name", domain.ROUTINES)
def test_routine_takes_its_time(shipped: Catalogue, name: str) -> None:
    assert total_of(shipped.routines[name]) == domain.ROUTINES[name]["seconds"]
