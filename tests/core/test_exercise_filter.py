"""Facets narrow the exercises down together, and say which of them left nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipback_desktop.core.comfort import ComfortFilter
from hipback_desktop.core.exercise import Area, Equipment, Exercise, Level, Phase, Position
from hipback_desktop.core.exercise_filter import (
    NOTHING,
    Answer,
    Facet,
    Filters,
    Place,
    facet_name,
    in_the_way,
    narrowed,
    passes,
)
from hipback_desktop.core.settings import Settings
from tests.builders import NOON
from tests.core.shipped import catalogue

KNOWN = Settings(safety_seen_at=NOON.isoformat(), level="regular", equipment=tuple(Equipment))
ALL = Filters(only_suited=False)


def shipped() -> tuple[Exercise, ...]:
    return tuple(catalogue().exercises.values())


def shown(filters: Filters, settings: Settings = KNOWN) -> tuple[Exercise, ...]:
    return narrowed(shipped(), filters, settings).shown


@pytest.mark.parametrize(
    ("facet", "value", "is_true"),
    [
        (Facet.PHASE, Phase.SMR, lambda it: it.phase is Phase.SMR),
        (Facet.AREA, Area.HAMSTRINGS, lambda it: Area.HAMSTRINGS in it.areas),
        (Facet.EQUIPMENT, Equipment.ROLLER, lambda it: Equipment.ROLLER in it.equipment),
        (Facet.EQUIPMENT, NOTHING, lambda it: not it.equipment),
        (Facet.POSITION, Position.STANDING, lambda it: it.position is Position.STANDING),
        (Facet.LEVEL, Level.ADVANCED, lambda it: it.level is Level.ADVANCED),
        (Facet.PLACE, Place.DESK, lambda it: it.desk),
        (Facet.PLACE, Place.BED, lambda it: it.bed),
        (Facet.COMFORT, ComfortFilter.EASY_ON_WRISTS, lambda it: "wrists" not in it.comfort),
    ],
)
def test_each_facet_keeps_what_answers_it(facet: Facet, value: str, is_true: object) -> None:
    assert callable(is_true)
    found = shown(ALL.with_values(facet, [value]))
    assert found == tuple(it for it in shipped() if is_true(it))
    assert 0 < len(found) < len(shipped())


def test_answers_to_one_question_add_up_and_questions_narrow_down() -> None:
    both = shown(ALL.with_values(Facet.PHASE, [Phase.SMR, Phase.CALM]))
    assert {it.phase for it in both} == {Phase.SMR, Phase.CALM}
    narrow = shown(ALL.with_values(Facet.PHASE, [Phase.STRETCH]).with_values(Facet.PLACE, [Place.DESK]))
    assert narrow
    assert all(it.phase is Phase.STRETCH and it.desk for it in narrow)


def test_of_comfort_choices_every_one_counts() -> None:
    chosen = [ComfortFilter.NO_KNEELING, ComfortFilter.NOT_ON_BACK]
    assert all(not {"kneel", "on_back"} & set(it.comfort) for it in shown(ALL.with_values(Facet.COMFORT, chosen)))
    assert all(passes(it, Facet.COMFORT, ()) for it in shipped())


def test_what_does_not_suit_is_hidden_with_its_reason_and_can_be_shown() -> None:
    settings = replace(KNOWN, equipment=("mat", "chair", "wall"), comfort_filters=(ComfortFilter.NO_TWISTING,))
    found = narrowed(shipped(), Filters(), settings)
    assert len(found.shown) + len(found.hidden) == len(shipped())
    assert found.reasons["supine_spinal_twist"].kind == "your comfort choices"
    assert found.reasons["smr_piriformis"].kind == "equipment"
    assert found.reasons["couch_stretch"].kind == "off unless you want it"
    assert found.reasons["crunch"].kind == "off unless you want it"
    counts = [count for _, count in found.hidden_by_reason]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == len(found.hidden)
    everything = narrowed(shipped(), ALL, settings)
    assert everything.shown == shipped()
    assert everything.hidden == ()
    assert everything.reasons == found.reasons


def test_before_somebody_has_said_what_suits_only_what_was_left_out_is_hidden() -> None:
    found = narrowed(shipped(), Filters(), Settings(left_out=("crunch",)))
    assert [it.id for it in found.hidden] == ["crunch"]


def test_when_nothing_is_left_it_is_known_which_question_did_it() -> None:
    filters = Filters().with_values(Facet.PHASE, [Phase.SMR]).with_values(Facet.PLACE, [Place.BED])
    assert shown(filters) == ()
    assert in_the_way(shipped(), filters, KNOWN) == (Facet.PHASE, Facet.PLACE)
    third = filters.with_values(Facet.POSITION, [Position.PRONE])
    assert in_the_way(shipped(), third, KNOWN) == (Facet.PLACE,)
    assert in_the_way(shipped(), Filters(), KNOWN) == ()


def test_answers_keep_their_order_and_can_be_taken_back() -> None:
    filters = Filters().with_values(Facet.AREA, ["core"]).with_values(Facet.PHASE, ["smr", "calm"])
    filters = filters.with_values(Facet.AREA, ["quads", "core"])
    assert filters.answers == (
        Answer(Facet.AREA, "core"),
        Answer(Facet.PHASE, "smr"),
        Answer(Facet.PHASE, "calm"),
        Answer(Facet.AREA, "quads"),
    )
    assert filters.without(Facet.PHASE).answers == (Answer(Facet.AREA, "core"), Answer(Facet.AREA, "quads"))
    assert len({facet_name(facet) for facet in Facet}) == len(Facet)
