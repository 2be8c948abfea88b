"""What people type finds what they mean, the best first."""

from __future__ import annotations

import pytest

from hipback_desktop.core.exercise import Area, Phase
from hipback_desktop.core.exercise_search import ExerciseSearch
from tests.builders import an_exercise
from tests.core.shipped import catalogue

EXERCISES = (
    an_exercise(id="elsewhere", name="Knee hug", areas=(Area.LOWER_BACK,), muscles=("psoas",)),
    an_exercise(id="synonym", name="Low lunge", synonyms=("psoas stretch", "runner's lunge"), areas=(Area.QUADS,)),
    an_exercise(id="word", name="Easy psoas opener", areas=(Area.QUADS,)),
    an_exercise(id="begins", name="Psoas drape", areas=(Area.QUADS,)),
    an_exercise(id="plank", name="Plank", phase=Phase.STRENGTHEN, areas=(Area.CORE,)),
)


@pytest.fixture(scope="module")
def small() -> ExerciseSearch:
    return ExerciseSearch(EXERCISES)


@pytest.fixture(scope="module")
def shipped() -> ExerciseSearch:
    return ExerciseSearch(catalogue().exercises.values())


def test_a_name_that_begins_so_then_a_word_of_it_then_a_synonym_then_muscle_or_area(small: ExerciseSearch) -> None:
    assert small.find("psoas") == ("begins", "word", "synonym", "elsewhere")
    assert small.find("ps") == ("begins", "word", "synonym", "elsewhere")


def test_every_word_has_to_be_answered_wherever_it_stands(small: ExerciseSearch) -> None:
    assert small.find("back psoas") == ("elsewhere",)
    assert small.find("psoas plank") == ()


@pytest.mark.parametrize("typed", ["PSOAS Drape", "psoas  drape", "psoas-drape", "psöas drape", "drape for my psoas"])
def test_capitals_accents_dashes_and_small_words_make_no_difference(small: ExerciseSearch, typed: str) -> None:
    assert small.find(typed) == ("begins",)


@pytest.mark.parametrize(
    ("typed", "apart"), [("catcow", "cat cow"), ("sideplank", "side plank"), ("warmup", "warm-up")]
)
def test_two_words_may_be_typed_as_one(shipped: ExerciseSearch, typed: str, apart: str) -> None:
    assert set(shipped.find(typed)) == set(shipped.find(apart)) != set()


@pytest.mark.parametrize("typed", ["runners", "runner's", "runner’s lunge"])
def test_an_apostrophe_makes_no_difference(small: ExerciseSearch, typed: str) -> None:
    assert small.find(typed) == ("synonym",)


@pytest.mark.parametrize("typed", ["", "  ", "–"])
def test_nothing_typed_finds_all_in_their_order(small: ExerciseSearch, typed: str) -> None:
    assert small.find(typed) == tuple(exercise.id for exercise in EXERCISES)


def test_the_exercises_are_read_when_something_is_typed_or_there_is_time() -> None:
    search = ExerciseSearch([an_exercise()])
    search.find(" ")
    assert "_entries" not in vars(search)
    search.read()
    assert "_entries" in vars(search)


@pytest.mark.parametrize("typed", ["plakn", "plnk", "plamk", "plannk", "planks"])
def test_one_slip_of_a_finger_is_forgiven(small: ExerciseSearch, typed: str) -> None:
    assert small.find(typed) == ("plank",)


@pytest.mark.parametrize("typed", ["pain", "plug", "qlank", "xyz", "planpla"])
def test_two_slips_are_another_word(small: ExerciseSearch, typed: str) -> None:
    assert small.find(typed) == ()


def test_the_words_that_find_nothing_are_told_apart(small: ExerciseSearch) -> None:
    assert small.known_part("Lower back xyz") == "lower back"
    assert small.known_part("xyz") == ""


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("psoas", "hip_flexor_half_kneeling"),
        ("lower back", "pelvic_tilt_supine"),
        ("piriformis stretch", "figure_four_supine"),
        ("butt", "smr_glute_ball"),
        ("foam rolling", "smr_glute_roller"),
        ("foam roller", "smr_quad_hip_flexor"),
        ("IT band", "smr_tfl_itb"),
        ("pigeon pose", "pigeon_full"),
        ("figure 4", "figure_four_seated"),
        ("bridge", "glute_bridge"),
        ("hip bridge", "glute_bridge"),
        ("abs", "dead_bug"),
        ("groin", "adductor_butterfly"),
        ("child", ""),
        ("ql", "side_bend_standing"),
        ("office", "hip_flexor_standing"),
        ("deep breathing", "diaphragmatic_breathing"),
        ("hamstrings", "hamstring_supine_strap"),
        ("spinal twist", "supine_spinal_twist"),
        ("good morning", "rdl_bodyweight"),
        ("hip hinge", "rdl_weighted"),
        ("touch toes", "seated_forward_fold"),
        ("stretch for my lower back", "knee_to_chest_single"),
    ],
)
def test_what_people_really_type(shipped: ExerciseSearch, typed: str, wanted: str) -> None:
    found = shipped.find(typed)
    assert wanted in found if wanted else found == ()


@pytest.mark.parametrize(("typed", "first"), [("cat", "cat_cow"), ("squat", "squat_bodyweight"), ("plank", "plank_f")])
def test_the_name_comes_first(shipped: ExerciseSearch, typed: str, first: str) -> None:
    assert any(name.startswith(first) for name in shipped.find(typed)[:3])


def test_each_exercise_is_found_first_by_its_name_and_somewhere_by_each_synonym(shipped: ExerciseSearch) -> None:
    for exercise in catalogue().exercises.values():
        assert shipped.find(exercise.name)[0] == exercise.id
        assert all(exercise.id in shipped.find(synonym) for synonym in exercise.synonyms), exercise.id


def test_each_shipped_exercise_has_synonyms_in_small_letters() -> None:
    for exercise in catalogue().exercises.values():
        assert len(exercise.synonyms) >= 5, exercise.id
        assert len(set(exercise.synonyms)) == len(exercise.synonyms)
        assert all(synonym == synonym.lower() != exercise.name.lower() for synonym in exercise.synonyms), exercise.id
