"""Which goal a week is held to, and the notes of goals and pauses in the settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hipback_desktop.core.goals import MOST_KEPT, Goal, Goals, goals_of, noted
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.stored_settings import settings_from

TODAY, TOMORROW = date(2026, 3, 18), date(2026, 3, 19)


def test_without_notes_the_goal_was_always_that_of_now() -> None:
    goals = goals_of(Settings(stretch_days=4, strength_days=1))
    assert goals == Goals(Goal(4, 1))
    assert goals.of_week(date(1990, 1, 1)) == Goal(4, 1)
    assert not goals.is_paused(TODAY)


def test_a_change_keeps_the_goal_that_was() -> None:
    before = Settings()
    after = noted(before, replace(before, stretch_days=5), TODAY)
    assert goals_of(after).earlier == ((TODAY, Goal(3, 2)),)
    assert goals_of(after).of_week(date(2026, 3, 9)) == Goal(3, 2)
    assert goals_of(after).of_week(date(2026, 3, 23)) == Goal(5, 2)


def test_a_slider_that_is_drawn_through_many_goals_leaves_one_note() -> None:
    settings = Settings()
    for days in (4, 5, 6):
        settings = noted(settings, replace(settings, stretch_days=days), TODAY)
    assert settings.past_goals == ("2026-03-18 3 2",)
    assert noted(settings, replace(settings, strength_days=0), TOMORROW).past_goals[1:] == ("2026-03-19 6 2",)


def test_a_rest_begins_and_ends() -> None:
    settings = noted(Settings(), Settings(goals_paused=True), TODAY)
    assert goals_of(settings).pauses == ((TODAY, None),)
    assert goals_of(settings).is_paused(date(2099, 1, 1))
    settings = noted(settings, replace(settings, goals_paused=False), date(2026, 3, 30))
    assert goals_of(settings).pauses == ((TODAY, date(2026, 3, 30)),)
    weeks = [date(2026, 3, 9), date(2026, 3, 16), date(2026, 3, 23), date(2026, 3, 30), date(2026, 4, 6)]
    assert [goals_of(settings).is_paused(week) for week in weeks] == [False, True, True, True, False]


def test_other_changes_leave_no_note() -> None:
    assert noted(Settings(), Settings(minutes=20), TODAY) == Settings(minutes=20)


def test_notes_never_become_more_than_a_setting_holds() -> None:
    full = Settings(past_goals=("2020-01-01 3 2",) * 600, goal_pauses=("2020-01-01 2020-01-02",) * 600)
    after = noted(full, replace(full, stretch_days=1, goals_paused=True), TODAY)
    assert (len(after.past_goals), len(after.goal_pauses)) == (MOST_KEPT, MOST_KEPT)
    assert (after.past_goals[-1], after.goal_pauses[-1]) == ("2026-03-18 3 2", "2026-03-18")
    kept, complaints = settings_from({"past_goals": after.past_goals, "goal_pauses": after.goal_pauses})
    assert (kept.past_goals, complaints) == (after.past_goals, ())


@pytest.mark.parametrize(
    "entry",
    [
        "",
        " ",
        "today 3 2",
        "2026-03-18",
        "2026-03-18 3",
        "2026-03-18 3 2 1",
        "2026-03-18 x y",
        "2026-13-18 3 2",
        "2026-03-18 0 0",
    ],
)
def test_a_note_nobody_can_read_is_left_out(entry: str) -> None:
    assert goals_of(Settings(past_goals=(entry,))).earlier == ()


@pytest.mark.parametrize("entry", ["", " ", "today", "2026-03-18 tomorrow", "2026-03-18 2026-03-19 2026-03-20"])
def test_a_pause_nobody_can_read_is_left_out(entry: str) -> None:
    assert goals_of(Settings(goal_pauses=(entry,))).pauses == ()
