"""Routine documents to routines: steps are joined with their exercises, and whatever does not fit is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hipback_desktop.catalogue.checking import did_you_mean
from hipback_desktop.catalogue.exercises import exercise_from, ladder_problems
from hipback_desktop.catalogue.reading import inside, quoted
from hipback_desktop.catalogue.schema import LONGEST_ROUTINE_SECONDS, MOST_STEPS
from hipback_desktop.core.dose import Dose
from hipback_desktop.core.exercise import Mode, Phase, Sides
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.routine import Block, Routine, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from hipback_desktop.catalogue.problem import Report
    from hipback_desktop.core.exercise import Exercise


def routine_from(
    right: Mapping[str, Any] | None, report: Report, exercises: Mapping[str, Exercise], translate: Callable[[str], str]
) -> Routine | None:
    """The routine made of what the schema found right, or None when anything in the file is wrong.

    Exercises that the file brings along count before the known ones, so that it plays the same everywhere.
    """
    if right is None:
        return None
    documents: Sequence[Any] = right.get("exercises", ())
    own = _own_exercises(documents, report, translate)
    usable = {name: exercise for name, exercise in own.items() if exercise is not None}
    known = {**exercises, **usable}
    _check_own_ladders(documents, usable, known, report)
    for step, phase, place in _steps(right):
        name = step.get("exercise")
        if name is not None and name not in known and name not in own:
            meant = "" if report.is_full else did_you_mean(name, known)
            report.add(inside(place, "exercise"), _("is unknown: {name}").format(name=quoted(name)) + meant)
        elif name in known:
            _check_step(step, known[name], phase, place, report)
    _check_size(right, known, report)
    return _routine(right, known, report.file, translate) if report.is_clean() else None


def _own_exercises(
    documents: Sequence[Any], report: Report, translate: Callable[[str], str]
) -> dict[str, Exercise | None]:
    own: dict[str, Exercise | None] = {}
    for index, right in enumerate(documents):
        place = f"exercises[{index}]"
        exercise = exercise_from(right, place, report, translate)
        name = right.get("id") if right is not None else None
        if name in own:
            report.add(inside(place, "id"), _("{name} is there already").format(name=quoted(name)))
        elif name is not None:
            own[name] = exercise
    return own


def _check_own_ladders(
    documents: Sequence[Any], usable: Mapping[str, Exercise], known: Mapping[str, Exercise], report: Report
) -> None:
    names = [right.get("id") if right is not None else None for right in documents]
    for name, place, reason in ladder_problems(usable, known):
        report.add(inside(f"exercises[{names.index(name)}]", place), reason)


def _steps(right: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], str | None, str]]:
    """Every step that can be looked at, with the phase of its block and its place."""
    for block_index, block in enumerate(right.get("blocks", ())):
        for step_index, step in enumerate(block.get("steps", ()) if block is not None else ()):
            if step is not None:
                yield step, block.get("phase"), f"blocks[{block_index}].steps[{step_index}]"


def _check_step(step: Mapping[str, Any], exercise: Exercise, phase: str | None, place: str, report: Report) -> None:
    if phase is not None and exercise.phase != phase:
        reason = _("{exercise} belongs to {own}, the block is {phase}")
        report.add(inside(place, "exercise"), reason.format(exercise=exercise.id, own=exercise.phase, phase=phase))
    counted = exercise.mode is Mode.REPS
    wanted, foreign = ("reps", "seconds") if counted else ("seconds", "reps")
    named = {"wanted": wanted, "exercise": exercise.id, "mode": exercise.mode}
    if foreign in step:
        report.add(inside(place, foreign), _("must be {wanted}: mode of {exercise} is {mode}").format(**named))
    elif wanted not in step and report.is_clean(inside(place, wanted)):
        report.add(inside(place, wanted), _("is missing: mode of {exercise} is {mode}").format(**named))
    if exercise.sides is Sides.ALTERNATING and step.get("reps", 0) % 2:
        reason = _("must be even: {exercise} alternates and both sides together are counted")
        report.add(inside(place, "reps"), reason.format(exercise=exercise.id))


def _check_size(right: Mapping[str, Any], known: Mapping[str, Exercise], report: Report) -> None:
    steps = [step for step, _phase, _place in _steps(right)]
    if len(steps) > MOST_STEPS:
        reason = _("must have at most {most} steps in all, not {count}")
        report.add("blocks", reason.format(most=MOST_STEPS, count=len(steps)))
    seconds = 0.0
    for step in steps:
        exercise = known.get(step.get("exercise", ""))
        if exercise is not None:
            one_side = step.get("seconds", step.get("reps", 0) * (exercise.dose.seconds_per_rep or 0))
            seconds += one_side * step.get("sets", 1) * (2 if exercise.sides is Sides.EACH else 1)
    if seconds > LONGEST_ROUTINE_SECONDS:
        reason = _("must ask for at most {hours} hours of work")
        report.add("blocks", reason.format(hours=LONGEST_ROUTINE_SECONDS // 3600))


def _routine(
    right: Mapping[str, Any], known: Mapping[str, Exercise], file: str, translate: Callable[[str], str]
) -> Routine:
    return Routine(
        id=right["id"],
        name=translate(right["name"]),
        blocks=tuple(
            Block(Phase(block["phase"]), tuple(_step(step, known[step["exercise"]]) for step in block["steps"]))
            for block in right["blocks"]
        ),
        summary=translate(right["summary"]) if right.get("summary") else "",
        tags=tuple(right.get("tags", ())),
        notes=tuple(map(translate, right.get("notes", ()))),
        file=file,
    )


def _step(step: Mapping[str, Any], exercise: Exercise) -> Step:
    pace = exercise.dose.seconds_per_rep if "reps" in step else None
    return Step(exercise, Dose(step.get("sets", 1), step.get("seconds"), step.get("reps"), pace))
