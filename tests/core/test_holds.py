"""Holds: what keeps a prompt back, and what comes of it afterwards (breaks.md §12.6)."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hipback_desktop.core.break_rules import BreakRules
from hipback_desktop.core.holds import OPTIONAL_HOLDS, Hold
from hipback_desktop.core.hours import OFFICE_HOURS, Hours, are_open
from hipback_desktop.core.presence import Mode
from hipback_desktop.core.prompt import PromptOutcome, Reason, ReminderState, Surface, Wait
from tests.core.sitter import HOUR, MINUTE, Sitter, prompted_sitter, told, withdrawals

DUE = 45 * MINUTE
NIGHT = Hours(frozenset({4}), time(22), time(2))
SEEN = [
    ("is_called", Hold.CALL),
    ("is_undisturbed", Hold.DO_NOT_DISTURB),
    ("is_full_screen", Hold.FULL_SCREEN),
    ("desktop_reminds", Hold.DESKTOP_REMINDS),
]


@pytest.mark.parametrize("sign, hold", SEEN)
def test_4_11_38_a_hold_delays_tells_so_and_never_resets(sign: str, hold: Hold) -> None:
    sitter = Sitter()
    sitter.sits(DUE - 10 * MINUTE)
    sitter.sees(**{sign: True})
    sitter.sits(30 * MINUTE)
    assert (sitter.prompted, sitter.reminder.reason, sitter.sat) == ([], hold, DUE + 20 * MINUTE)
    sitter.sees(**{sign: False})
    ended = sitter.time
    assert sitter.reminder.reason is Wait.SETTLING
    sitter.sits(59)
    assert sitter.prompted == []
    sitter.until_prompted()
    assert 60 <= sitter.prompted[0] - ended <= 2 * MINUTE
    sitter.sits(4 * MINUTE)
    assert len(sitter.prompted) == 1
    assert sitter.reminder.prompt is not None
    assert sitter.reminder.prompt.held_by is hold


@pytest.mark.parametrize("sign, hold", [seen for seen in SEEN if seen[1] in OPTIONAL_HOLDS])
def test_a_hold_one_does_not_mind_holds_nothing(sign: str, hold: Hold) -> None:
    sitter = Sitter(minds=OPTIONAL_HOLDS - {hold})
    sitter.sees(**{sign: True})
    sitter.sits(DUE + MINUTE)
    assert len(sitter.prompted) == 1


def test_38_whatever_one_minds_there_are_never_two_reminders() -> None:
    sitter = Sitter(minds=frozenset())
    sitter.sees(desktop_reminds=True)
    sitter.sits(3 * HOUR)
    assert (sitter.prompted, sitter.reminder.reason) == ([], Hold.DESKTOP_REMINDS)


def test_4_a_call_the_person_told_of_is_silent_as_well() -> None:
    sitter = Sitter()
    sitter.says(Mode.CALL)
    sitter.types(DUE + 5 * MINUTE)
    assert (sitter.prompted, sitter.reminder.reason) == ([], Hold.CALL)


def test_4_a_call_that_begins_takes_the_prompt_away() -> None:
    sitter = Sitter()
    sitter.until_prompted()
    sitter.sees(is_called=True)
    assert withdrawals(sitter) == ["call"]
    sitter.sits(20 * MINUTE)
    sitter.sees(is_called=False)
    ended = sitter.time
    sitter.until_prompted()
    assert sitter.prompted[1] - ended >= 60


def test_4_the_person_who_walks_right_after_the_call_is_not_asked() -> None:
    sitter = Sitter()
    sitter.sits(DUE - 5 * MINUTE)
    sitter.in_call(20 * MINUTE)
    sitter.walks(5 * MINUTE)
    sitter.types(30)
    assert sitter.prompted == []
    assert [(prompt.outcome, prompt.held_by) for prompt in sitter.closed] == [(PromptOutcome.HELD, Hold.CALL)]


def test_a_prompt_that_never_showed_says_why() -> None:
    sitter = Sitter()
    sitter.types(DUE + 30)
    sitter.locks()
    sitter.walks(5 * MINUTE)
    sitter.unlocks()
    assert sitter.prompted == []
    assert [(prompt.outcome, prompt.held_by) for prompt in sitter.closed] == [(PromptOutcome.HELD, Wait.NOT_SITTING)]


def test_5_after_a_night_nothing_shows() -> None:
    sitter = Sitter()
    sitter.sits(DUE - MINUTE)
    sitter.sleeps(8 * HOUR)
    sitter.sits(40 * MINUTE)
    assert sitter.prompted == []
    assert sitter.sat == pytest.approx(40 * MINUTE, abs=5)


def test_6_after_half_a_minute_asleep_nothing_shows_for_a_minute() -> None:
    sitter = Sitter()
    sitter.sits(DUE - 10)
    sitter.sleeps(30)
    woke = sitter.time
    sitter.types(30)
    assert sitter.reminder.reason is Hold.JUST_RETURNED
    sitter.until_prompted()
    assert sitter.prompted[0] - woke >= 60


def test_10_do_not_disturb_that_went_while_asleep_is_gone() -> None:
    sitter = Sitter()
    sitter.sits(DUE)
    sitter.sees(is_undisturbed=True)
    sitter.sleeps(30)
    sitter.sees(is_undisturbed=False)
    sitter.until_prompted(at_most=3 * MINUTE)


def test_12_of_two_holds_one_is_enough() -> None:
    sitter = Sitter()
    sitter.sees(is_called=True, is_full_screen=True)
    sitter.sits(DUE + MINUTE)
    assert sitter.reminder.reason is Hold.CALL
    sitter.sees(is_called=False)
    sitter.sits(5 * MINUTE)
    assert (sitter.prompted, sitter.reminder.reason) == ([], Hold.FULL_SCREEN)


def test_14_a_pause_beats_a_snooze() -> None:
    sitter = Sitter()
    sitter.until_prompted()
    sitter.can_answer()
    sitter.snoozes(10 * MINUTE)
    sitter.pauses(HOUR)
    sitter.sits(5 * MINUTE)
    assert (sitter.reminder.state, sitter.reminder.reason) == (ReminderState.SNOOZED, Hold.PAUSED)
    sitter.sits(54 * MINUTE)
    assert (len(sitter.prompted), sitter.reminder.reason) == (1, Hold.PAUSED)
    sitter.until_prompted(at_most=5 * MINUTE)


def test_14_a_pause_takes_the_prompt_away_at_once() -> None:
    sitter = Sitter()
    sitter.until_prompted()
    sitter.pauses(HOUR)
    assert (withdrawals(sitter), sitter.reminder.reason) == (["paused"], Hold.PAUSED)


def test_14_a_pause_is_told_while_nothing_would_show_anyway() -> None:
    sitter = Sitter()
    sitter.types(DUE + 20 * MINUTE)
    assert sitter.reminder.state is ReminderState.MISSED
    sitter.pauses(HOUR)
    sitter.types(MINUTE)
    assert sitter.reminder.reason is Hold.PAUSED


@pytest.mark.parametrize("by_hand", [True, False])
def test_15_after_a_pause_nothing_shows_at_once(by_hand: bool) -> None:
    sitter = Sitter()
    sitter.sits(DUE - MINUTE)
    sitter.pauses(30 * MINUTE)
    sitter.sits(29 * MINUTE + 59)
    if by_hand:
        sitter.resumes()
    sitter.sits(2)
    ended = sitter.time
    assert sitter.reminder.reason is Wait.SETTLING
    sitter.until_prompted()
    assert sitter.prompted[0] - ended >= 57


@pytest.mark.parametrize("sat, reason", [(20, Wait.NOT_DUE), (44.5, Wait.SETTLING), (0.5, Hold.JUST_RETURNED)])
def test_15_a_pause_that_is_over_is_told_no_longer(sat: float, reason: Reason) -> None:
    sitter = Sitter()
    sitter.sits(sat * MINUTE)
    sitter.pauses(HOUR)
    sitter.resumes()
    assert sitter.reminder.reason is reason
    sitter.looks()
    assert sitter.reminder.reason is reason


def test_14_a_snooze_is_told_again_when_the_pause_is_over() -> None:
    sitter = prompted_sitter()
    sitter.can_answer()
    sitter.snoozes(20 * MINUTE)
    sitter.pauses(HOUR)
    sitter.looks()
    sitter.resumes()
    assert (sitter.reminder.state, sitter.reminder.reason) == (ReminderState.SNOOZED, Wait.SNOOZED)


@pytest.mark.parametrize("hours", [3, -3])
def test_a_pause_keeps_its_length_when_the_clock_is_set(hours: float) -> None:
    sitter = Sitter()
    sitter.pauses(HOUR)
    sitter.sets_the_clock(hours=hours)
    sitter.sits(59 * MINUTE)
    assert sitter.reminder.reason is Hold.PAUSED
    sitter.sits(2 * MINUTE)
    assert sitter.reminder.reason is not Hold.PAUSED


def test_20_no_prompt_in_a_session() -> None:
    sitter = Sitter()
    sitter.sits(DUE - MINUTE)
    sitter.sees(session_runs=True)
    sitter.types(30 * MINUTE)
    assert (sitter.prompted, sitter.reminder.state, sitter.reminder.reason) == ([], ReminderState.BREAK, Wait.MOVING)
    assert Hold.SESSION in sitter.reminder.holds


def at(weekday: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, 16 + weekday, hour, minute, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    "moment, is_open",
    [(at(4, 21, 59), False), (at(4, 22), True), (at(5, 1, 59), True), (at(5, 2), False), (at(4, 1), False)],
)
def test_26_hours_past_midnight_belong_to_the_day_they_began_on(moment: datetime, is_open: bool) -> None:
    assert are_open([NIGHT], moment) is is_open


def test_26_several_ranges_and_none() -> None:
    lunchless = [Hours(frozenset({0}), time(9), time(12)), Hours(frozenset({0}), time(13), time(17))]
    assert [are_open(lunchless, at(0, hour)) for hour in (8, 9, 12, 13, 17)] == [False, True, False, True, False]
    assert are_open([], at(6, 3))
    assert are_open([OFFICE_HOURS], at(4, 17))
    assert not are_open([OFFICE_HOURS], at(5, 12))
    with pytest.raises(ValueError):
        Hours(frozenset({7}), time(9), time(17))


def test_26_outside_the_hours_it_counts_and_keeps_quiet() -> None:
    sitter = Sitter(began=at(4, 17, 16), hours=(OFFICE_HOURS, NIGHT))
    sitter.types(DUE - MINUTE)
    sitter.sits(20 * MINUTE)
    assert (sitter.reminder.reason, sitter.sat) == (Hold.OUTSIDE_HOURS, 64 * MINUTE)


def test_35_hours_that_end_while_the_prompt_shows_take_it_away() -> None:
    sitter = Sitter(began=at(4, 17, 12), hours=(OFFICE_HOURS,))
    sitter.until_prompted()
    sitter.types(5 * MINUTE)
    assert withdrawals(sitter) == ["outside_hours"]
    sitter.types(HOUR)
    assert len(sitter.prompted) == 1


def test_8_hours_follow_the_clock_on_the_wall_through_summer_time_and_travel() -> None:
    vienna = ZoneInfo("Europe/Vienna")
    first_summer_day = datetime(2026, 3, 30, 9, 0, tzinfo=vienna)
    morning = [Hours(frozenset(range(7)), time(9), time(10))]
    assert are_open(morning, first_summer_day)
    assert not are_open(morning, first_summer_day.astimezone(ZoneInfo("Europe/London")))
    assert are_open(morning, (first_summer_day + timedelta(hours=1)).astimezone(ZoneInfo("Europe/London")))


def test_8_a_change_of_the_time_zone_counts_nothing() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.wall = sitter.wall.astimezone(timezone(timedelta(hours=9)))
    sitter.types(10 * MINUTE)
    assert sitter.sat == 20 * MINUTE


@pytest.mark.parametrize(
    "rules",
    [{"interval_seconds": 60}, {"break_seconds": 3600}, {"repeats": 4}, {"minds": frozenset({Hold.PAUSED})}],
)
def test_rules_beyond_their_range_cannot_be(rules: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        BreakRules(**rules)


def test_nobody_is_away_before_a_break_would_be_over() -> None:
    assert BreakRules(break_seconds=600).away_limit == 600
    assert BreakRules().away_limit == 180


@pytest.mark.parametrize("surface, is_left", [(Surface.FULL_SCREEN, True), (Surface.WINDOW, False)])
def test_a_prompt_that_fills_the_screen_does_not_keep_itself_back(surface: Surface, is_left: bool) -> None:
    sitter = prompted_sitter()
    sitter.reminder = sitter.reminder.shown_on(surface)
    sitter.sees(is_full_screen=True)
    assert (told(sitter)[0] is ReminderState.PROMPT) is is_left
