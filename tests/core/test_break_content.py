"""The content of a sitting break: fits its length, suits the person, goes round the areas."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.core import choices
from hipback_desktop.core.adaptation import is_at_the_desk, suits
from hipback_desktop.core.break_content import GET_UP_SECONDS, WALKS, break_routine, break_timeline
from hipback_desktop.core.comfort import ComfortFilter
from hipback_desktop.core.exercise import Area, Phase
from hipback_desktop.core.record import SessionOrigin, SessionRecord
from hipback_desktop.core.routine import Routine
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.timeline import SegmentKind
from tests.builders import NOON, a_record, a_step_record
from tests.core.shipped import catalogue
from tests.core.strategies import STEADY, any_settings

KNOWN = Settings(safety_seen_at=NOON.isoformat())


def made(seconds: float = 120, settings: Settings = KNOWN, records: Any = (), now: Any = NOON) -> Routine:
    return break_routine(seconds, catalogue().exercises, settings, records, now, choices.timings(settings))


def length(routine: Routine, settings: Settings = KNOWN) -> float:
    return break_timeline(routine, choices.timings(settings)).seconds


def names(routine: Routine) -> list[str]:
    return [step.exercise.id for step in routine.steps]


def done(routine: Routine, at: Any = NOON) -> SessionRecord:
    """The record of a break that was done to its end."""
    steps = [
        a_step_record(exercise_id=step.exercise.id, phase=step.exercise.phase, done_seconds=step.work_seconds)
        for step in routine.steps
    ]
    return a_record(steps, id=str(at), started_at=at, origin=SessionOrigin.BREAK)


def test_two_minutes_are_a_walk_and_the_front_of_the_hips() -> None:
    routine = made()
    assert names(routine) == ["break_stand_walk", "hip_flexor_standing"]
    assert 110 <= length(routine) <= 120
    assert routine.tags == ("desk",)


def test_there_is_time_to_get_up_first() -> None:
    first = break_timeline(made(), choices.timings(KNOWN)).segments[0]
    assert (first.kind, first.seconds) == (SegmentKind.GET_READY, GET_UP_SECONDS)


def test_a_minute_is_a_walk() -> None:
    assert names(made(60)) == ["break_stand_walk"]
    assert length(made(60)) == 60


@pytest.mark.parametrize("minutes", range(1, 11))
@pytest.mark.parametrize("settings", [KNOWN, Settings()], ids=["known", "unknown"])
def test_a_break_is_as_long_as_was_chosen_but_for_a_minute(settings: Settings, minutes: int) -> None:
    assert minutes * 60 - 60 <= length(made(minutes * 60, settings), settings) <= minutes * 60


def test_each_area_has_its_turn_before_one_has_another() -> None:
    once, more = made(300), made(600)
    assert set(names(once)) < set(names(more))
    assert all(step.dose.sets == 1 for step in once.steps)
    assert all(step.dose.sets == 1 for step in more.steps if step.exercise.phase is not Phase.STRETCH)


def test_a_long_break_goes_from_phase_to_phase() -> None:
    routine = made(600)
    assert [step.exercise.phase for step in routine.steps] == sorted(
        (step.exercise.phase for step in routine.steps), key=list(Phase).index
    )


def test_a_break_that_is_too_short_for_anything_is_still_whole() -> None:
    """Somebody whose lead-ins are long gets no cut-off stretch."""
    slow = replace(KNOWN, lead_in_change_seconds=60, lead_in_same_seconds=60, side_switch_seconds=30)
    assert names(made(120, slow)) == ["break_stand_walk"]


def test_breaks_go_round_the_areas() -> None:
    records: list[SessionRecord] = []
    seen: list[str] = []
    for number in range(8):
        routine = made(records=records, now=NOON + timedelta(hours=number))
        seen.append(names(routine)[1])
        records.insert(0, done(routine, NOON + timedelta(hours=number)))
    assert all(one != other for one, other in pairwise(seen))
    areas = {area for name in seen[:5] for area in catalogue().exercises[name].areas}
    assert {Area.HIP_FLEXORS, Area.GLUTES, Area.HAMSTRINGS, Area.SIDE_WAIST} <= areas


def test_what_the_week_has_had_much_of_comes_later() -> None:
    hips = a_record([a_step_record(exercise_id="hip_flexor_half_kneeling", done_seconds=240)])
    assert "hip_flexor_standing" not in names(made(records=[hips]))
    last_week = replace(hips, started_at=NOON - timedelta(days=7))
    assert "hip_flexor_standing" in names(made(records=[last_week]))


def test_what_feels_tight_comes_more_often() -> None:
    def counted(settings: Settings) -> Counter[str]:
        records: list[SessionRecord] = []
        for number in range(20):
            at = NOON + timedelta(minutes=number)
            records.append(done(made(120, settings, records, at), at))
        return Counter(step.exercise_id for record in records for step in record.steps)

    tight = replace(KNOWN, tight_areas=("hamstrings",))
    usual, more = counted(KNOWN), counted(tight)
    assert more["hamstring_standing_heel_raised"] > usual["hamstring_standing_heel_raised"]


def test_while_going_gently_a_break_is_a_walk() -> None:
    gently = replace(KNOWN, goes_gently_until=(NOON + timedelta(days=2)).date().isoformat())
    assert names(made(300, gently)) == ["break_stand_walk"]
    assert length(made(300, gently)) == GET_UP_SECONDS + 120


def test_before_anything_was_asked_it_is_stretches_and_a_walk() -> None:
    unknown = Settings()
    phases = {step.exercise.phase for step in made(600, unknown).steps if step.exercise.id not in WALKS}
    assert phases == {Phase.STRETCH}


def test_where_not_even_walking_suits_there_is_nothing() -> None:
    assert made(settings=replace(KNOWN, left_out=WALKS)).steps == ()
    assert names(made(60, replace(KNOWN, left_out=WALKS[:1]))) == ["light_cardio_march"]


@pytest.mark.parametrize("choice", ComfortFilter)
def test_every_comfort_choice_is_respected(choice: ComfortFilter) -> None:
    settings = replace(KNOWN, comfort_filters=(choice.value,))
    assert all(suits(step.exercise, settings) for step in made(600, settings).steps)


@STEADY
@given(any_settings(), st.integers(1, 10))
def test_whoever_it_is_a_break_fits_and_suits(settings: Settings, minutes: int) -> None:
    settings = replace(settings, easier_next=())
    routine = made(minutes * 60, settings)
    for step in routine.steps:
        assert is_at_the_desk(step.exercise)
        assert suits(step.exercise, settings)
    if len(routine.steps) > 1:
        assert length(routine, settings) <= minutes * 60
