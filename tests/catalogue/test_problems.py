"""Every kind of mistake is found at its exact place, and all of them at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hipback_desktop.catalogue.catalogue import check_file, load_routine
from hipback_desktop.catalogue.problem import MOST_PROBLEMS, ContentError, Problem
from tests.catalogue.documents import a_routine, an_exercise, changed, counted, problems_of, written

WRONG_EXERCISES: tuple[tuple[str, Any, str, str], ...] = (
    ("version", 2, "version", "is made for a newer Hipback; this one reads version 1"),
    ("version", 0, "version", "must be 1, not 0"),
    ("version", True, "version", "must be a whole number, not true or false"),
    ("id", ..., "id", "is missing: the name of the file without .json"),
    ("id", "../../etc/passwd", "id", 'must be 1 to 64 of the characters a-z, 0-9 and _, not "../../etc/passwd"'),
    ("id", "a" * 65, "id", f'must be 1 to 64 of the characters a-z, 0-9 and _, not "{"a" * 40}…"'),
    ("id", "other", "id", 'must be the name of the file, "knee_hug"'),
    ("name", 5, "name", "must be text, not a number"),
    ("name", "", "name", "must have 1 to 80 characters, not 0"),
    ("name", " \t", "name", "must have 1 to 80 characters, not 0"),
    ("name", "x" * 81, "name", "must have 1 to 80 characters, not 81"),
    ("name", "Knee\u202ehug", "name", "must not contain control characters"),
    ("name", "Knee\x1b[2J", "name", "must not contain control characters"),
    ("name", "\ud800", "name", "must not contain control characters"),
    ("phase", "strech", "phase",
     'must be one of warm_up, smr, stretch, strengthen, calm, not "strech"; did you mean "stretch"?'),
    ("mode", None, "mode", "must be text, not null"),
    ("sides", "alternating", "sides", "must not be alternating unless mode is reps"),
    ("dose", [], "dose", "must be an object, not a list"),
    ("dose.seconds", ..., "dose.seconds", "is missing: mode is hold"),
    ("dose.seconds", 0, "dose.seconds", "must be 1 to 3600, not 0"),
    ("dose.seconds", 3601, "dose.seconds", "must be 1 to 3600, not 3601"),
    ("dose.seconds", "30", "dose.seconds", "must be a number, not text"),
    ("dose.sets", 11, "dose.sets", "must be 1 to 10, not 11"),
    ("dose.sets", 1.5, "dose.sets", "must be a whole number, not a number"),
    ("dose.reps", 10, "dose.reps", "must be left out: mode is hold"),
    ("dose.reps", 201, "dose.reps", "must be 1 to 200, not 201"),
    ("dose.most_seconds", 20, "dose.most_seconds", "must not be below seconds"),
    ("dose.secs", 20, "dose", 'has the unknown key "secs"; did you mean "sets"?'),
    ("prescriptions[0].sources[0]", "A 1", "prescriptions[0].sources[0]",
     'must be 1 to 64 of the characters a-z, 0-9 and _, not "A 1"'),
    ("areas", [], "areas", "must have 1 to 20 items, not 0"),
    ("areas[1]", "glutes", "areas[1]", '"glutes" is there already'),
    ("steps[1]", 5, "steps[1]", "must be text, not a number"),
    ("steps", "Lie down.", "steps", "must be a list, not text"),
    ("cues", ["x" * 301], "cues[0]", "must have 1 to 300 characters, not 301"),
    ("sees_screen", "maybe", "sees_screen", 'must be one of yes, partly, no, not "maybe"'),
    ("breath", {"in_seconds": 4}, "breath.out_seconds", "is missing: length of a breath out"),
    ("desk", "yes", "desk", "must be true or false, not text"),
    ("easier.text", ..., "easier.text", "is missing: a sentence that says how"),
    ("easier.exercise", "nowhere", "easier.exercise", 'is unknown: "nowhere"'),
    ("easier.exercise", "knee_hugs", "easier.exercise", 'is unknown: "knee_hugs"; did you mean "knee_hug"?'),
    ("easier.exercise", "knee_hug", "easier.exercise",
     "makes the ladder from easier to harder a circle: knee_hug → knee_hug"),
    ("figure", "figures/x", "figure", 'must be 1 to 64 of the characters a-z, 0-9 and _, not "figures/x"'),
    ("breathng", "x", "", 'has the unknown key "breathng"; did you mean "breathing"?'),
)  # fmt: skip

WRONG_BREATHS = ({"in_seconds": 4, "out_seconds": 6}, {"in_seconds": 2, "out_seconds": 2.5, "first_in_at": 1})

WRONG_ROUTINES: tuple[tuple[str, Any, str, str], ...] = (
    ("blocks", [], "blocks", "must have 1 to 100 items, not 0"),
    ("blocks[0]", 7, "blocks[0]", "must be an object, not a number"),
    ("blocks[1].phase", "stretch", "blocks[1].steps[0].exercise",
     "thigh_raise belongs to strengthen, the block is stretch"),
    ("blocks[0].steps[0].exercise", "knee_hg", "blocks[0].steps[0].exercise",
     'is unknown: "knee_hg"; did you mean "knee_hug"?'),
    ("blocks[1].steps[0]", {"exercise": "thigh_raise", "seconds": 20}, "blocks[1].steps[0].seconds",
     "must be reps: mode of thigh_raise is reps"),
    ("blocks[0].steps[0]", {"exercise": "knee_hug", "reps": 20}, "blocks[0].steps[0].reps",
     "must be seconds: mode of knee_hug is hold"),
    ("blocks[0].steps[0]", {"exercise": "knee_hug"}, "blocks[0].steps[0].seconds",
     "is missing: mode of knee_hug is hold"),
    ("blocks[0].steps[0].seconds", 0.5, "blocks[0].steps[0].seconds", "must be 1 to 3600, not 0.5"),
    ("blocks[1].steps[0].reps", 9, "blocks[1].steps[0].reps",
     "must be even: thigh_raise alternates and both sides together are counted"),
    ("blocks[0].steps[0]", {"exercise": "knee_hug", "seconds": 3600, "sets": 2}, "blocks",
     "must ask for at most 3 hours of work"),
    ("blocks[0].steps", [{"exercise": "knee_hug", "seconds": 1}] * 100, "blocks",
     "must have at most 100 steps in all, not 101"),
    ("tags[0]", "at desk", "tags[0]", 'must be 1 to 64 of the characters a-z, 0-9 and _, not "at desk"'),
    ("exercises[1].dose.reps", 9, "exercises[1].dose.reps", "must be even, as both sides together are counted"),
    ("exercises[1].dose.seconds_per_rep", ..., "exercises[1].dose.seconds_per_rep", "is missing: mode is reps"),
    ("exercises[0].harder", {"text": "More.", "exercise": "gone"}, "exercises[0].harder.exercise",
     'is unknown: "gone"'),
    ("exercises[1]", an_exercise(), "exercises[1].id", '"knee_hug" is there already'),
)  # fmt: skip


@pytest.mark.parametrize(("where", "value", "place", "reason"), WRONG_EXERCISES)
def test_mistake_in_an_exercise(tmp_path: Path, where: str, value: object, place: str, reason: str) -> None:
    path = written(tmp_path, changed(an_exercise(), where, value), "knee_hug")
    assert (place, reason) in [(found.place, found.reason) for found in check_file(path, {})]


@pytest.mark.parametrize(("where", "value", "place", "reason"), WRONG_ROUTINES)
def test_mistake_in_a_routine(tmp_path: Path, where: str, value: object, place: str, reason: str) -> None:
    assert (place, reason) in problems_of(tmp_path, changed(a_routine(), where, value))


@pytest.mark.parametrize("document", [an_exercise(), counted(), a_routine()])
def test_right_documents_have_no_problem(tmp_path: Path, document: dict[str, Any]) -> None:
    assert problems_of(tmp_path, document) == []


def test_all_problems_are_reported_at_once(tmp_path: Path) -> None:
    document = a_routine(nme="x", tags=5)
    document["blocks"][0]["steps"][0]["seconds"] = -1
    document["blocks"][1]["steps"].append({"exercise": "nothing_like_it", "reps": 3})
    del document["exercises"][0]["cues"]
    document["exercises"][1]["dose"]["reps"] = 7
    assert [place for place, _ in problems_of(tmp_path, document)] == [
        "tags",
        "blocks[0].steps[0].seconds",
        "exercises[0].cues",
        "",
        "exercises[1].dose.reps",
        "blocks[1].steps[1].exercise",
    ]


def test_a_broken_exercise_is_not_reported_again_where_it_is_used(tmp_path: Path) -> None:
    document = changed(a_routine(), "exercises[0].cues", ...)
    assert problems_of(tmp_path, document) == [("exercises[0].cues", "is missing: short lines that are spoken")]


def test_a_ladder_in_a_circle_names_the_chain(tmp_path: Path) -> None:
    document = changed(a_routine(), "exercises[0].harder", {"text": "Raise.", "exercise": "thigh_raise"})
    document = changed(document, "exercises[1].harder", {"text": "Hug.", "exercise": "knee_hug"})
    found = dict(problems_of(tmp_path, document))
    assert set(found) == {"exercises[0].harder.exercise", "exercises[1].harder.exercise"}
    chains = ("knee_hug → thigh_raise → knee_hug", "thigh_raise → knee_hug → thigh_raise")
    assert found["exercises[1].harder.exercise"].endswith(chains)


def test_easier_and_harder_of_two_exercises_must_agree(tmp_path: Path) -> None:
    document = changed(a_routine(), "exercises[0].harder", {"text": "Raise.", "exercise": "thigh_raise"})
    document = changed(document, "exercises[1].easier.exercise", "knee_hug")
    assert problems_of(tmp_path, document) == []
    document = changed(document, "exercises[1].harder", {"text": "Hug.", "exercise": "knee_hug"})
    assert {place for place, _ in problems_of(tmp_path, document)} == {
        "exercises[0].harder.exercise",
        "exercises[1].easier.exercise",
    }


@pytest.mark.parametrize(
    ("document", "place", "reason"),
    [
        ({"id": "x"}, "format", 'is missing: "hipback-exercise" or "hipback-routine"'),
        ({"format": 5}, "format", 'must be "hipback-exercise" or "hipback-routine"'),
        (
            {"format": "hipback-routines"},
            "format",
            'must be "hipback-exercise" or "hipback-routine"; did you mean "hipback-routine"?',
        ),
    ],
)
def test_a_file_says_what_it_is(tmp_path: Path, document: dict[str, Any], place: str, reason: str) -> None:
    assert problems_of(tmp_path, document) == [(place, reason)]


def test_a_problem_reads_as_file_place_reason() -> None:
    assert str(Problem("a.json", "steps[2]", "is missing")) == "a.json: steps[2]: is missing"
    assert str(Problem("a.json", "", "is empty")) == "a.json: is empty"


def test_a_refused_routine_is_one_sentence_with_all_problems(tmp_path: Path) -> None:
    path = written(tmp_path, changed(a_routine(name=7), "blocks[0].steps[0].seconds", -1))
    with pytest.raises(ContentError) as caught:
        load_routine(path, {})
    assert [problem.place for problem in caught.value.problems] == ["name", "blocks[0].steps[0].seconds"]
    assert str(caught.value) == (
        f"{path} cannot be used: name: must be text, not a number (and 1 more); "
        "run hipback check with this file to see all."
    )
    assert str(ContentError(caught.value.problems[:1])) == f"{path} cannot be used: name: must be text, not a number."


def test_a_flood_of_problems_is_cut_off_and_says_so(tmp_path: Path) -> None:
    block = {"phase": "stretch", "steps": [{"exercise": 1, "seconds": 0, "sets": 0, "x": 1}] * 50}
    found = problems_of(tmp_path, a_routine(blocks=[block] * 80))
    assert len(found) == MOST_PROBLEMS + 1
    assert found[-1] == ("", f"there are more problems; these are the first {MOST_PROBLEMS}")
    with pytest.raises(ContentError):
        load_routine(written(tmp_path, a_routine(blocks=[block] * 80)), {})


def test_many_unknown_keys_become_one_problem_in_the_end(tmp_path: Path) -> None:
    found = problems_of(tmp_path, {**a_routine(), **{f"key{number}": 1 for number in range(50)}})
    assert found[-1] == ("", "has 30 more unknown keys")
    assert len(found) == 21


@pytest.mark.parametrize("breath", WRONG_BREATHS)
def test_reps_that_are_led_by_the_breath_take_as_long_as_it(tmp_path: Path, breath: dict[str, float]) -> None:
    assert problems_of(tmp_path, counted(breath=breath)) == [("breath", "must take as long in and out as a repetition")]
    assert problems_of(tmp_path, counted(breath={"in_seconds": 2, "out_seconds": 3})) == []
