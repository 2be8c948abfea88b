"""Exercises narrowed down by facets, each a question with a few answers; and by what suits the person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from hipback_desktop.core.adaptation import reason_against
from hipback_desktop.core.comfort import ComfortFilter
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.safety import dropped_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hipback_desktop.core.adaptation import Reason
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.settings import Settings

NOTHING = "nothing"
"""The answer to what is needed that stands for needing nothing."""


class Facet(StrEnum):
    """A question to narrow down by."""

    PHASE = "phase"
    AREA = "area"
    EQUIPMENT = "equipment"
    POSITION = "position"
    LEVEL = "level"
    PLACE = "place"
    COMFORT = "comfort"


class Place(StrEnum):
    """Where an exercise can be done besides the floor."""

    DESK = "desk"
    BED = "bed"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one question."""

    facet: Facet
    value: str


@dataclass(frozen=True, slots=True)
class Filters:
    """The answers chosen, in the order they were; ``only_suited`` leaves out what does not suit the person."""

    answers: tuple[Answer, ...] = ()
    only_suited: bool = True

    def of(self, facet: Facet) -> tuple[str, ...]:
        """The answers to one question."""
        return tuple(answer.value for answer in self.answers if answer.facet is facet)

    def without(self, facet: Facet) -> Filters:
        """The same, one question left open."""
        return replace(self, answers=tuple(answer for answer in self.answers if answer.facet is not facet))

    def with_values(self, facet: Facet, values: Iterable[str]) -> Filters:
        """The same, with other answers to one question; answers that stay keep their place."""
        wanted = tuple(values)
        kept = tuple(answer for answer in self.answers if answer.facet is not facet or answer.value in wanted)
        new = tuple(Answer(facet, value) for value in wanted if Answer(facet, value) not in kept)
        return replace(self, answers=kept + new)


@dataclass(frozen=True, slots=True)
class Found:
    """What passes the filters; what would but does not suit the person, with the reason by id."""

    shown: tuple[Exercise, ...]
    hidden: tuple[Exercise, ...] = ()
    reasons: Mapping[str, Reason] = field(default_factory=dict)

    @property
    def hidden_by_reason(self) -> tuple[tuple[str, int], ...]:
        """How many are hidden for which reason, most first."""
        return tuple(Counter(self.reasons[exercise.id].kind for exercise in self.hidden).most_common())


def passes(exercise: Exercise, facet: Facet, values: Sequence[str]) -> bool:
    """Whether an exercise has one of the answers; of comfort choices, whether none of them leaves it out."""
    if not values:
        return True
    if facet is Facet.COMFORT:
        return dropped_by(exercise, map(ComfortFilter, values)) is None
    return not _answers(exercise, facet).isdisjoint(values)


def narrowed(exercises: Iterable[Exercise], filters: Filters, settings: Settings) -> Found:
    """What answers every question, in the order given."""
    questions = [(facet, values) for facet in Facet if (values := filters.of(facet))]
    passing = [it for it in exercises if all(passes(it, facet, values) for facet, values in questions)]
    reasons = {it.id: reason for it in passing if (reason := reason_not_offered(it, settings))}
    if not filters.only_suited:
        return Found(tuple(passing), (), reasons)
    return Found(
        tuple(it for it in passing if it.id not in reasons),
        tuple(it for it in passing if it.id in reasons),
        reasons,
    )


def in_the_way(exercises: Sequence[Exercise], filters: Filters, settings: Settings) -> tuple[Facet, ...]:
    """When nothing is found: the questions of which leaving one open would find something."""
    asked = [facet for facet in Facet if filters.of(facet)]
    return tuple(facet for facet in asked if narrowed(exercises, filters.without(facet), settings).shown)


def reason_not_offered(exercise: Exercise, settings: Settings) -> Reason | None:
    """Why the person is not offered an exercise; before they said what suits them, only what was left out counts."""
    if exercise.id in settings.left_out or settings.safety_seen_at:
        return reason_against(exercise, settings)
    return None


def facet_name(facet: Facet) -> str:
    """What the question is called."""
    return {
        Facet.PHASE: _("Phase"),
        Facet.AREA: _("Area"),
        Facet.EQUIPMENT: _("Equipment"),
        Facet.POSITION: _("Position"),
        Facet.LEVEL: _("Level"),
        Facet.PLACE: _("Place"),
        Facet.COMFORT: _("Comfort"),
    }[facet]


def _answers(exercise: Exercise, facet: Facet) -> set[str]:
    match facet:
        case Facet.PHASE:
            return {exercise.phase}
        case Facet.AREA:
            return set(exercise.areas)
        case Facet.EQUIPMENT:
            return set(exercise.equipment) or {NOTHING}
        case Facet.POSITION:
            return {exercise.position}
        case Facet.LEVEL:
            return {exercise.level}
        case _:
            places = ((Place.DESK, exercise.desk), (Place.BED, exercise.bed))
            return {place for place, is_possible in places if is_possible}
