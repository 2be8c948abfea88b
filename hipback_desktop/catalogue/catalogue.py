"""What is shipped, what a user's file holds, and what is wrong with a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hipback_desktop.catalogue.checking import checked, did_you_mean
from hipback_desktop.catalogue.exercises import exercise_from, ladder_problems
from hipback_desktop.catalogue.figures import check_figure
from hipback_desktop.catalogue.phases import with_shared_words
from hipback_desktop.catalogue.problem import ContentError, Problem, Report
from hipback_desktop.catalogue.reading import quoted, read_document, shown
from hipback_desktop.catalogue.routines import routine_from
from hipback_desktop.catalogue.schema import EXERCISE, EXERCISE_FORMAT, FIGURE_FORMAT, ROUTINE, ROUTINE_FORMAT
from hipback_desktop.core.errors import BugError
from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.language import gettext
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.routine import Routine

ROUTINE_SUFFIX: Final = ".hipback.json"
ROUTINE_ORDER: Final = (
    "desk_reset_2",
    "desk_break_5",
    "keep_going_5",
    "quick_release_10",
    "full_20",
    "complete_30",
    "strength_day_25",
    "evening_wind_down_12",
    "roller_session_15",
)
_PHASES: Final = tuple(Phase)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything shipped, by id: exercises by phase, routines in the order to show them."""

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]


def load_catalogue(asset: Callable[[str], Path]) -> Catalogue:
    """The shipped exercises and routines; it is a bug when any of them is broken."""
    exercises, problems = _shipped_exercises(asset)
    exercises, found = with_shared_words(exercises, asset("phases.json"), gettext)
    problems += found
    routines: dict[str, Routine] = {}
    for path in sorted(asset("routines").glob(f"*{ROUTINE_SUFFIX}"), key=_routine_order):
        routine, found = _routine_in(path, exercises, gettext)
        problems += found
        if routine is not None:
            routines[routine.id] = routine
    if problems or not exercises or not routines:
        listed = "\n".join(map(str, problems)) or f"no content in {asset('')}"
        raise BugError(f"The shipped content is broken:\n{listed}")
    return Catalogue(MappingProxyType(exercises), MappingProxyType(routines))


def load_sources(asset: Callable[[str], Path]) -> Mapping[str, str]:
    """What the keys in the sources of exercises stand for."""
    report = Report(shown(asset("sources.json")))
    document = read_document(asset("sources.json"), report)
    if not report.is_clean():
        raise BugError("\n".join(map(str, report.problems)))
    return MappingProxyType({key: gettext(name) for key, name in document.items()})


def usable_exercises(asset: Callable[[str], Path]) -> Mapping[str, Exercise]:
    """The shipped exercises that are right, so that a file can be checked while another one is being written."""
    return MappingProxyType(_shipped_exercises(asset)[0])


def load_routine(path: Path, exercises: Mapping[str, Exercise]) -> Routine:
    """The routine in a user's file, or a ``ContentError`` with all its problems; it knows its file from any folder."""
    routine, problems = _routine_in(path, exercises, _as_written)
    if routine is None:
        raise ContentError(problems)
    return replace(routine, file=str(path.absolute()))


def check_file(path: Path, exercises: Mapping[str, Exercise]) -> list[Problem]:
    """Every problem of an exercise or routine file, none when it can be used."""
    report = Report(shown(path))
    document = read_document(path, report)
    if not report.is_clean():
        return report.problems
    found = document.get("format") if isinstance(document, dict) else None
    one, other = quoted(EXERCISE_FORMAT), quoted(ROUTINE_FORMAT)
    if found == EXERCISE_FORMAT:
        _check_exercise_file(path, document, report, exercises)
    elif found == FIGURE_FORMAT:
        check_figure(path, document, report)
    elif found == ROUTINE_FORMAT or not isinstance(document, dict):
        routine_from(checked(ROUTINE, document, "", report), report, exercises, _as_written)
    elif found is None:
        report.add("format", _("is missing: {one} or {other}").format(one=one, other=other))
    else:
        known = (EXERCISE_FORMAT, ROUTINE_FORMAT)
        meant = did_you_mean(found, known) if isinstance(found, str) else ""
        report.add("format", _("must be {one} or {other}").format(one=one, other=other) + meant)
    return report.problems


def _check_exercise_file(path: Path, document: Any, report: Report, exercises: Mapping[str, Exercise]) -> None:
    exercise = _exercise_in(path, document, report, _as_written)
    if exercise is not None:
        for _, place, reason in ladder_problems((exercise.id,), {**exercises, exercise.id: exercise}):
            report.add(place, reason)


def _exercise_in(path: Path, document: Any, report: Report, translate: Callable[[str], str]) -> Exercise | None:
    right = checked(EXERCISE, document, "", report)
    exercise = exercise_from(right, "", report, translate)
    if right is not None and right.get("id", path.stem) != path.stem:
        report.add("id", _("must be the name of the file, {name}").format(name=quoted(path.stem)))
    return exercise


def _shipped_exercises(asset: Callable[[str], Path]) -> tuple[dict[str, Exercise], list[Problem]]:
    found: list[Exercise] = []
    reports: dict[str, Report] = {}
    for path in sorted(asset("exercises").glob("*.json")):
        report = Report(shown(path))
        reports[path.stem] = report
        document = read_document(path, report)
        if report.is_clean():
            exercise = _exercise_in(path, document, report, gettext)
            if exercise is not None and report.is_clean():
                found.append(exercise)
    found.sort(key=lambda exercise: _PHASES.index(exercise.phase))
    exercises = {exercise.id: exercise for exercise in found}
    for name, place, reason in ladder_problems(exercises, exercises):
        reports[name].add(place, reason)
    return exercises, [problem for report in reports.values() for problem in report.problems]


def _routine_in(
    path: Path, exercises: Mapping[str, Exercise], translate: Callable[[str], str]
) -> tuple[Routine | None, list[Problem]]:
    report = Report(shown(path))
    document = read_document(path, report)
    routine = None
    if report.is_clean():
        routine = routine_from(checked(ROUTINE, document, "", report), report, exercises, translate)
    return routine, report.problems


def _as_written(text: str) -> str:
    """A person's own words are in their own language already."""
    return text


def _routine_order(path: Path) -> tuple[int, str]:
    name = path.name.removesuffix(ROUTINE_SUFFIX)
    return (ROUTINE_ORDER.index(name) if name in ROUTINE_ORDER else len(ROUTINE_ORDER), name)
