"""What an exercise's card and the facets say, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Area, Equipment, Level, Phase, Position
from hipback_desktop.core.exercise_filter import NOTHING, Facet, Place, reason_not_offered
from hipback_desktop.core.exercise_words import area_name, level_name, position_label, short_dose
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.settings import OPTIONS, Several
from hipback_desktop.core.wording import equipment_name, phase_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.settings import Settings


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """An exercise as it is shown: whether it is in today's session, why it is not offered, and left out altogether.

    What is left out, after something felt wrong in it, comes back through the settings only.
    """

    exercise: Exercise
    is_chosen: bool = False
    reason: str = ""
    is_left_out: bool = False


def row_of(exercise: Exercise, settings: Settings) -> ExerciseRow:
    """An exercise as this person sees it."""
    is_left_out = exercise.id in settings.left_out
    is_chosen = exercise.id in settings.own_session and not is_left_out
    reason = reason_not_offered(exercise, settings)
    return ExerciseRow(exercise, is_chosen, reason.because if reason else "", is_left_out)


def choices_of(facet: Facet) -> tuple[tuple[str, str], ...]:
    """The answers to a question, as pairs of value and label."""
    pairs: Iterable[tuple[str, str]]
    match facet:
        case Facet.PHASE:
            pairs = ((phase, phase_name(phase)) for phase in Phase)
        case Facet.AREA:
            pairs = ((area, area_name(area)) for area in Area)
        case Facet.EQUIPMENT:
            items = ((item, capitalised(equipment_name(item))) for item in Equipment if item is not Equipment.COUCH)
            pairs = ((NOTHING, _("Nothing")), *items)
        case Facet.POSITION:
            pairs = ((position, position_label(position)) for position in Position)
        case Facet.LEVEL:
            pairs = ((level, level_name(level)) for level in Level)
        case Facet.PLACE:
            pairs = ((Place.DESK, _("At a desk")), (Place.BED, _("In bed")))
        case _:
            pairs = comfort_choices()
    return tuple(pairs)


def comfort_choices() -> tuple[tuple[str, str], ...]:
    """What a person may leave out, in the words of the settings."""
    kind = next(option.kind for option in OPTIONS if option.key == "comfort_filters")
    assert isinstance(kind, Several)
    return tuple((value, _(text)) for value, text in kind.choices)


def capitalised(text: str) -> str:
    """The first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def areas_text(exercise: Exercise) -> str:
    """“Buttocks, deep in the buttocks”."""
    return capitalised(", ".join(area_name(area).lower() for area in exercise.areas))


def facts_line(exercise: Exercise) -> str:
    """“2 × 30 s each side · Beginner”."""
    return f"{short_dose(exercise)}  ·  {level_name(exercise.level)}"


def last_line(row: ExerciseRow) -> str:
    """What stands at the bottom of a card: why it is not offered, or the facts."""
    return capitalised(row.reason) if row.reason else facts_line(row.exercise)


def reason_line(reason: str) -> str:
    """Why an exercise is not offered."""
    return _("Not offered: {reason}").format(reason=reason)


def spoken_row(row: ExerciseRow) -> str:
    """The card in one breath, for a screen reader."""
    exercise = row.exercise
    parts = [exercise.name, phase_name(exercise.phase), short_dose(exercise), level_name(exercise.level)]
    if row.is_chosen:
        parts.append(_("in today’s session"))
    if row.reason:
        parts.append(reason_line(row.reason))
    return ", ".join(parts)
