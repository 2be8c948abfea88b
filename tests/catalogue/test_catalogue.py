"""What is shipped is found, in order and in the user's language; a user's file may bring its exercises along."""

from __future__ import annotations

import gettext
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hipback_desktop import paths
from hipback_desktop.catalogue.catalogue import (
    ROUTINE_ORDER,
    Catalogue,
    check_file,
    load_catalogue,
    load_routine,
    usable_exercises,
)
from hipback_desktop.core import language
from hipback_desktop.core.dose import Dose
from hipback_desktop.core.errors import BugError
from hipback_desktop.core.exercise import Phase, Position, Prescription, Sides, Variant
from tests.catalogue.documents import a_routine, an_exercise, changed, counted, written


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue(paths.asset)


@pytest.fixture
def assets(tmp_path: Path) -> Callable[[str], Path]:
    """A small folder of assets with one routine of two exercises."""
    for folder in ("exercises", "routines"):
        (tmp_path / folder).mkdir()
    for document in (an_exercise(), counted()):
        written(tmp_path / "exercises", document)
    written(tmp_path / "routines", changed(a_routine(), "exercises", ...), "two_things.hipback")
    written(tmp_path, {}, "phases")
    return lambda name: tmp_path / name


def test_exercises_by_phase_and_routines_in_order(shipped: Catalogue) -> None:
    phases = [exercise.phase for exercise in shipped.exercises.values()]
    assert phases == sorted(phases, key=list(Phase).index)
    assert tuple(shipped.routines) == ROUTINE_ORDER
    assert all(name == exercise.id for name, exercise in shipped.exercises.items())


def test_the_catalogue_cannot_be_changed(shipped: Catalogue) -> None:
    with pytest.raises(TypeError):
        shipped.exercises["x"] = next(iter(shipped.exercises.values()))  # type: ignore[index]
    with pytest.raises(TypeError):
        del shipped.routines["full_20"]  # type: ignore[attr-defined]


def test_shipped_files_check_without_problems(shipped: Catalogue) -> None:
    files = [*paths.asset("exercises").glob("*.json"), *paths.asset("routines").glob("*.json")]
    assert len(files) == len(shipped.exercises) + len(shipped.routines)
    assert [str(problem) for file in files for problem in check_file(file, shipped.exercises)] == []


def test_every_exercise_says_whether_the_screen_can_be_seen() -> None:
    for file in paths.asset("exercises").glob("*.json"):
        assert "sees_screen" in json.loads(file.read_text(encoding="utf-8")), file.name


def test_files_are_written_in_one_manner() -> None:
    for file in paths.asset("").rglob("*.json"):
        text = file.read_text(encoding="utf-8")
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n", file.name


def test_documents_become_values(assets: Callable[[str], Path]) -> None:
    found = load_catalogue(assets)
    hug, lift = found.exercises["knee_hug"], found.exercises["thigh_raise"]
    assert hug.dose == Dose(sets=2, seconds=30, most_seconds=45)
    assert hug.prescriptions == (Prescription("20–30 s", ("practice",)),)
    assert (hug.easier, hug.harder) == (Variant("Hold behind the thigh."), None)
    assert (hug.position, hug.start_cue, hug.safety) == (Position.SUPINE, None, ())
    assert (lift.sides, lift.dose) == (Sides.ALTERNATING, Dose(sets=2, reps=10, seconds_per_rep=5))
    routine = found.routines["two_things"]
    assert [step.dose for step in routine.steps] == [Dose(sets=2, seconds=30), Dose(reps=10, seconds_per_rep=5)]
    assert routine.file == str(assets("routines") / "two_things.hipback.json")
    assert (routine.tags, routine.notes, routine.summary) == (("desk",), ("Take your time.",), "A hug and a raise.")


def test_a_file_may_bring_its_exercises_along(tmp_path: Path) -> None:
    document = a_routine()
    for key in ("format", "version"):
        del document["exercises"][0][key]
    routine = load_routine(written(tmp_path, document), {})
    assert [step.exercise.id for step in routine.steps] == ["knee_hug", "thigh_raise"]


def test_the_exercises_of_a_file_come_before_known_ones(tmp_path: Path, shipped: Catalogue) -> None:
    known = dict(shipped.exercises)
    known["knee_hug"] = known["figure_four_supine"]
    routine = load_routine(written(tmp_path, a_routine()), known)
    assert routine.steps[0].exercise.name == "Knee hug"


def test_broken_content_is_a_bug_with_its_problems(assets: Callable[[str], Path]) -> None:
    written(assets("exercises"), changed(an_exercise(), "cues", 5))
    with pytest.raises(BugError, match=r"knee_hug\.json: cues: must be a list"):
        load_catalogue(assets)
    assert list(usable_exercises(assets)) == ["thigh_raise"]


def test_unreadable_content_is_a_bug(assets: Callable[[str], Path]) -> None:
    (assets("exercises") / "cut.json").write_text('{"format":', encoding="utf-8")
    (assets("routines") / "cut.hipback.json").write_bytes(b"\xff")
    with pytest.raises(BugError, match=r"(?s)exercises.cut\.json: line 1.*routines.cut\.hipback\.json: byte 0"):
        load_catalogue(assets)


def test_missing_content_is_a_bug(assets: Callable[[str], Path]) -> None:
    shutil.rmtree(assets("routines"))
    with pytest.raises(BugError, match="no content in"):
        load_catalogue(assets)


def test_a_shipped_ladder_in_a_circle_is_a_bug(assets: Callable[[str], Path]) -> None:
    written(assets("exercises"), an_exercise(harder={"text": "Raise.", "exercise": "thigh_raise"}))
    written(assets("exercises"), counted(harder={"text": "Hug.", "exercise": "knee_hug"}))
    with pytest.raises(BugError, match=r"thigh_raise\.json: harder\.exercise: makes the ladder"):
        load_catalogue(assets)


def test_a_routine_that_is_not_in_the_order_comes_last(assets: Callable[[str], Path]) -> None:
    plain = changed(a_routine(), "exercises", ...)
    for name in ("aa_new", "full_20", "desk_reset_2"):
        written(assets("routines"), {**plain, "id": name}, f"{name}.hipback")
    assert list(load_catalogue(assets).routines) == ["desk_reset_2", "full_20", "aa_new", "two_things"]


@pytest.fixture
def another_language() -> Iterator[None]:
    """The catalogue of a language is looked up once: here it is looked up anew before the test and after it."""
    language._translation.cache_clear()
    yield
    language._translation.cache_clear()


@pytest.mark.usefixtures("another_language")
def test_words_are_translated(assets: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    class Shouting(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            assert message, "the empty text would give the header of the catalogue"
            return message.upper()

    monkeypatch.setattr(gettext, "translation", lambda *_, **__: Shouting())
    found = load_catalogue(assets)
    hug = found.exercises["knee_hug"]
    assert (hug.name, hug.steps[0], hug.avoid) == ("KNEE HUG", "LIE DOWN.", ("HAULING.",))
    assert hug.easier == Variant("HOLD BEHIND THE THIGH.")
    assert (hug.id, hug.sources) == ("knee_hug", ("practice",))
    routine = found.routines["two_things"]
    assert (routine.name, routine.notes, routine.id) == ("TWO THINGS", ("TAKE YOUR TIME.",), "two_things")
