"""What feels tight: how much of a routine is for it, and which routine it chooses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hipback_desktop.core.day import days_of
from hipback_desktop.core.exercise import Area, Phase, Sides
from hipback_desktop.core.record import SessionRecord
from hipback_desktop.core.routine import Routine
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.suggestion import EVENING_ROUTINE, NEAR_SHARE, Suggestion, suggest
from hipback_desktop.core.tight_areas import most_stretched, stretch_seconds, stretches_text
from hipback_desktop.core.timeline import Timings, compile_routine
from tests.builders import NOON, a_hold, a_record, a_rep_step, a_routine, a_step_record
from tests.core.shipped import catalogue
from tests.core.strategies import STEADY, any_settings

TODAY = a_record([a_step_record(phase=Phase.STRENGTHEN)])
"""Strength was done today, so that it is not what decides."""
SETTINGS = Settings(level="some", minutes=10)
CHOSEN = st.sets(st.sampled_from([area for area in Area if area not in (Area.CORE, Area.WHOLE_HIP)]))


def for_area(area: Area, name: str, seconds: float = 140) -> Routine:
    """Four stretches of the area, ten minutes at 140 seconds each."""
    return a_routine(*(a_hold(seconds / 2, areas=(area,)) for _ in range(4)), id=name)


def suggested(settings: Settings, *routines: Routine, records: tuple[SessionRecord, ...] = (TODAY,)) -> Suggestion:
    suggestion = suggest(routines or tuple(catalogue().routines.values()), records, days_of(records), settings, NOON)
    assert suggestion is not None
    return suggestion


def test_both_sides_and_every_set_count() -> None:
    routine = a_routine(
        a_hold(30, sets=2, areas=(Area.QUADS, Area.GLUTES)),
        a_hold(20, sides=Sides.NONE, areas=(Area.QUADS,)),
        a_hold(15, areas=(Area.HAMSTRINGS,)),
    )
    assert stretch_seconds(routine, [Area.QUADS]) == 140
    assert stretch_seconds(routine, [Area.QUADS, Area.GLUTES]) == 140
    assert stretch_seconds(routine, [Area.HAMSTRINGS, Area.GLUTES]) == 150
    assert stretch_seconds(routine, []) == 0


def test_rolling_and_strength_are_no_stretches() -> None:
    routine = a_routine(a_rep_step(areas=(Area.GLUTES,)), a_hold(60, phase=Phase.SMR, areas=(Area.GLUTES,)))
    assert stretch_seconds(routine, [Area.GLUTES]) == 0
    assert most_stretched(routine, [Area.GLUTES]) is None


@pytest.mark.parametrize(
    "routine, area, seconds",
    [
        ("quick_release_10", Area.HIP_FLEXORS, 120),
        ("quick_release_10", Area.OUTER_HIP, 120),  # the figure-four
        ("quick_release_10", Area.LOWER_BACK, 60 + 40 + 60),  # cat-cow counts
        ("full_20", Area.HAMSTRINGS, 120),
        ("full_20", Area.LOWER_BACK, 0),
        ("full_20", Area.INNER_THIGH, 0),
        ("evening_wind_down_12", Area.LOWER_BACK, 60 + 60 + 120),
    ],
)
def test_the_table_of_the_reference_counts(routine: str, area: Area, seconds: float) -> None:
    assert stretch_seconds(catalogue().routines[routine], [area]) == seconds


def test_of_those_that_fit_the_one_for_the_tight_area_is_offered_and_says_so() -> None:
    front, back = for_area(Area.HIP_FLEXORS, "a_front"), for_area(Area.HAMSTRINGS, "b_back")
    assert suggested(SETTINGS, front, back) == Suggestion("a_front", "Fits your usual 10 minutes.")
    assert suggested(replace(SETTINGS, tight_areas=("hamstrings",)), front, back) == Suggestion(
        "b_back", "Fits your usual 10 minutes. With stretches for the back of your thighs."
    )


def test_a_tight_area_does_not_make_a_session_much_longer() -> None:
    short, long = for_area(Area.HIP_FLEXORS, "short"), for_area(Area.HAMSTRINGS, "long", seconds=200)
    assert suggested(replace(SETTINGS, tight_areas=("hamstrings",)), short, long).routine_id == "short"


def test_a_strength_day_is_chosen_by_what_is_tight_as_well() -> None:
    strong = tuple(
        a_routine(*(a_hold(60, areas=(area,)) for _ in range(3)), a_rep_step(40), id=area)
        for area in (Area.GLUTES, Area.QUADS)
    )
    settings = replace(SETTINGS, tight_areas=("quads",))
    assert suggested(settings, *strong, records=()) == Suggestion(
        "quads", "This week still has room for a strength day. With stretches for the front of your thighs."
    )


def test_the_evening_routine_is_not_moved_into_the_day_for_it() -> None:
    settings = replace(SETTINGS, minutes=12, tight_areas=("lower_back",))
    assert suggested(settings).routine_id == "quick_release_10"


@STEADY
@given(any_settings(), CHOSEN, st.permutations(list(catalogue().routines.values())))
def test_the_same_is_offered_whatever_the_order(settings: Settings, areas: set[Area], shuffled: list[Routine]) -> None:
    chosen = sorted(areas)
    one = suggested(replace(settings, tight_areas=tuple(chosen)))
    assert one == suggested(replace(settings, tight_areas=tuple(reversed(chosen))), *shuffled)


@STEADY
@given(any_settings(), CHOSEN)
def test_nothing_that_fits_as_well_stretches_more(settings: Settings, areas: set[Area]) -> None:
    settings = replace(settings, level="some", tight_areas=tuple(areas), strength_days=0)
    best = catalogue().routines[suggested(settings).routine_id]
    wished = settings.minutes * 60

    def distance(routine: Routine) -> float:
        return abs(compile_routine(routine, Timings()).seconds - wished)

    alike = [
        routine
        for routine in catalogue().routines.values()
        if (Phase.STRENGTHEN in routine.phases) == (Phase.STRENGTHEN in best.phases)
    ]
    near = [other for other in alike if distance(other) <= wished * NEAR_SHARE and other.id != EVENING_ROUTINE]
    if near:
        assert best in near
        assert stretch_seconds(best, areas) == max(stretch_seconds(other, areas) for other in near)
    else:
        assert distance(best) == min(map(distance, alike))


@STEADY
@given(any_settings(), CHOSEN)
def test_what_is_said_of_an_area_is_true(settings: Settings, areas: set[Area]) -> None:
    assume(areas)
    suggestion = suggested(replace(settings, tight_areas=tuple(areas)))
    routine = catalogue().routines[suggestion.routine_id]
    said = [area for area in areas if stretches_text(area) in suggestion.reason]
    seconds = {area: stretch_seconds(routine, [area]) for area in areas}
    if said:
        assert len(said) == 1
        assert seconds[said[0]] == max(seconds.values()) > 0
    else:
        assert not any(seconds.values())
