"""What of the reminder outlives the program (breaks.md §12.5, §12.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from hipback_desktop.core.break_rules import BreakRules
from hipback_desktop.core.holds import Hold
from hipback_desktop.core.kept_reminder import kept_from, kept_from_values, switched_on_again, values_of
from hipback_desktop.core.presence import Signs
from hipback_desktop.core.prompt import Answer, ReminderState
from tests.builders import NOON
from tests.core.sitter import HOUR, MINUTE, Sitter


def test_13_a_pause_keeps_its_end_over_a_restart() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.pauses(HOUR)
    end = sitter.time + HOUR
    sitter.types(20 * MINUTE)
    sitter.restarts(after_seconds=20 * MINUTE)
    assert sitter.reminder.reason is Hold.PAUSED
    sitter.types(end - sitter.time - 2)
    assert Hold.PAUSED in sitter.reminder.holds
    sitter.types(3)
    assert Hold.PAUSED not in sitter.reminder.holds


def test_13_a_pause_that_is_over_is_no_pause() -> None:
    sitter = Sitter()
    sitter.pauses(10 * MINUTE)
    sitter.restarts(after_seconds=HOUR)
    assert (sitter.reminder.paused_until, sitter.reminder.holds) == (None, frozenset())


def test_a_counter_of_a_moment_ago_goes_on_quietly() -> None:
    sitter = Sitter()
    sitter.types(50 * MINUTE)
    prompted = sitter.prompted[-1]
    sitter.restarts()
    restarted = sitter.time
    assert sitter.sat == pytest.approx(50 * MINUTE, abs=1)
    sitter.until_prompted()
    assert sitter.prompted[-1] - prompted >= 5 * MINUTE
    assert sitter.prompted[-1] - restarted >= MINUTE


def test_a_clock_that_is_set_meanwhile_makes_no_prompt_older() -> None:
    sitter = Sitter()
    sitter.until_prompted()
    sitter.wall += timedelta(seconds=100)
    sitter.loses_power()
    sitter.until_prompted()
    first, second = sitter.prompted
    assert second - first >= 5 * MINUTE


def test_a_counter_older_than_a_break_is_a_break() -> None:
    sitter = Sitter()
    sitter.types(40 * MINUTE)
    sitter.restarts(after_seconds=3 * MINUTE)
    assert sitter.sat == 0


def test_skips_snoozes_and_their_count_go_on() -> None:
    sitter = Sitter()
    sitter.until_prompted()
    sitter.can_answer()
    sitter.answers(Answer.SKIP)
    sitter.until_prompted()
    sitter.can_answer()
    sitter.snoozes(10 * MINUTE)
    before = sitter.reminder
    sitter.restarts()
    assert (sitter.reminder.state, sitter.reminder.snoozes) == (ReminderState.SNOOZED, 1)
    assert sitter.reminder.counts_from_seconds == before.counts_from_seconds
    assert sitter.reminder.snoozed_until == before.snoozed_until
    sitter.pauses(HOUR)
    sitter.restarts()
    assert (sitter.reminder.state, sitter.reminder.reason) == (ReminderState.SNOOZED, Hold.PAUSED)
    sitter.types(70 * MINUTE)
    sitter.restarts()
    assert sitter.reminder.state is ReminderState.COUNTING


def test_a_skip_right_before_leaving_can_be_kept() -> None:
    sitter = Sitter()
    sitter.until_prompted()
    sitter.types(10)
    sitter.is_still(20)
    sitter.answers(Answer.SKIP)
    sitter.locks()
    assert sitter.reminder.counts_from_seconds > sitter.sat
    sitter.restarts()
    assert sitter.reminder.left_seconds(sitter.now.boot) > 45 * MINUTE


def test_without_anything_kept_it_begins() -> None:
    reminder = switched_on_again(None, BreakRules(), Sitter().now)
    assert reminder.sitting.sat(0) == 0


def a_kept_one() -> dict[str, Any]:
    sitter = Sitter()
    sitter.types(MINUTE)
    return values_of(kept_from(sitter.reminder, sitter.now))


@pytest.mark.parametrize("written_at", [NOON + timedelta(hours=1), NOON - timedelta(days=400)])
def test_33_what_comes_from_the_future_or_the_past_counts_nothing(written_at: datetime) -> None:
    kept = replace(kept_from_values(a_kept_one()), written_at=written_at)
    reminder = switched_on_again(kept, BreakRules(), Sitter().now)
    assert reminder.sitting.sat(Sitter().now.boot) == 0


def test_33_a_prompt_in_the_future_was_now_and_a_pause_without_end_is_none() -> None:
    now = Sitter().now
    late = NOON + timedelta(days=400)
    kept = replace(kept_from_values(a_kept_one()), written_at=NOON, prompted_at=late, paused_until=late)
    reminder = switched_on_again(kept, BreakRules(), now)
    assert (reminder.prompted_at, reminder.paused_until) == (now.boot, None)


@pytest.mark.parametrize(
    "broken",
    [
        {"written_at": "yesterday"},
        {"written_at": None},
        {"written_at": "2026-03-18T12:00:00"},
        {"sat_seconds": "much"},
        {"sat_seconds": -1},
        {"sat_seconds": float("nan")},
        {"counts_from_seconds": 1e6},
        {"snoozes": -1},
        {"snoozes": float("inf")},
        {"prompted_at": 12},
    ],
)
def test_33_what_cannot_be_is_refused(broken: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        kept_from_values(a_kept_one() | broken)
    with pytest.raises(ValueError):
        kept_from_values({})


def test_33_nothing_is_prompted_on_the_strength_of_a_kept_counter_at_once() -> None:
    values = a_kept_one() | {"written_at": NOON.isoformat(), "sat_seconds": 9 * HOUR}
    now = Sitter().now
    reminder = switched_on_again(kept_from_values(values), BreakRules(), now)
    reminder, events = reminder.look(now, Signs(idle_seconds=8))
    assert (events, reminder.reason) == ((), Hold.JUST_RETURNED)
