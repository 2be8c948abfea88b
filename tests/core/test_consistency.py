"""Weeks, scores and flex weeks: a table worked out by hand, and what holds for any history."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.core.consistency import Consistency, Week, WeekState, consistency, listed
from hipback_desktop.core.day import Day
from hipback_desktop.core.goals import Goal, Goals
from hipback_desktop.core.week import WEEK, week_start
from tests.core.strategies import STEADY
from tests.core.tables import cases

MONDAY = date(2026, 11, 30)
"""The weeks of the table run from here over week 53 into the next year."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LETTERS = {
    "1": WeekState.FIRST,
    "M": WeekState.MET,
    "R": WeekState.REPAIRED,
    "F": WeekState.FLEX,
    "P": WeekState.PAUSED,
    "x": WeekState.MISSED,
    "O": WeekState.OPEN,
}
DAY = Day(MONDAY, sessions=1, seconds=600, exercises=4, stretches=True, strengthens=True)


def days_of_week(text: str, starts_on: date) -> list[Day]:
    """The days that one word of the table stands for."""
    if text == ".":
        return []
    if text == "-":
        return [Day(starts_on, 1, 120, 1, stretches=True, strengthens=False)]
    stretch, strength, sessions = (int(n or 0) for n in re.fullmatch(r"(\d)\+(\d)(?:\*(\d))?", text).groups())  # type: ignore[union-attr]
    days = [
        replace(DAY, day=starts_on + timedelta(days=n), stretches=n < stretch, strengthens=n < strength)
        for n in range(max(stretch, strength))
    ]
    extra = max(0, sessions - len(days))
    return [replace(day, sessions=1 + extra * (day is days[0])) for day in days]


def repeated(text: str) -> str:
    """The text with ``8:x`` written out."""
    return re.sub(r"(\d+):(\S)", lambda found: found[2] * int(found[1]), text)


def goals_of(text: str, pauses: list[date]) -> Goals:
    """The goals of a row, with a pause on two days of each of the given weeks."""
    first, *changes = text.split("<")
    goals, untils = [first], []
    for change in changes:
        until, goal = change.split(" ")
        week, weekday = until.split(".")
        untils.append(MONDAY + WEEK * (int(week) - 1) + timedelta(days=WEEKDAYS.index(weekday)))
        goals.append(goal)
    *earlier, now = (Goal(*map(int, goal.split("/"))) for goal in goals)
    rests = tuple((day + timedelta(days=2), day + timedelta(days=3)) for day in pauses)
    return Goals(now, tuple(zip(untils, earlier, strict=True)), rests)


def weeks_of(text: str) -> list[str]:
    """The words of a row, those that stand for several weeks written out."""
    words = (word.rpartition(":") for word in text.split())
    return [week for times, _, week in words for _ in range(int(times or 1))]


@pytest.mark.parametrize("goals, weeks, states, score, flex_weeks", cases("consistency_cases.txt"))
def test_weeks_worked_out_by_hand(goals: str, weeks: str, states: str, score: str, flex_weeks: str) -> None:
    starts = [MONDAY + WEEK * number for number in range(len(weeks_of(weeks)))]
    written = list(zip(starts, weeks_of(weeks), strict=True))
    pauses = [starts_on for starts_on, week in written if week.startswith("p")]
    days = [day for starts_on, week in written for day in days_of_week(week.removeprefix("p"), starts_on)]
    today = (starts or [MONDAY])[-1] + timedelta(days=6)
    found = consistency(days, goals_of(goals, pauses), today)
    assert [week.state for week in found.weeks] == [LETTERS[letter] for letter in repeated(states)]
    assert [week.starts_on for week in found.weeks] == starts
    assert (round(found.score * 100), found.flex_weeks) == (int(score), int(flex_weeks))


def test_the_table_is_long_enough() -> None:
    assert len(cases("consistency_cases.txt")) + len(cases("day_cases.txt")) >= 80


def test_a_week_can_begin_on_sunday() -> None:
    sunday_and_week = [replace(DAY, day=MONDAY + timedelta(days=n)) for n in (-1, 0, 2)]
    by_monday = consistency(sunday_and_week, Goals(Goal(3, 2)), MONDAY)
    by_sunday = consistency(sunday_and_week, Goals(Goal(3, 2)), MONDAY, "sunday")
    assert [week.state for week in by_monday.weeks] == [WeekState.FIRST, WeekState.OPEN]
    assert [week.state for week in by_sunday.weeks] == [WeekState.MET]


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1969, 12, 31), date(2027, 1, 4), date(9999, 12, 31)])
def test_days_of_a_clock_that_was_wrong_are_left_out(day: date) -> None:
    found = consistency([replace(DAY, day=day), DAY], Goals(Goal(1, 0)), date(2027, 1, 3))
    assert found.weeks == consistency([DAY], Goals(Goal(1, 0)), date(2027, 1, 3)).weeks


def test_a_week_has_what_was_done_in_it() -> None:
    short = replace(DAY, day=MONDAY + timedelta(days=1), seconds=60, exercises=1)
    (week,) = consistency([DAY, short], Goals(Goal(3, 2)), MONDAY).weeks
    assert (week.sessions, week.seconds, week.days, week.stretch_days, week.strength_days) == (2, 660, 1, 1, 1)


A_DAY = st.builds(
    Day,
    day=st.integers(0, 7 * 30).map(lambda n: MONDAY + timedelta(days=n)),
    sessions=st.integers(1, 3),
    seconds=st.sampled_from([60, 299, 300, 900]),
    exercises=st.integers(0, 4),
    stretches=st.booleans(),
    strengthens=st.booleans(),
)
HISTORIES = st.lists(A_DAY, min_size=1, max_size=90, unique_by=lambda day: day.day)
A_GOAL = st.builds(Goal, st.integers(1, 4), st.integers(0, 2))
GOALS = st.builds(
    Goals,
    A_GOAL,
    st.lists(st.tuples(A_DAY.map(lambda day: day.day), A_GOAL), max_size=2).map(tuple),
    st.lists(A_DAY.map(lambda day: (day.day, day.day + timedelta(days=9))), max_size=2).map(tuple),
)
TODAY = MONDAY + timedelta(days=7 * 30 + 2)


def missed(found: Consistency) -> int:
    return sum(week.state is WeekState.MISSED for week in found.weeks)


@STEADY
@given(HISTORIES, GOALS, st.data())
def test_one_more_session_never_lowers_anything(history: list[Day], goals: Goals, data: st.DataObject) -> None:
    before = consistency(history, goals, TODAY)
    more = data.draw(A_DAY.filter(lambda day: day.day >= min(known.day for known in history)))
    known = next((day for day in history if day.day == more.day), replace(more, sessions=0, seconds=0))
    joined = Day(
        more.day,
        known.sessions + more.sessions,
        known.seconds + more.seconds,
        max(known.exercises, more.exercises),
        known.stretches or more.stretches,
        known.strengthens or more.strengthens,
    )
    after = consistency([*(day for day in history if day.day != more.day), joined], goals, TODAY)
    assert after.score >= before.score
    assert missed(after) <= missed(before)
    for old, new in zip(before.weeks, after.weeks, strict=True):
        assert new.is_met >= old.is_met
        assert (new.sessions, new.days, new.share) >= (old.sessions, old.days, old.share)


@STEADY
@given(HISTORIES, GOALS, st.data())
def test_a_session_before_all_others_does_not_lower_the_score(
    history: list[Day], goals: Goals, data: st.DataObject
) -> None:
    early = replace(data.draw(A_DAY), day=MONDAY - timedelta(days=data.draw(st.integers(1, 100))))
    assert consistency([early, *history], goals, TODAY).score >= consistency(history, goals, TODAY).score - 1e-12


@STEADY
@given(HISTORIES, GOALS)
def test_no_week_lowers_the_score_by_more_than_a_fifth(history: list[Day], goals: Goals) -> None:
    scores = [consistency(history, goals, TODAY - timedelta(days=7 * n)).score for n in range(20, -1, -1)]
    for before, after in pairwise(scores):
        assert 0 <= before <= 1
        assert after >= before * 0.8 - 1e-12


@STEADY
@given(HISTORIES, GOALS)
def test_the_order_of_days_does_not_matter(history: list[Day], goals: Goals) -> None:
    assert consistency(history[::-1], goals, TODAY) == consistency(history, goals, TODAY)


@STEADY
@given(HISTORIES, GOALS)
def test_weeks_follow_each_other_up_to_this_one(history: list[Day], goals: Goals) -> None:
    weeks = [week.starts_on for week in consistency(history, goals, TODAY).weeks]
    assert weeks == [weeks[0] + WEEK * n for n in range(len(weeks))]
    assert weeks[-1] == week_start(TODAY)


def test_weeks_before_the_first_session_and_after_the_last_known_are_listed_empty() -> None:
    goals = Goals(Goal(3, 2))
    found = consistency([DAY], goals, MONDAY)
    weeks = listed(found, goals, MONDAY - WEEK, MONDAY)
    assert [week.state for week in weeks] == [WeekState.BEFORE, WeekState.OPEN]
    assert weeks[-1] is found.weeks[0]
    assert weeks[0] == Week(MONDAY - WEEK, Goal(3, 2), WeekState.BEFORE)
