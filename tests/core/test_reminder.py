"""When a prompt shows, and what puts it off (breaks.md §12.2; the numbers are those of §12.6)."""

from __future__ import annotations

import pytest

from hipback_desktop.core.evidence import NUDGE_SECONDS
from hipback_desktop.core.holds import Hold
from hipback_desktop.core.presence import Mode, SittingState
from hipback_desktop.core.prompt import Prompted, PromptOutcome, ReminderState, Wait
from hipback_desktop.core.prompting import next_look_seconds
from tests.core.sitter import HOUR, MINUTE, Sitter, prompted_sitter, state, told, withdrawals

DUE = 45 * MINUTE


def test_a_heads_up_a_minute_before_and_a_prompt_in_the_next_pause() -> None:
    sitter = Sitter()
    sitter.sits(DUE - MINUTE - 2)
    assert told(sitter) == (ReminderState.COUNTING, Wait.NOT_DUE)
    sitter.sits(2)
    assert told(sitter)[0] is ReminderState.HEADS_UP
    sitter.sits(MINUTE + 30)
    assert told(sitter) == (ReminderState.HEADS_UP, Wait.TYPING)
    sitter.sits(30)
    assert sitter.prompted == [DUE + 55]
    assert told(sitter) == (ReminderState.PROMPT, Wait.SHOWING)
    assert sitter.of(Prompted)[0].prompt.held_by is None
    assert not sitter.of(Prompted)[0].is_silent


def test_who_never_stops_typing_is_prompted_after_two_minutes() -> None:
    sitter = Sitter()
    sitter.types(DUE + 3 * MINUTE)
    assert sitter.prompted == [DUE + 2 * MINUTE]


def test_without_an_idle_time_the_prompt_comes_on_the_minute() -> None:
    sitter = Sitter()
    sitter.sees_idle = False
    sitter.types(DUE)
    assert sitter.prompted == [DUE]


@pytest.mark.parametrize("look_seconds", [0.5, None])
def test_looking_as_rarely_as_the_reminder_asks_is_enough(look_seconds: float | None) -> None:
    sitter = Sitter(look_seconds=look_seconds)
    sitter.types(DUE + 3 * MINUTE)
    assert sitter.prompted == [pytest.approx(DUE + 2 * MINUTE, abs=1)]


def test_18_an_unanswered_prompt_comes_once_more_and_then_waits_for_a_pause() -> None:
    sitter = Sitter()
    sitter.types(DUE + 20 * MINUTE)
    first, again = sitter.prompted
    assert again - first == 5 * MINUTE
    assert [event.is_repeat for event in sitter.of(Prompted)] == [False, True]
    assert told(sitter) == (ReminderState.MISSED, Wait.MISSED)
    assert [prompt.outcome for prompt in sitter.closed] == [PromptOutcome.MISSED]
    sitter.is_still(70)
    assert told(sitter) == (ReminderState.COUNTING, Wait.NOT_SITTING)
    sitter.types(3 * MINUTE)
    assert len(sitter.prompted) == 3


def test_18_who_misses_the_prompt_after_the_pause_is_left_alone_for_an_interval() -> None:
    sitter = Sitter()
    sitter.types(DUE + 15 * MINUTE)
    sitter.is_still(70)
    sitter.types(8 * MINUTE)
    assert (len(sitter.prompted), told(sitter)) == (3, (ReminderState.COUNTING, Wait.NOT_DUE))
    sitter.types(40 * MINUTE)
    assert len(sitter.prompted) == 3
    sitter.types(20 * MINUTE)
    assert len(sitter.prompted) == 5


def test_18_who_never_pauses_is_asked_again_after_an_interval() -> None:
    sitter = Sitter()
    sitter.types(DUE + 50 * MINUTE)
    assert len(sitter.prompted) == 2
    sitter.types(5 * MINUTE)
    assert sitter.prompted[2] - sitter.prompted[1] == pytest.approx(DUE + 2 * MINUTE, abs=61)


def test_18_no_repeats_when_none_are_wanted() -> None:
    sitter = Sitter(repeats=0)
    sitter.types(DUE + 10 * MINUTE)
    assert (len(sitter.prompted), told(sitter)[0]) == (1, ReminderState.MISSED)


def test_19_a_prompt_goes_when_the_person_does_and_their_walk_is_credited() -> None:
    sitter = prompted_sitter()
    sitter.walks(4 * MINUTE)
    assert withdrawals(sitter) == ["not_sitting"]
    assert sitter.closed == []
    sitter.types(10)
    assert [prompt.outcome for prompt in sitter.closed] == [PromptOutcome.NATURAL]
    assert told(sitter)[0] is ReminderState.COUNTING
    sitter.sits(40 * MINUTE)
    assert len(sitter.prompted) == 1


def test_18_nothing_is_repeated_to_somebody_who_may_have_left() -> None:
    sitter = Sitter()
    sitter.types(DUE + 2 * MINUTE)
    sitter.is_still(175)
    sitter.types(20)
    sitter.is_still(150)
    assert (told(sitter)[0], len(sitter.prompted)) == (ReminderState.PROMPT, 1)
    sitter.types(1)
    assert len(sitter.prompted) == 2


def test_19_a_prompt_comes_again_when_the_person_was_gone_for_a_moment() -> None:
    sitter = prompted_sitter()
    sitter.locks()
    sitter.is_still(30)
    sitter.unlocks()
    sitter.types(10)
    sitter.until_prompted()
    assert sitter.prompted[1] - sitter.prompted[0] >= 5 * MINUTE
    assert sitter.closed == []


def test_a_walk_before_the_prompt_is_credited() -> None:
    sitter = Sitter()
    sitter.types(DUE - 65)
    sitter.walks(30)
    assert told(sitter)[0] is ReminderState.HEADS_UP
    sitter.walks(5 * MINUTE)
    sitter.types(30)
    assert withdrawals(sitter) == ["not_sitting"]
    sitter.sits(40 * MINUTE)
    assert sitter.prompted == []


def test_who_says_they_were_away_is_offered_nothing() -> None:
    sitter = prompted_sitter()
    sitter.says_they_were_away()
    assert (withdrawals(sitter), sitter.sat) == (["not_due"], 0)
    assert [prompt.outcome for prompt in sitter.closed] == [PromptOutcome.NATURAL]


def test_36_a_reminder_that_is_off_wants_no_look_and_does_nothing() -> None:
    sitter = prompted_sitter()
    assert next_look_seconds(sitter.reminder, sitter.now) == 1
    sitter.switches_off()
    assert told(sitter) == (ReminderState.OFF, Wait.SWITCHED_OFF)
    assert [prompt.outcome for prompt in sitter.closed] == [PromptOutcome.MISSED]
    assert next_look_seconds(sitter.reminder, sitter.now) is None
    happened, off = len(sitter.events), sitter.reminder
    sitter.sits(HOUR)
    sitter.says(Mode.STANDING)
    sitter.says_they_were_away()
    sitter.switches_off()
    assert (sitter.reminder, len(sitter.events)) == (off, happened)
    sitter.pauses(HOUR)
    assert told(sitter) == (ReminderState.OFF, Wait.SWITCHED_OFF)


def test_36_switched_off_before_it_is_due_there_is_no_prompt_to_close() -> None:
    sitter = Sitter()
    sitter.sits(MINUTE)
    sitter.switches_off()
    assert (sitter.closed, sitter.spans) == ([], [("sitting", MINUTE)])


def test_36_far_from_due_it_wants_a_look_a_minute() -> None:
    sitter = Sitter(look_seconds=None)
    sitter.types(2 * MINUTE)
    assert next_look_seconds(sitter.reminder, sitter.now) == 60
    sitter.walks(10 * MINUTE)
    assert next_look_seconds(sitter.reminder, sitter.now) == 60
    sitter.nudges()
    assert next_look_seconds(sitter.reminder, sitter.now) == 2
    sitter.says(Mode.MOVING)
    sitter.types(90)
    assert next_look_seconds(sitter.reminder, sitter.now) == 30


def test_a_bumped_desk_is_watched_for_a_minute_and_no_longer() -> None:
    sitter = Sitter()
    sitter.sits(10 * MINUTE)
    sitter.walks(10 * MINUTE)
    assert state(sitter) is SittingState.AWAY
    assert next_look_seconds(sitter.reminder, sitter.now) == MINUTE
    sitter.nudges()
    assert next_look_seconds(sitter.reminder, sitter.now) == NUDGE_SECONDS
    sitter.walks(MINUTE + NUDGE_SECONDS)
    assert state(sitter) is SittingState.AWAY
    assert next_look_seconds(sitter.reminder, sitter.now) == MINUTE


def test_new_rules_hold_from_the_next_look_on() -> None:
    sitter = Sitter()
    sitter.sits(30 * MINUTE)
    sitter.reminder = sitter.reminder.with_rules(type(sitter.reminder.rules)(interval_seconds=20 * MINUTE))
    sitter.until_prompted(at_most=2 * MINUTE)


@pytest.mark.parametrize(("before", "after"), [(3, 0), (0, 2), (3, 1)])
def test_other_repeats_hold_for_the_prompt_that_shows(before: int, after: int) -> None:
    sitter = Sitter(repeats=before)
    sitter.until_prompted()
    sitter.chooses(repeats=after)
    sitter.types(25 * MINUTE)
    assert len(sitter.prompted) == 1 + after


def test_a_session_of_their_own_accord_is_a_break_as_well() -> None:
    sitter = prompted_sitter()
    sitter.plays(5 * MINUTE)
    sitter.types(5)
    assert withdrawals(sitter) == ["moving"]
    assert [prompt.outcome for prompt in sitter.closed] == [PromptOutcome.NATURAL]
    assert sitter.reminder.sitting.state is SittingState.SITTING


def test_a_film_and_reading_are_prompted_without_a_sound() -> None:
    sitter = Sitter()
    sitter.says(Mode.READING)
    sitter.is_still(DUE + MINUTE)
    assert [event.is_silent for event in sitter.of(Prompted)] == [True]


def test_still_sitting_shows_nothing_in_the_first_minute_after_the_return() -> None:
    sitter = Sitter()
    sitter.types(40 * MINUTE)
    sitter.is_still(20 * MINUTE)
    sitter.types(10)
    sitter.says_they_still_sat()
    assert sitter.reminder.left_seconds(sitter.now.boot) < 0
    returned = sitter.time
    sitter.looks()
    assert told(sitter) == (ReminderState.COUNTING, Hold.JUST_RETURNED)
    sitter.until_prompted()
    assert sitter.prompted[0] - returned >= 50


def test_what_is_a_hair_away_is_looked_at_once_and_not_for_ever() -> None:
    sitter = Sitter()
    sitter.types(DUE - MINUTE - 1e-9)
    assert next_look_seconds(sitter.reminder, sitter.now) == 0.05
