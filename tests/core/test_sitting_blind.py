"""What is counted where the idle time is unknown, late or lost (breaks.md §12.6)."""

from __future__ import annotations

import pytest

from hipback_desktop.core.presence import SittingState
from hipback_desktop.core.spans import Source
from tests.core.sitter import HOUR, MINUTE, Sitter, state, where


def test_22_without_an_idle_time_the_plain_interval_stands_in() -> None:
    sitter = Sitter()
    sitter.types(5 * MINUTE)
    sitter.sees_idle = False
    sitter.is_still(10 * MINUTE)
    assert (state(sitter), sitter.reminder.sitting.source) == (SittingState.SITTING, Source.UNKNOWN)
    assert sitter.sat == 15 * MINUTE
    sitter.sees_idle = True
    sitter.types(MINUTE)
    assert (sitter.sat, sitter.reminder.sitting.source) == (16 * MINUTE, Source.INPUT)


def test_22_an_idle_time_lost_while_away_is_a_return_only_when_it_stays_lost() -> None:
    sitter = Sitter()
    sitter.types(5 * MINUTE)
    sitter.walks(5 * MINUTE)
    sitter.sees_idle = False
    sitter.walks(2 * MINUTE)
    assert state(sitter) is SittingState.AWAY
    sitter.walks(2 * MINUTE)
    assert state(sitter) is SittingState.SITTING


def test_22_lost_for_a_moment_of_doubt_leaves_the_doubt() -> None:
    sitter = Sitter()
    sitter.types(5 * MINUTE)
    sitter.is_still(100)
    sitter.sees_idle = False
    sitter.is_still(70)
    assert state(sitter) is SittingState.UNSURE
    sitter.is_still(200)
    assert state(sitter) is SittingState.SITTING


@pytest.mark.parametrize("leaves", ["locks", "sleeps"])
def test_22_without_an_idle_time_unlocking_and_waking_are_returns(leaves: str) -> None:
    sitter = Sitter()
    sitter.sees_idle = False
    sitter.is_still(5 * MINUTE)
    if leaves == "locks":
        sitter.locks()
        sitter.is_still(5 * MINUTE)
        assert state(sitter) is SittingState.AWAY
        sitter.sees(is_locked=False)
    else:
        sitter.sleeps(5 * MINUTE)
        sitter.looks()
    assert where(sitter) == (SittingState.SITTING, 0)


def test_22_who_has_no_idle_time_can_say_they_were_away() -> None:
    sitter = Sitter()
    sitter.sees_idle = False
    sitter.is_still(20 * MINUTE)
    sitter.says_they_were_away()
    assert (sitter.sat, sitter.spans) == (0, [("sitting", 20 * MINUTE)])


def test_22_an_input_from_before_the_lock_is_not_counted_twice() -> None:
    sitter = Sitter()
    sitter.sees_idle = False
    sitter.sits(59)
    sitter.locks()
    sitter.sees_idle = True
    sitter.sees(is_locked=False)
    sitter.types(10)
    assert sitter.sat == sitter.time


def test_23_a_probe_that_does_not_answer_once_changes_nothing() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    for seconds in (30, 70, 100):
        sitter.is_still(seconds)
        before = where(sitter)
        sitter.sees_idle = False
        sitter.looks()
        sitter.sees_idle = True
        sitter.looks()
        assert where(sitter) == before


def test_25_a_loop_that_stood_still_is_no_sleep() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.monotonic += 90
    sitter.types(1)
    assert where(sitter) == (SittingState.SITTING, 10 * MINUTE + 91)


def test_25_of_a_long_standstill_nobody_knows() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.monotonic += HOUR
    sitter.types(1)
    assert where(sitter) == (SittingState.SITTING, pytest.approx(11 * MINUTE, abs=1))
