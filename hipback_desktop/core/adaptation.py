"""A routine made to suit a person: comfort, equipment, level and what was left out.

What counts is in evidence.md §14.1–14.3, what stands in for what in domain.md §8.2.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from hipback_desktop.core.choice_labels import comfort_label
from hipback_desktop.core.comfort import ComfortFilter
from hipback_desktop.core.dose import Dose
from hipback_desktop.core.exercise import Equipment, Level, Mode, Phase, Position, Sides
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.routine import Block, Step
from hipback_desktop.core.safety import dropped_by
from hipback_desktop.core.wording import equipment_name, phase_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.routine import Routine
    from hipback_desktop.core.settings import Settings
    from hipback_desktop.core.timeline import Segment

MOST_ROLL_SECONDS = 120.0
"""No area is rolled longer than this (evidence.md §14.7)."""

MOST_SETS = 4
"""What stands in for several exercises at once still ends."""

MOST_MISSING = 0.5
"""What has lost phases with more of its work than this is another routine than it says."""

_INSTEAD: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "side_plank": ("clamshell",),
        "smr_piriformis": ("smr_glute_roller", "smr_glute_ball"),
        "smr_tfl_itb": ("smr_glute_roller", "smr_glute_ball"),
        "smr_back_roller": ("smr_glute_roller", "smr_glute_ball"),
        "smr_glute_roller": ("smr_glute_ball",),
        "hamstring_supine_strap": ("hamstring_supine_hands",),
        "hip_flexor_half_kneeling": ("hip_flexor_standing",),
        "figure_four_supine": ("figure_four_seated",),
        "hamstring_supine_hands": ("hamstring_standing_heel_raised",),
        "glute_bridge": ("squat_bodyweight",),
    }
)
"""What domain.md §8.2 (notes) puts in the place of an exercise, before its easier forms are tried."""

_HIGHEST_LEVEL: Mapping[str, Level] = MappingProxyType(
    {"new": Level.BEGINNER, "some": Level.INTERMEDIATE, "regular": Level.ADVANCED}
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an exercise does not suit a person: by its kind, to count by, and as what follows “because”."""

    kind: str
    because: str


@dataclass(frozen=True, slots=True)
class Adapted:
    """A routine as this person will do it, and a sentence for each thing that is not as written."""

    routine: Routine
    changes: tuple[str, ...]


def adapt(routine: Routine, exercises: Mapping[str, Exercise], settings: Settings) -> Adapted:
    """The routine with every step that does not suit replaced, or left out where nothing suits.

    Its summary goes with the first step that is left out; where too little is left, everything does.
    """
    exercises = _within_reach(routine, exercises)
    changes: list[str] = []
    left_out: dict[str, list[str]] = {}
    blocks: list[Block] = []
    summary = routine.summary
    taken = {step.exercise.id for step in routine.steps}
    for block in routine.blocks:
        steps: list[Step] = []
        stand_ins: set[str] = set()
        for step in block.steps:
            suited = _suited(step, exercises, settings, taken, changes)
            if suited is None:
                summary = ""
                because = reason_against(step.exercise, settings)
                assert because is not None
                left_out.setdefault(because.because, []).append(step.exercise.name)
                continue
            taken.add(suited.exercise.id)
            if suited is not step:
                stand_ins.add(suited.exercise.id)
            _add_step(steps, suited, merges=suited.exercise.id in stand_ins)
        if steps:
            blocks.append(replace(block, steps=tuple(steps)))
    done = replace(routine, blocks=tuple(blocks), summary=summary)
    lost = _lost(routine, done)
    if lost and done.blocks:
        return Adapted(replace(done, blocks=()), (_why_it_is_lost(lost, settings),))
    return Adapted(done, (*changes, *_left_out_lines(left_out)))


def _left_out_lines(left_out: Mapping[str, list[str]]) -> Iterator[str]:
    """A line for each reason, however many exercises it leaves out."""
    for because, names in left_out.items():
        quoted = ", ".join(_("“{exercise}”").format(exercise=name) for name in dict.fromkeys(names))
        yield _("Without {exercises}, because {reason}.").format(exercises=quoted, reason=because)


def suits(exercise: Exercise, settings: Settings) -> bool:
    """Whether to offer an exercise: never what was left out; the rest only once the person has said what suits them."""
    if exercise.id in settings.left_out:
        return False
    return not settings.safety_seen_at or reason_against(exercise, settings) is None


def reason_against(exercise: Exercise, settings: Settings) -> Reason | None:
    """What speaks against an exercise for this person; None when it suits them.

    Every level has its pool (evidence.md §14.6); what is advanced needs a switch as well (§14.2).
    """
    if exercise.id in settings.left_out:
        return Reason(_("left out for now"), _("it is left out for now"))
    comfort = dropped_by(exercise, [ComfortFilter(name) for name in settings.comfort_filters])
    if comfort is not None:
        return Reason(_("your comfort choices"), _("you chose “{choice}”").format(choice=comfort_label(comfort)))
    missing = _missing(exercise, settings)
    if missing:
        items = _(" or ").join(map(equipment_name, missing))
        return Reason(_("equipment"), _("you have no {equipment}").format(equipment=items))
    if exercise.level.rank > _HIGHEST_LEVEL[settings.level].rank:
        return Reason(_("your level"), _("it is above your level"))
    is_off = exercise.level is Level.ADVANCED and not settings.allows_advanced
    if is_off or (exercise.opt_in and not settings.allows_opt_in):
        return Reason(_("off unless you want it"), _("it is off until you turn it on"))
    return None


def _lost(routine: Routine, done: Routine) -> tuple[Step, ...]:
    """The steps of the phases that are gone, where they are most of the work."""
    gone = tuple(step for block in routine.blocks if block.phase not in done.phases for step in block.steps)
    work = sum(step.work_seconds for step in routine.steps)
    return gone if sum(step.work_seconds for step in gone) > MOST_MISSING * work else ()


def _why_it_is_lost(lost: tuple[Step, ...], settings: Settings) -> str:
    """A roller or a ball (domain.md §8.2, notes), where having one would help; else what is missing."""
    equipped = replace(settings, equipment=tuple(Equipment))
    phases = dict.fromkeys(step.exercise.phase for step in lost)
    if Phase.SMR in phases and any(reason_against(step.exercise, equipped) is None for step in lost):
        return _("Needs a foam roller, or a small ball.")
    names = ", ".join(map(phase_name, phases))
    return _("Too little of it is left: nothing of “{phases}” suits your choices.").format(phases=names)


def easier_step(step: Step, exercises: Mapping[str, Exercise]) -> Step | None:
    """The same step with the easier exercise, its amount kept where both are counted alike; None when there is none."""
    easier = _easier_form(step.exercise, exercises)
    return _in_place_of(step, easier) if easier is not None else None


def step_of(segment: Segment, exercises: Mapping[str, Exercise]) -> Step:
    """The step a segment belongs to, as it is being done."""
    seconds = segment.work_seconds if segment.reps is None else None
    dose = Dose(segment.sets, seconds, segment.reps, segment.seconds_per_rep)
    return Step(exercises[segment.exercise_id], dose)


def _within_reach(routine: Routine, exercises: Mapping[str, Exercise]) -> Mapping[str, Exercise]:
    """What may stand in: for a routine done standing or sitting at the desk, nothing that needs the floor."""
    if not all(is_at_the_desk(step.exercise) for step in routine.steps):
        return exercises
    return {name: exercise for name, exercise in exercises.items() if is_at_the_desk(exercise)}


def is_at_the_desk(exercise: Exercise) -> bool:
    """Whether it can be done beside a desk, standing or on a chair."""
    return exercise.desk and exercise.position in (Position.STANDING, Position.CHAIR)


def _missing(exercise: Exercise, settings: Settings) -> tuple[Equipment, ...]:
    """A wall and a chair support equally well; a carpet, a folded towel or a thick book will do (domain.md §13)."""
    support = (Equipment.WALL, Equipment.CHAIR)
    there = {Equipment.MAT, Equipment.CUSHION, Equipment.STEP, *map(Equipment, settings.equipment)}
    if not there.isdisjoint(support):
        there.update(support)
    return tuple(item for item in exercise.equipment if item not in there)


def _suited(
    step: Step, exercises: Mapping[str, Exercise], settings: Settings, taken: Container[str], changes: list[str]
) -> Step | None:
    reason = reason_against(step.exercise, settings)
    if reason is None:
        return _easier_if_asked(step, exercises, settings, changes)
    for candidate in _candidates(step.exercise, exercises, taken):
        if candidate.id != step.exercise.id and reason_against(candidate, settings) is None:
            changes.append(
                _("“{new}” instead of “{old}”, because {reason}.").format(
                    new=candidate.name, old=step.exercise.name, reason=reason.because
                )
            )
            return _in_place_of(step, candidate)
    return None


def _easier_if_asked(step: Step, exercises: Mapping[str, Exercise], settings: Settings, changes: list[str]) -> Step:
    """The easier form of a step that was too hard last time, where that form suits."""
    easier = easier_step(step, exercises) if step.exercise.id in settings.easier_next else None
    if easier is None or reason_against(easier.exercise, settings) is not None:
        return step
    changes.append(
        _("“{new}” instead of “{old}”: easier this time.").format(new=easier.exercise.name, old=step.exercise.name)
    )
    return easier


def _candidates(exercise: Exercise, exercises: Mapping[str, Exercise], taken: Container[str]) -> Iterator[Exercise]:
    """What could stand in: the table, then the easier forms, then the same phase and area; new ones first, by level."""
    yield from (exercises[name] for name in _INSTEAD.get(exercise.id, ()) if name in exercises)
    yield from (form for form in _easier_forms(exercise, exercises) if form.phase is exercise.phase)
    areas = set(exercise.areas)
    alike = [other for other in exercises.values() if other.phase is exercise.phase and areas & set(other.areas)]
    yield from sorted(
        alike,
        key=lambda other: (other.id in taken, other.level.rank, other.position is not exercise.position, other.id),
    )


def _easier_forms(exercise: Exercise, exercises: Mapping[str, Exercise]) -> Iterator[Exercise]:
    """Down the ladder, step by step; a ladder that runs in a circle is left after one round."""
    seen = {exercise.id}
    form = _easier_form(exercise, exercises)
    while form is not None and form.id not in seen:
        seen.add(form.id)
        yield form
        form = _easier_form(form, exercises)


def _easier_form(exercise: Exercise, exercises: Mapping[str, Exercise]) -> Exercise | None:
    name = exercise.easier.exercise_id if exercise.easier else None
    return exercises.get(name) if name is not None else None


def _in_place_of(step: Step, exercise: Exercise) -> Step:
    """A step with another exercise; what both count alike stays, the rest is the exercise's own amount."""
    own = exercise.dose
    sets = min(step.dose.sets, own.most_sets or own.sets) if exercise.mode is Mode.HOLD else step.dose.sets
    if own.seconds is not None and step.dose.seconds is not None:
        return Step(exercise, Dose(sets, step.dose.seconds))
    counts_alike = (exercise.sides is Sides.EACH) == (step.exercise.sides is Sides.EACH)
    if own.reps is not None and step.dose.reps is not None and counts_alike:
        reps = step.dose.reps
        if exercise.sides is Sides.ALTERNATING:
            reps += reps % 2
        return Step(exercise, Dose(sets, None, reps, own.seconds_per_rep))
    return Step(exercise, replace(own, most_sets=None, most_seconds=None, most_reps=None))


def _add_step(steps: list[Step], step: Step, *, merges: bool) -> None:
    """Adds a step, or its amount to the step that already has its exercise (domain.md §8.2, notes)."""
    for place, other in enumerate(steps):
        if merges and other.exercise.id == step.exercise.id and other.exercise.mode is not Mode.TIMED:
            steps[place] = replace(other, dose=_added(other, step))
            return
    steps.append(step)


def _added(step: Step, more: Step) -> Dose:
    if step.exercise.mode is Mode.ROLL and step.dose.seconds is not None and more.dose.seconds is not None:
        most = max(step.dose.seconds, MOST_ROLL_SECONDS / step.dose.sets)
        return replace(step.dose, seconds=min(most, step.dose.seconds + more.dose.seconds))
    return replace(step.dose, sets=max(step.dose.sets, min(MOST_SETS, step.dose.sets + 1)))
