"""What the weeks were for, area by area and side by side."""

from __future__ import annotations

from datetime import date

import pytest

from hipback_desktop.core.consistency import Week, WeekState
from hipback_desktop.core.exercise import Area, Mode, Side, Sides
from hipback_desktop.core.goals import Goal
from hipback_desktop.core.review import Review, WeekReview, seconds_by_area
from hipback_desktop.core.week_figures import SideSeconds
from hipback_desktop.core.week_words import open_line, state_name, steadiness_line, strength_line, stretch_line
from tests.builders import an_exercise, by_id

MONDAY = date(2026, 3, 16)
GOAL = Goal(3, 2)
EXERCISES = by_id(
    an_exercise(id="pigeon", areas=(Area.GLUTES, Area.DEEP_ROTATORS)),
    an_exercise(id="plank", areas=(Area.CORE,), sides=Sides.NONE),
    an_exercise(id="bird_dog", areas=(Area.CORE,), sides=Sides.ALTERNATING, mode=Mode.REPS),
)


def test_an_exercise_counts_in_full_for_each_of_its_areas_on_its_side() -> None:
    found = seconds_by_area({("pigeon", Side.LEFT): 60, ("pigeon", Side.RIGHT): 90, ("gone", None): 5}, EXERCISES)
    assert found == {Area.GLUTES: SideSeconds(60, 90), Area.DEEP_ROTATORS: SideSeconds(60, 90)}


def test_both_sides_at_once_is_in_full_for_both_and_in_turn_is_half_for_each() -> None:
    found = seconds_by_area({("plank", None): 60, ("bird_dog", None): 40}, EXERCISES)
    assert found == {Area.CORE: SideSeconds(left=20, right=20, both=60)}


def a_week(stretch: int = 0, strength: int = 0, state: WeekState = WeekState.OPEN, goal: Goal = GOAL) -> Week:
    return Week(MONDAY, goal, state, stretch_days=stretch, strength_days=strength)


@pytest.mark.parametrize(
    "week, words",
    [
        (a_week(), "Still open this week: 3 stretch days and 2 strength days. They may fall on the same day."),
        (a_week(2, 2), "Still open this week: 1 stretch day."),
        (a_week(4, 1), "Still open this week: 1 strength day."),
        (a_week(3, 2, WeekState.MET), "Both goals are reached. Whatever comes now is extra."),
        (a_week(1, 0, WeekState.PAUSED), "Your goals are at rest."),
        (a_week(3, 0, goal=Goal(3, 0)), "Both goals are reached. Whatever comes now is extra."),
    ],
)
def test_it_says_what_is_open(week: Week, words: str) -> None:
    assert open_line(week) == words


def test_a_week_that_was_missed_has_no_word_for_it() -> None:
    assert state_name(WeekState.REPAIRED) == "made up for"
    assert [state for state in WeekState if not state_name(state)] == [
        WeekState.BEFORE,
        WeekState.FIRST,
        WeekState.MISSED,
    ]


def test_days_stand_beside_their_goals() -> None:
    assert stretch_line(a_week(4)) == "4 of 3 stretch days"
    assert strength_line(a_week(0, 1)) == "1 of 2 strength days"
    assert strength_line(a_week(0, 1, goal=Goal(3, 0))) == "1 strength day"


def test_it_tells_how_steady_the_weeks_were_and_nothing_of_those_that_were_not() -> None:
    weeks = (WeekReview(a_week(state=WeekState.BEFORE)), WeekReview(a_week(state=WeekState.MET)), WeekReview(a_week()))
    assert steadiness_line(Review(MONDAY, weeks)) == ""
    assert steadiness_line(Review(MONDAY, weeks, score=0.2)) == "20 % steady."
    assert steadiness_line(Review(MONDAY, weeks[2:], score=0.08)) == ""
    assert steadiness_line(Review(MONDAY, weeks, score=0.004)) == ""  # nobody is told of 0 %
    full = Review(MONDAY, weeks, score=0.36, weeks_met=1, flex_weeks=1)
    assert steadiness_line(full) == "36 % steady. 1 of 2 weeks met. 1 flex week is banked."


def test_the_last_of_the_weeks_is_this_one() -> None:
    weeks = (WeekReview(a_week(state=WeekState.MET)), WeekReview(a_week(2)))
    assert Review(MONDAY, weeks).this_week == a_week(2)
