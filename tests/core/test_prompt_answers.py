"""What a person answers to a prompt, and what comes of it (breaks.md §12.2; the numbers are those of §12.6)."""

from __future__ import annotations

import pytest

from hipback_desktop.core.prompt import Answer, Prompted, PromptOutcome, ReminderState, Surface, Wait
from tests.core.sitter import MINUTE, Sitter, prompted_sitter, refusals, told

DUE = 45 * MINUTE


@pytest.mark.parametrize("answer", [Answer.START, Answer.WALK])
def test_a_break_counts_from_its_end(answer: Answer) -> None:
    sitter = prompted_sitter()
    sitter.answers(answer, "desk_break")
    assert told(sitter) == (ReminderState.BREAK, Wait.MOVING)
    (prompt,) = sitter.closed
    assert prompt.outcome is (PromptOutcome.STARTED if answer is Answer.START else PromptOutcome.WALKED)
    assert (prompt.routine_id, prompt.outcome_at) == ("desk_break", sitter.now.wall)
    sitter.walks(2 * MINUTE)
    assert (told(sitter)[0], sitter.sat) == (ReminderState.COUNTING, 0)
    sitter.sits(40 * MINUTE)
    assert len(sitter.prompted) == 1


def test_34_a_routine_longer_than_the_break_plays_to_its_end() -> None:
    sitter = prompted_sitter()
    sitter.answers(Answer.START)
    sitter.is_still(10)
    sitter.sees(session_runs=True)
    sitter.is_still(5 * MINUTE)
    assert told(sitter)[0] is ReminderState.BREAK
    sitter.sees(session_runs=False)
    sitter.types(5)
    assert (told(sitter)[0], sitter.sat) == (ReminderState.COUNTING, 5)


def test_34_after_a_routine_shorter_than_the_break_the_walk_takes_the_rest() -> None:
    sitter = prompted_sitter(break_seconds=10 * MINUTE)
    sitter.answers(Answer.START)
    sitter.plays(2 * MINUTE)
    sitter.is_still(2 * MINUTE)
    assert told(sitter)[0] is ReminderState.BREAK
    sitter.is_still(6 * MINUTE)
    sitter.types(5)
    assert (told(sitter)[0], sitter.reminder.sitting.sit_number) == (ReminderState.COUNTING, 2)


def test_standing_answers_a_prompt() -> None:
    sitter = prompted_sitter()
    sitter.answers(Answer.STAND)
    sitter.types(20 * MINUTE)
    assert told(sitter) == (ReminderState.COUNTING, Wait.NOT_SITTING)
    sitter.says(None)
    sitter.types(2)
    assert sitter.sat == 2
    assert sitter.closed[0].outcome is PromptOutcome.STANDING


def test_not_now_is_not_for_a_whole_interval() -> None:
    sitter = prompted_sitter()
    sitter.answers(Answer.SKIP)
    before = sitter.time
    sitter.until_prompted()
    assert sitter.prompted[-1] - before == pytest.approx(DUE, abs=MINUTE)
    assert sitter.closed[0].outcome is PromptOutcome.SKIPPED
    assert sitter.sat > 2 * DUE - 1


def test_16_three_snoozes_and_then_none() -> None:
    sitter = prompted_sitter()
    for number in range(3):
        assert sitter.of(Prompted)[-1].offers_snooze
        sitter.snoozes(5 * MINUTE)
        assert told(sitter) == (ReminderState.SNOOZED, Wait.SNOOZED)
        assert (sitter.closed[-1].outcome, sitter.closed[-1].snooze_number) == (PromptOutcome.SNOOZED, number)
        sitter.until_prompted()
        sitter.can_answer()
    assert not sitter.of(Prompted)[-1].offers_snooze
    sitter.snoozes(5 * MINUTE)
    assert (refusals(sitter), told(sitter)[0]) == (["no_snooze_left"], ReminderState.PROMPT)
    sitter.answers(Answer.SKIP)
    assert sitter.reminder.offers_snooze


def test_31_a_prompt_takes_no_answer_in_its_first_moment() -> None:
    sitter = prompted_sitter()
    sitter.answers(Answer.SKIP)
    sitter.until_prompted()
    sitter.answers(Answer.START)
    sitter.snoozes(300)
    sitter.monotonic += 1.4
    sitter.answers(Answer.START)
    assert (refusals(sitter), told(sitter)[0]) == (["too_early"] * 3, ReminderState.PROMPT)
    sitter.monotonic += 0.2
    sitter.answers(Answer.START)
    assert told(sitter)[0] is ReminderState.BREAK


def test_an_answer_to_nothing_is_refused() -> None:
    sitter = Sitter()
    sitter.answers(Answer.START)
    sitter.snoozes(300)
    assert refusals(sitter) == ["nothing_shown"] * 2


def test_the_record_knows_where_a_prompt_showed() -> None:
    sitter = Sitter()
    assert sitter.reminder.shown_on(Surface.WINDOW) == sitter.reminder
    sitter = prompted_sitter()
    sitter.reminder = sitter.reminder.shown_on(Surface.NOTIFICATION)
    sitter.answers(Answer.SKIP)
    assert sitter.closed[0].surface is Surface.NOTIFICATION
