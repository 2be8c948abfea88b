"""What the exercises of a phase share: spoken lines, safety and rules, from ``phases.json``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hipback_desktop.catalogue.checking import checked
from hipback_desktop.catalogue.problem import Problem, Report
from hipback_desktop.catalogue.reading import read_document, shown
from hipback_desktop.catalogue.schema import PHASES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from hipback_desktop.core.exercise import Exercise


def with_shared_words(
    exercises: Mapping[str, Exercise], path: Path, translate: Callable[[str], str]
) -> tuple[dict[str, Exercise], list[Problem]]:
    """The exercises with what their phase shares, and every problem of the file; with problems they are as before."""
    report = Report(shown(path))
    document = read_document(path, report)
    phases = checked(PHASES, document, "", report) if report.is_clean() else None
    if phases is None or not report.is_clean():
        return dict(exercises), report.problems
    return {name: _sharing(it, phases.get(it.phase, {}), translate) for name, it in exercises.items()}, []


def _sharing(exercise: Exercise, right: Mapping[str, Any], translate: Callable[[str], str]) -> Exercise:
    def texts(found: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(translate, found))

    return replace(
        exercise,
        shared_cues=texts(right.get("cues", {}).get(exercise.mode, ())),
        shared_safety=texts(right.get("safety", ())),
        shared_rules=texts(right.get("rules", ())),
    )
