"""What the exercises of a phase share reaches every one of them, and a broken file is found in full."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hipback_desktop import paths
from hipback_desktop.catalogue.catalogue import load_catalogue
from hipback_desktop.catalogue.phases import with_shared_words
from hipback_desktop.core.errors import BugError
from hipback_desktop.core.exercise import Exercise, Mode, Phase
from tests.builders import an_exercise, by_id
from tests.catalogue.documents import written

HUG = an_exercise()
LIFT = an_exercise(id="lift", phase=Phase.STRENGTHEN, mode=Mode.REPS)
BOTH = by_id(HUG, LIFT)


def shared(folder: Path, document: Any) -> tuple[dict[str, Exercise], list[tuple[str, str]]]:
    """The two exercises, and place and reason of every problem."""
    exercises, problems = with_shared_words(BOTH, written(folder, document, "phases"), str.upper)
    return exercises, [(found.place, found.reason) for found in problems]


def test_each_has_what_its_phase_shares_and_the_cues_of_its_mode(tmp_path: Path) -> None:
    cues = {"hold": ["Let go."], "reps": ["Slowly."]}
    exercises, _ = shared(tmp_path, {"stretch": {"cues": cues, "safety": ["Not when ill."], "rules": ["Warm up."]}})
    hug, lift = exercises["knee_hug"], exercises["lift"]
    assert (hug.shared_cues, hug.shared_safety, hug.shared_rules) == (("LET GO.",), ("NOT WHEN ILL.",), ("WARM UP.",))
    assert (lift.shared_cues, lift.shared_safety, lift.shared_rules) == ((), (), ())


def test_every_problem_is_found_and_nothing_is_shared(tmp_path: Path) -> None:
    document = {"strech": {}, "smr": {"cues": {"roll": ["Roll.", 5]}, "safety": "No."}, "calm": {"rules": ["\x1b"]}}
    exercises, problems = shared(tmp_path, document)
    assert exercises == BOTH
    assert problems == [
        ("smr.cues.roll[1]", "must be text, not a number"),
        ("smr.safety", "must be a list, not text"),
        ("calm.rules[0]", "must not contain control characters"),
        ("", 'has the unknown key "strech"; did you mean "stretch"?'),
    ]


@pytest.mark.parametrize("raw", [b"", b"\xff", b'{"smr":', b"[]", b"[" * 1000, b'{"smr": NaN}', b"5"])
def test_a_file_that_is_no_such_document_is_one_problem(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "phases.json"
    path.write_bytes(raw)
    exercises, problems = with_shared_words(BOTH, path, str)
    assert exercises == BOTH
    assert len(problems) == 1


def test_broken_or_missing_it_is_a_bug(tmp_path: Path) -> None:
    def asset(name: str) -> Path:
        return tmp_path / name if name == "phases.json" else paths.asset(name)

    with pytest.raises(BugError, match=r"phases\.json: does not exist"):
        load_catalogue(asset)
    written(tmp_path, {"smr": {"rules": 5}}, "phases")
    with pytest.raises(BugError, match=r"phases\.json: smr\.rules: must be a list"):
        load_catalogue(asset)


def test_everything_shipped_reaches_somebody() -> None:
    """Also the exercises inside a routine have it, and no line is in the file for a mode its phase does not know."""
    shipped = load_catalogue(paths.asset)
    reached = {
        text
        for step in (step for routine in shipped.routines.values() for step in routine.steps)
        for text in (*step.exercise.shared_cues, *step.exercise.shared_safety, *step.exercise.shared_rules)
    }
    document = json.loads(paths.asset("phases.json").read_text(encoding="utf-8"))
    texts = [
        text
        for phase in document.values()
        for texts in (*phase.get("cues", {}).values(), phase.get("safety", ()), phase["rules"])
        for text in texts
    ]
    assert set(texts) == reached
    assert len(texts) == len(reached)
