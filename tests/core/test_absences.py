"""Coming back: what is a return, and the question whether it was an absence at all (breaks.md §12.1)."""

from __future__ import annotations

import pytest

from hipback_desktop.core.presence import SittingState
from hipback_desktop.core.spans import Source
from tests.core.sitter import MINUTE, Sitter, absences, state


def test_2_an_absence_that_turns_out_to_be_locked_is_certain() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.walks(4 * MINUTE)
    sitter.locks()
    sitter.walks(4 * MINUTE)
    sitter.unlocks()
    assert [absence.span.source for absence in absences(sitter)] == [Source.LOCK]


def test_2_typing_at_the_lock_screen_is_no_return() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.walks(4 * MINUTE)
    sitter.nudges()
    sitter.locks()
    sitter.types(10)
    assert state(sitter) is SittingState.AWAY
    assert sitter.reminder.sitting.stirred_at is None


def test_21_a_nudge_of_the_desk_is_no_return() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.walks(4 * MINUTE)
    sitter.nudges()
    sitter.is_still(1)
    sitter.nudges()
    sitter.is_still(30)
    assert state(sitter) is SittingState.AWAY
    sitter.is_still(61)
    sitter.nudges()
    sitter.is_still(10)
    assert state(sitter) is SittingState.AWAY
    sitter.types(3)
    assert state(sitter) is SittingState.SITTING
    assert sitter.spans[-1] == ("away", pytest.approx(4 * MINUTE + 92, abs=13))


def test_still_sitting_gives_the_seconds_back_once() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.is_still(12 * MINUTE)
    sitter.types(10)
    sitter.says_they_still_sat()
    assert sitter.sat == pytest.approx(22 * MINUTE + 10, abs=1)
    sitter.says_they_still_sat()
    assert sitter.sat == pytest.approx(22 * MINUTE + 10, abs=1)


@pytest.mark.parametrize("minutes", [2.5, 31])
def test_no_question_after_a_short_or_a_long_absence(minutes: float) -> None:
    sitter = Sitter(away_seconds=120)
    sitter.types(10 * MINUTE)
    sitter.is_still(minutes * MINUTE)
    sitter.types(5)
    before = sitter.reminder
    sitter.says_they_still_sat()
    assert sitter.reminder == before
    assert not absences(sitter)[0].asks
