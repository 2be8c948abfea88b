"""Exercise documents to exercises: the rules beyond the schema, the conversion, and the ladders between them."""

from __future__ import annotations

from functools import partial
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

from hipback_desktop.catalogue.checking import did_you_mean
from hipback_desktop.catalogue.reading import inside, quoted
from hipback_desktop.core.breath import Rhythm
from hipback_desktop.core.dose import Dose
from hipback_desktop.core.exercise import (
    Area,
    Bias,
    Comfort,
    Equipment,
    Exercise,
    Level,
    Mode,
    Origin,
    Phase,
    Position,
    Prescription,
    SeesScreen,
    Sides,
    Variant,
)
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from hipback_desktop.catalogue.problem import Report


def exercise_from(
    right: Mapping[str, Any] | None, place: str, report: Report, translate: Callable[[str], str]
) -> Exercise | None:
    """The exercise made of what the schema found right at a place, or None when anything there is wrong."""
    if right is None:
        return None
    _check_amount(right, place, report)
    return _exercise(right, translate) if report.is_clean(place) else None


def ladder_problems(suspects: Collection[str], exercises: Mapping[str, Exercise]) -> Iterator[tuple[str, str, str]]:
    """Suspects whose easier or harder exercise does not exist or leads back to itself, as (id, place, reason)."""
    for suspect in suspects:
        for link, target in _links(exercises[suspect]):
            if target not in exercises:
                reason = _("is unknown: {name}").format(name=quoted(target))
                yield suspect, inside(link, "exercise"), reason + did_you_mean(target, exercises)
    easier_ones = _easier_ones(exercises) if suspects else {}
    while (cycle := _cycle(easier_ones)) is not None:
        chain = " → ".join((*cycle, cycle[0]))
        for suspect in [name for name in cycle if name in suspects]:
            link = next((link for link, target in _links(exercises[suspect]) if target in cycle), "")
            reason = _("makes the ladder from easier to harder a circle: {chain}").format(chain=chain)
            yield suspect, inside(link, "exercise"), reason
        easier_ones = {name: easier - set(cycle) for name, easier in easier_ones.items() if name not in cycle}


def _check_amount(right: Mapping[str, Any], place: str, report: Report) -> None:
    dose, mode, sides, breath = (right.get(name) for name in ("dose", "mode", "sides", "breath"))
    if sides == Sides.ALTERNATING and mode not in (None, Mode.REPS):
        report.add(inside(place, "sides"), _("must not be alternating unless mode is reps"))
    if dose is None:
        return
    pace = dose.get("seconds_per_rep")
    if breath and pace and breath.get("in_seconds", 0) + breath.get("out_seconds", 0) != pace:
        report.add(inside(place, "breath"), _("must take as long in and out as a repetition"))
    place = inside(place, "dose")
    if mode is not None:
        _check_mode(dose, mode, place, report)
    for name in ("sets", "seconds", "reps"):
        if name in dose and dose.get(f"most_{name}", dose[name]) < dose[name]:
            report.add(inside(place, f"most_{name}"), _("must not be below {name}").format(name=name))
    for name in ("reps", "most_reps"):
        if sides == Sides.ALTERNATING and dose.get(name, 0) % 2:
            report.add(inside(place, name), _("must be even, as both sides together are counted"))


def _check_mode(dose: Mapping[str, Any], mode: str, place: str, report: Report) -> None:
    counted = mode == Mode.REPS
    wanted = ("reps", "seconds_per_rep") if counted else ("seconds",)
    foreign = ("seconds", "most_seconds") if counted else ("reps", "seconds_per_rep", "most_reps")
    for name in wanted:
        if name not in dose and report.is_clean(inside(place, name)):
            report.add(inside(place, name), _("is missing: mode is {mode}").format(mode=mode))
    for name in foreign:
        if name in dose:
            report.add(inside(place, name), _("must be left out: mode is {mode}").format(mode=mode))


def _exercise(right: Mapping[str, Any], translate: Callable[[str], str]) -> Exercise:
    text = partial(_text, right, translate)
    texts = partial(_texts, right, translate)
    return Exercise(
        id=right["id"],
        name=text("name"),
        phase=Phase(right["phase"]),
        mode=Mode(right["mode"]),
        sides=Sides(right["sides"]),
        position=Position(right["position"]),
        dose=Dose(**right["dose"]),
        level=Level(right["level"]),
        origin=Origin(right["origin"]),
        steps=texts("steps"),
        cues=texts("cues"),
        breathing=text("breathing"),
        avoid=texts("avoid"),
        easier=_variant(right.get("easier"), translate),
        harder=_variant(right.get("harder"), translate),
        areas=tuple(map(Area, right["areas"])),
        bias=Bias(right["bias"]),
        sources=tuple(right["sources"]),
        muscles=texts("muscles"),
        synonyms=texts("synonyms"),
        safety=texts("safety"),
        comfort=tuple(map(Comfort, right.get("comfort", ()))),
        equipment=tuple(map(Equipment, right.get("equipment", ()))),
        substitutes=texts("substitutes"),
        prescriptions=tuple(_prescription(said, translate) for said in right.get("prescriptions", ())),
        breathing_cues=texts("breathing_cues"),
        breath=Rhythm(**{"first_in_at": 0, **right["breath"]}) if "breath" in right else None,
        short_name=text("short_name"),
        start_cue=text("start_cue") or None,
        halfway_cue=text("halfway_cue") or None,
        position_detail=text("position_detail"),
        sees_screen=SeesScreen(right.get("sees_screen", SeesScreen.YES)),
        note=text("note"),
        figure=right.get("figure", ""),
        **{flag: right.get(flag, False) for flag in ("desk", "bed", "opt_in")},
    )


def _text(right: Mapping[str, Any], translate: Callable[[str], str], name: str) -> str:
    return translate(right[name]) if right.get(name) else ""  # translating the empty text gives a file's header


def _texts(right: Mapping[str, Any], translate: Callable[[str], str], name: str) -> tuple[str, ...]:
    return tuple(map(translate, right.get(name, ())))


def _prescription(right: Mapping[str, Any], translate: Callable[[str], str]) -> Prescription:
    return Prescription(translate(right["text"]), tuple(right.get("sources", ())))


def _variant(right: Mapping[str, Any] | None, translate: Callable[[str], str]) -> Variant | None:
    return None if right is None else Variant(translate(right["text"]), right.get("exercise"))


def _links(exercise: Exercise) -> tuple[tuple[str, str], ...]:
    both = (("easier", exercise.easier), ("harder", exercise.harder))
    return tuple((link, variant.exercise_id) for link, variant in both if variant and variant.exercise_id)


def _easier_ones(exercises: Mapping[str, Exercise]) -> dict[str, set[str]]:
    """For each exercise those known to be easier, told by either end of the link."""
    easier_ones: dict[str, set[str]] = {name: set() for name in exercises}
    for name, exercise in exercises.items():
        for link, target in _links(exercise):
            if target in exercises:
                easier, harder = (target, name) if link == "easier" else (name, target)
                easier_ones[harder].add(easier)
    return easier_ones


def _cycle(easier_ones: Mapping[str, set[str]]) -> tuple[str, ...] | None:
    try:
        TopologicalSorter(easier_ones).prepare()
    except CycleError as error:
        return tuple(error.args[1][1:])
    return None
