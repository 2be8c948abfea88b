"""Comfort filters, stop reactions and when the safety screens come back (evidence.md §14.1, §14.3)."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest

from hipback_desktop.core.comfort import ComfortFilter
from hipback_desktop.core.exercise import Bias, Comfort
from hipback_desktop.core.record import StopReason
from hipback_desktop.core.safety import (
    STOP_REACTIONS,
    StopReaction,
    asks_since_last_time,
    dropped_by,
    screens_are_due,
)
from tests.builders import NOON, an_exercise

# the table of evidence.md §14.1, word for word: what a filter drops
TABLE: dict[ComfortFilter, set[str]] = {
    ComfortFilter.NO_KNEELING: {"kneel"},
    ComfortFilter.NOT_ON_BACK: {"on_back"},
    ComfortFilter.NOT_ON_FRONT: {"on_front"},
    ComfortFilter.NOT_ON_SIDE: {"on_side"},
    ComfortFilter.NO_FLOOR_SITTING: {"floor_sit"},
    ComfortFilter.NO_ROUNDING: {"bias rounds"},
    ComfortFilter.NO_ARCHING: {"bias arches"},
    ComfortFilter.NO_TWISTING: {"bias twists"},
    ComfortFilter.NO_DEEP_HIP_BEND: {"deep_hip_bend", "crosses_leg"},
    ComfortFilter.EASY_ON_KNEES: {"knee_twist", "kneel", "couch_stretch"},
    ComfortFilter.EASY_ON_WRISTS: {"wrists"},
    ComfortFilter.NO_BALANCING: {"standing_balance"},
    ComfortFilter.NO_PRESSURE_TOOLS: {"pressure_tool"},
    ComfortFilter.LITTLE_SPACE: {"needs_space"},
}


def test_every_filter_is_in_the_table() -> None:
    assert set(TABLE) == set(ComfortFilter)


@pytest.mark.parametrize("chosen, tag", list(product(ComfortFilter, Comfort)), ids=str)
def test_a_filter_drops_the_tags_of_the_table_and_no_other(chosen: ComfortFilter, tag: Comfort) -> None:
    exercise = an_exercise(comfort=(tag,))
    assert (dropped_by(exercise, [chosen]) is chosen) == (tag in TABLE[chosen])


@pytest.mark.parametrize("chosen, bias", list(product(ComfortFilter, Bias)), ids=str)
def test_a_filter_drops_what_the_back_does_as_in_the_table(chosen: ComfortFilter, bias: Bias) -> None:
    """``moves`` is kept, with a hint to go half the range."""
    assert (dropped_by(an_exercise(bias=bias), [chosen]) is chosen) == (f"bias {bias}" in TABLE[chosen])


@pytest.mark.parametrize("chosen", ComfortFilter)
def test_the_couch_stretch_is_dropped_by_name(chosen: ComfortFilter) -> None:
    dropped = dropped_by(an_exercise(id="couch_stretch"), [chosen])
    assert (dropped is chosen) == ("couch_stretch" in TABLE[chosen])


def test_the_first_filter_that_drops_is_named() -> None:
    exercise = an_exercise(comfort=(Comfort.KNEEL, Comfort.WRISTS))
    chosen = [ComfortFilter.NO_TWISTING, ComfortFilter.EASY_ON_WRISTS, ComfortFilter.NO_KNEELING]
    assert dropped_by(exercise, chosen) is ComfortFilter.EASY_ON_WRISTS
    assert dropped_by(exercise, []) is None


@pytest.mark.parametrize(
    "seen_days_ago, last_session_days_ago, are_due",
    [
        (None, None, True),
        (None, 1, True),
        (0, None, False),
        (89, 1, False),
        (90, 1, True),
        (89, None, False),
        (60, 27, False),
        (60, 28, True),
        (27, 60, False),
        (28, 60, True),
    ],
)
def test_the_screens_come_back_after_90_days_or_28_days_away(
    seen_days_ago: int | None, last_session_days_ago: int | None, are_due: bool
) -> None:
    seen_at = None if seen_days_ago is None else NOON - timedelta(days=seen_days_ago)
    last_at = None if last_session_days_ago is None else NOON - timedelta(days=last_session_days_ago)
    assert screens_are_due(seen_at, last_at, NOON) is are_due


def test_how_it_felt_is_asked_18_hours_later() -> None:
    assert not asks_since_last_time(None, NOON)
    assert not asks_since_last_time(NOON - timedelta(hours=17.9), NOON)
    assert asks_since_last_time(NOON - timedelta(hours=18), NOON)


def test_every_reason_to_stop_has_its_reaction() -> None:
    assert set(STOP_REACTIONS) == set(StopReason)
    assert STOP_REACTIONS[StopReason.DONE_FOR_NOW] == StopReaction()


@pytest.mark.parametrize(
    "reason, reactions",
    [
        (StopReason.TOO_HARD, {"easier_next_time"}),
        (StopReason.UNCOMFORTABLE, {"asks_discomfort"}),
        (StopReason.SHARP, {"leaves_exercise_out", "shows_stop_list"}),
        (StopReason.NUMB, {"shows_where_to_get_help", "goes_gently"}),
        (StopReason.UNWELL, {"shows_settle"}),
    ],
)
def test_each_reason_leads_to_what_evidence_14_3_says(reason: StopReason, reactions: set[str]) -> None:
    reaction = STOP_REACTIONS[reason]
    assert {name for name in StopReaction.__slots__ if getattr(reaction, name)} == reactions
