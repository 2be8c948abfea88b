"""The reminder at work, on a stepped clock."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipback_desktop.breaks.presence.reading import ALL_SIGNS, IDLE_ONLY
from hipback_desktop.core.break_rules import BreakRules
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.holds import Hold
from hipback_desktop.core.presence import Mode, SittingState
from hipback_desktop.core.prompt import Answer, PromptOutcome, Refusal, ReminderState, Surface, Wait
from hipback_desktop.core.spans import Span, SpanKind
from tests.breaks.desk import HOUR, MINUTE, Desk, FakeBook


@pytest.fixture
def desk(qapp: object) -> Desk:
    desk = Desk()
    desk.switch_on()
    return desk


def test_off_there_is_no_timer_and_nothing_is_looked_at(qapp: object) -> None:
    desk = Desk()
    desk.service.apply(None)
    desk.passes(3 * HOUR)
    assert desk.ticker.wakes_at is None
    assert (desk.presences, desk.told, desk.book.events, desk.book.writes) == ([], [], [], [])
    assert not desk.service.is_on


def test_switched_off_again_it_is_as_quiet(desk: Desk) -> None:
    desk.passes(10 * MINUTE)
    desk.service.apply(None)
    assert desk.ticker.wakes_at is None
    assert desk.presence.is_closed
    asked, kept = desk.presence.asked, len(desk.book.writes)
    desk.passes(3 * HOUR)
    assert (desk.presence.asked, len(desk.book.writes)) == (asked, kept)
    assert desk.reminder.reason is Wait.SWITCHED_OFF


def test_far_from_a_prompt_a_minute_is_one_look_and_one_row(desk: Desk) -> None:
    desk.passes(5 * MINUTE + 30)
    asked, kept = desk.presence.asked, len(desk.book.writes)
    desk.passes(20 * MINUTE)
    assert desk.presence.asked - asked == 20
    assert len(desk.book.writes) - kept == 20


def test_right_after_a_return_the_last_input_tells_enough(desk: Desk) -> None:
    desk.leaves()
    desk.passes(10 * MINUTE)
    desk.returns()
    desk.passes(2 * MINUTE)
    assert desk.reminder.sitting.state is SittingState.SITTING
    assert desk.presence.needs[-1] == IDLE_ONLY


def test_only_who_does_not_type_or_will_soon_be_prompted_is_looked_at_closely(desk: Desk) -> None:
    desk.passes(40 * MINUTE)
    assert set(desk.presence.needs[3:]) == {IDLE_ONLY}
    desk.passes(4 * MINUTE)
    assert desk.presence.needs[-1] == ALL_SIGNS
    desk.service.pause(HOUR)
    desk.passes(30 * MINUTE)
    assert desk.presence.needs[-1] == IDLE_ONLY
    desk.leaves()
    desk.passes(2 * MINUTE)
    assert desk.presence.needs[-1] == ALL_SIGNS
    desk.passes(10 * MINUTE)
    assert desk.reminder.sitting.state is SittingState.AWAY
    assert set(desk.presence.needs[-5:]) == {IDLE_ONLY}
    desk.returns()
    desk.passes(MINUTE + 3)
    assert ALL_SIGNS in desk.presence.needs[-3:]


def test_a_film_is_sitting_from_its_first_minute(desk: Desk) -> None:
    desk.passes(10 * MINUTE)
    desk.leaves()
    desk.signs = replace(desk.signs, is_inhibited=True)
    desk.passes(20 * MINUTE)
    assert desk.reminder.sitting.state is SittingState.PASSIVE
    assert desk.reminder.sitting.sat(desk.service.now().boot) == pytest.approx(30 * MINUTE, abs=MINUTE)


def test_after_the_interval_it_announces_and_then_prompts(desk: Desk) -> None:
    desk.passes(43 * MINUTE)
    assert desk.names == []
    desk.passes(1.5 * MINUTE)
    assert (desk.names, desk.reminder.state) == ([], ReminderState.HEADS_UP)
    desk.passes(2 * MINUTE)
    assert desk.names == ["prompted"]
    assert desk.reminder.state is ReminderState.PROMPT


def test_what_is_shown_is_told_of_once_a_minute_and_no_more(desk: Desk) -> None:
    desk.told.clear()
    desk.passes(10 * MINUTE + 1)
    assert len(desk.told) == 10


def test_an_answer_closes_the_prompt_and_is_written_down(desk: Desk) -> None:
    desk.until_prompted()
    desk.service.shown_on(Surface.WINDOW)
    desk.can_answer()
    assert desk.service.answer(Answer.START, "desk_reset_2") is None
    [prompt] = [value for name, value in desk.told if name == "closed"]
    assert (prompt.outcome, prompt.surface, prompt.routine_id) == (
        PromptOutcome.STARTED,
        Surface.WINDOW,
        "desk_reset_2",
    )
    assert prompt in [getattr(event, "prompt", None) for event in desk.book.events]


def test_an_answer_that_comes_at_once_has_no_effect(desk: Desk) -> None:
    assert desk.service.answer(Answer.SKIP) is Refusal.NOTHING_SHOWN
    desk.until_prompted()
    assert desk.service.answer(Answer.SKIP) is Refusal.TOO_EARLY
    assert desk.service.snooze(300) is Refusal.TOO_EARLY
    desk.can_answer()
    assert desk.service.snooze(300) is None
    assert desk.reminder.state is ReminderState.SNOOZED


def test_a_session_that_runs_is_a_break_and_the_counter_begins_anew_after_it(desk: Desk) -> None:
    desk.passes(30 * MINUTE)
    desk.service.begin("keep_going_5")
    desk.session_runs = True
    desk.looks()
    desk.leaves()
    desk.passes(5 * MINUTE)
    assert desk.reminder.reason is Wait.MOVING
    desk.session_runs = False
    desk.returns()
    desk.looks()
    assert desk.reminder.sitting.sat(desk.service.now().boot) < 5
    desk.passes(44 * MINUTE)
    assert "prompted" not in desk.names


def test_a_break_that_was_offered_is_begun_by_its_answer(desk: Desk) -> None:
    desk.until_prompted()
    desk.can_answer()
    desk.service.begin("desk_reset_2")
    assert desk.names[-1] == "closed"
    assert desk.reminder.state is ReminderState.BREAK


def test_a_hold_withdraws_what_shows(desk: Desk) -> None:
    desk.until_prompted()
    desk.signs = replace(desk.signs, is_full_screen=True)
    desk.passes(5)
    assert desk.told[-2][0] == "withdrawn"
    assert desk.told[-2][1] is Hold.FULL_SCREEN


def test_a_prompt_is_not_repeated_within_five_minutes_when_the_power_went(desk: Desk) -> None:
    desk.until_prompted()
    shown = desk.clock.seconds
    again = Desk(desk.book, desk.clock)
    again.switch_on()
    again.until_prompted()
    assert again.clock.seconds - shown >= 5 * MINUTE


def test_a_pause_is_kept_at_once_and_outlives_the_program(desk: Desk) -> None:
    desk.passes(10 * MINUTE + 30)
    desk.service.pause(HOUR)
    again = Desk(desk.book, desk.clock)  # without a word of farewell, as after a power cut
    again.passes(20)
    again.switch_on()
    again.until_prompted()
    assert again.clock.seconds - 1000 == pytest.approx(10.5 * MINUTE + HOUR + 2 * MINUTE, abs=MINUTE)


def test_a_pause_ends_when_one_says_so_and_nothing_shows_at_once(desk: Desk) -> None:
    desk.service.pause(HOUR)
    desk.passes(50 * MINUTE)
    assert (desk.prompts, desk.reminder.reason) == ([], Hold.PAUSED)
    desk.service.resume()
    desk.passes(30)
    assert desk.prompts == []
    desk.until_prompted(at_most=3 * MINUTE)


def test_switched_off_and_on_again_it_is_not_paused_any_more(desk: Desk) -> None:
    desk.service.pause(8 * HOUR)
    desk.service.apply(None)
    desk.switch_on()
    assert desk.reminder.paused_until is None


def test_the_counter_goes_on_after_a_short_absence_of_the_program(desk: Desk) -> None:
    desk.passes(30 * MINUTE)
    desk.service.close()
    assert desk.ticker.wakes_at is None
    assert isinstance(desk.book.events[-1], Span)
    again = Desk(desk.book, desk.clock)
    again.passes(30)
    again.switch_on()
    assert again.reminder.sitting.sat(again.service.now().boot) == pytest.approx(30 * MINUTE, abs=61)


def test_after_a_long_one_it_begins_anew(desk: Desk) -> None:
    desk.passes(30 * MINUTE)
    desk.service.close()
    again = Desk(desk.book, desk.clock)
    again.passes(10 * MINUTE)
    again.switch_on()
    assert again.reminder.sitting.sat(again.service.now().boot) < 1


def test_a_slow_answer_is_waited_for_and_asked_for_once(desk: Desk) -> None:
    desk.passes(5 * MINUTE)
    desk.presence.is_slow = True
    asked = desk.presence.asked
    desk.passes(2 * MINUTE)
    desk.service.look()
    assert desk.presence.asked == asked + 1
    assert desk.ticker.wakes_at is None
    desk.presence.answer()
    assert desk.ticker.wakes_at is not None


def test_an_answer_after_the_reminder_was_switched_off_has_no_effect(desk: Desk) -> None:
    desk.presence.is_slow = True
    desk.passes(2 * MINUTE)
    desk.service.apply(None)
    desk.presence.answer()
    assert desk.ticker.wakes_at is None
    assert not desk.service.is_on


def test_other_numbers_count_at_once(desk: Desk) -> None:
    desk.passes(20 * MINUTE)
    desk.service.apply(BreakRules(interval_seconds=22 * MINUTE))
    desk.until_prompted(at_most=5 * MINUTE)


def test_where_no_input_can_be_seen_it_is_a_plain_interval(qapp: object) -> None:
    desk = Desk()
    desk.is_seen = False
    desk.switch_on()
    desk.passes(44 * MINUTE)
    assert desk.prompts == []
    desk.until_prompted(at_most=2 * MINUTE)
    assert desk.clock.seconds - 1000 == pytest.approx(45 * MINUTE, abs=2)


def test_what_the_person_says_is_heard(desk: Desk) -> None:
    desk.passes(30 * MINUTE)
    desk.service.say(Mode.STANDING)
    assert desk.reminder.sitting.state is SittingState.STANDING
    desk.passes(5 * MINUTE)
    desk.service.say(None)
    assert desk.reminder.sitting.sat(desk.service.now().boot) == 0
    assert [event.kind for event in desk.book.events if isinstance(event, Span)][-1] is SpanKind.STANDING
    desk.passes(20 * MINUTE)
    desk.service.was_away()
    assert desk.reminder.sitting.sat(desk.service.now().boot) == 0


def test_an_absence_is_asked_about_and_can_be_taken_back(desk: Desk) -> None:
    desk.passes(20 * MINUTE)
    desk.leaves()
    desk.passes(10 * MINUTE)
    desk.returns()
    desk.passes(2 * MINUTE)
    assert "returned" in desk.names
    desk.service.still_sitting()
    assert desk.reminder.sitting.sat(desk.service.now().boot) > 29 * MINUTE


def test_what_cannot_be_written_is_said_and_the_reminder_goes_on(qapp: object) -> None:
    class FullBook(FakeBook):
        def keep(self, kept: object) -> bool:
            raise UserError("The disk is full.")

    said: list[str] = []

    def attempt(write: object) -> None:
        try:
            write()  # type: ignore[operator]
        except UserError as error:
            said.append(str(error))

    desk = Desk(FullBook())
    desk.service._attempt = attempt
    desk.switch_on()
    desk.until_prompted()
    assert set(said) == {"The disk is full."}
