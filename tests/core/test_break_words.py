"""Every state, reason and refusal has its words, in plain language."""

from __future__ import annotations

import pytest

from hipback_desktop.core.break_words import (
    absence_text,
    answer_text,
    reason_text,
    refusal_text,
    said_text,
    sitting_text,
    snooze_text,
)
from hipback_desktop.core.holds import Hold
from hipback_desktop.core.presence import Mode, SittingState
from hipback_desktop.core.prompt import Answer, Reason, Refusal, Wait
from tests.core.sitter import HOUR, MINUTE, Sitter


@pytest.mark.parametrize("reason", [*Hold, *Wait])
def test_every_reason_is_a_sentence(reason: Reason) -> None:
    assert reason_text(reason).endswith(".")


def test_no_two_say_the_same() -> None:
    texts = [
        *map(reason_text, (*Hold, *Wait)),
        *map(sitting_text, SittingState),
        *map(said_text, Mode),
        *map(refusal_text, Refusal),
    ]
    assert len(set(texts)) == len(texts)


def test_every_answer_has_a_letter_of_its_own() -> None:
    letters = [text[text.index("&") + 1].lower() for text in map(answer_text, Answer)]
    assert len(set(letters)) == len(Answer)


def test_putting_off_says_for_how_long() -> None:
    assert (snooze_text(1), snooze_text(10)) == ("Remind me in 1 minute", "Remind me in 10 minutes")


def absence_of(sitter: Sitter) -> str:
    return absence_text(sitter.reminder.sitting.absence, sitter.now.wall, "{:%H:%M}".format)


def test_a_walk_that_was_credited_is_told_with_its_length_and_its_end() -> None:
    sitter = Sitter()
    sitter.types(20 * MINUTE)
    assert absence_of(sitter) == ""
    sitter.walks(12 * MINUTE)
    sitter.types(MINUTE)
    assert absence_of(sitter) == f"Away from the desk for 12 minutes until {ended_at(sitter)}: that was a break."
    sitter.says_they_still_sat()
    assert absence_of(sitter) == ""


def ended_at(sitter: Sitter) -> str:
    absence = sitter.reminder.sitting.absence
    assert absence is not None
    return f"{absence.span.ended_at:%H:%M}"


@pytest.mark.parametrize("seconds", [30, 30 * HOUR])
def test_nobody_is_told_of_a_moment_or_a_night(seconds: float) -> None:
    sitter = Sitter()
    sitter.types(20 * MINUTE)
    sitter.locks()
    sitter.walks(seconds)
    sitter.unlocks()
    assert absence_of(sitter) == ""
