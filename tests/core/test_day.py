"""Which day a session belongs to, and what makes a day count."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from hipback_desktop.core.day import Day, days_of, is_counted
from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.record import ANY_SHARE, Outcome, SessionOrigin
from hipback_desktop.core.week import week_name, week_start
from tests.builders import NOON, a_record, a_step_record
from tests.core.tables import cases

STRENGTH = a_step_record(phase=Phase.STRENGTHEN, exercise_id="bridge")


@pytest.mark.parametrize("began, day, week, sunday_week", cases("day_cases.txt"))
def test_a_session_belongs_to_the_day_and_week_it_began_in(began: str, day: str, week: str, sunday_week: str) -> None:
    (found,) = days_of([a_record(started_at=datetime.fromisoformat(began))])
    assert found.day.isoformat() == day
    assert week_name(week_start(found.day)) == week
    assert week_name(week_start(found.day, "sunday")) == sunday_week


@pytest.mark.parametrize("first_day, starts_on", [("monday", 16), ("sunday", 15), ("saturday", 14)])
def test_a_week_begins_where_the_person_says(first_day: str, starts_on: int) -> None:
    for day in range(starts_on, starts_on + 7):
        assert week_start(date(2026, 3, day), first_day) == date(2026, 3, starts_on)
    assert week_name(date(2026, 3, starts_on)) == "2026-W12"


@pytest.mark.parametrize(
    "seconds, exercises, counts",
    [(300, ("walk",), True), (299, ("walk", "twist"), False), (60, ("walk", "twist", "hug"), True), (299, (), False)],
)
def test_a_day_counts_from_five_minutes_or_three_exercises(
    seconds: float, exercises: tuple[str, ...], counts: bool
) -> None:
    done = [a_step_record(exercise_id=name) for name in exercises]
    passed_over = [a_step_record(exercise_id=f"left_{number}", done_seconds=0) for number in range(3)]
    (day,) = days_of([a_record((*done, *passed_over), active_seconds=seconds)])
    assert day.counts is counts


def test_short_sessions_of_a_day_add_up() -> None:
    morning, evening = a_record(active_seconds=150), a_record(active_seconds=150, started_at=NOON + timedelta(hours=6))
    (day,) = days_of([morning, evening])
    assert (day.sessions, day.seconds, day.counts) == (2, 300, True)


def test_days_are_in_order_and_know_what_was_done() -> None:
    strong = a_record([STRENGTH], started_at=NOON + timedelta(days=1))
    assert days_of([strong, a_record()]) == (
        Day(date(2026, 3, 18), 1, 600, 1, stretches=True, strengthens=False),
        Day(date(2026, 3, 19), 1, 600, 1, stretches=False, strengthens=True),
    )


def test_what_was_left_out_is_not_done() -> None:
    (day,) = days_of([a_record([a_step_record(), a_step_record(phase=Phase.STRENGTHEN, done_seconds=0)])])
    assert (day.stretches, day.strengthens, day.exercises) == (True, False, 1)


@pytest.mark.parametrize(
    "seconds, outcome, counts",
    [
        (2, Outcome.SKIPPED, False),
        (14, Outcome.SKIPPED, False),
        (14, Outcome.STOPPED, False),
        (15, Outcome.SKIPPED, True),
        (15, Outcome.STOPPED, True),
        (14, Outcome.COMPLETED, True),
    ],
)
def test_three_exercises_tried_on_the_way_past_make_no_day(seconds: float, outcome: Outcome, counts: bool) -> None:
    names = "walk", "twist", "hug"
    tried = [a_step_record(exercise_id=name, done_seconds=seconds, outcome=outcome) for name in names]
    (day,) = days_of([a_record(tried, active_seconds=60)])
    assert (day.exercises, day.stretches, day.counts) == (3 * counts, counts, counts)


def test_what_was_kept_when_any_second_was_enough_counts_from_there() -> None:
    tried = [a_step_record(exercise_id=name, done_seconds=2, outcome=Outcome.SKIPPED) for name in "abc"]
    (day,) = days_of([a_record(tried, active_seconds=60, set_counts_from=ANY_SHARE)])
    assert (day.exercises, day.stretches, day.counts) == (3, True, True)


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({}, True),
        ({"origin": SessionOrigin.MANUAL}, True),
        ({"outcome": Outcome.STOPPED}, True),
        ({"outcome": Outcome.SKIPPED}, False),
        ({"origin": SessionOrigin.BREAK}, False),
        ({"ended_at": NOON + timedelta(seconds=30)}, False),
    ],
)
def test_previews_breaks_and_sessions_without_work_do_not_count(changes: dict[str, Any], expected: bool) -> None:
    record = a_record(**changes)
    assert is_counted(record) is expected
    assert bool(days_of([record])) is expected
