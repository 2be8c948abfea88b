"""Every state, reason and refusal has its words, in plain language."""

from __future__ import annotations

import pytest

from hipback_desktop.core.break_words import (
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
