"""While a prompt shows: what is looked at, how often, and what does not take it away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipback_desktop.breaks.presence.reading import ALL_SIGNS, IDLE_ONLY
from hipback_desktop.core.holds import Hold
from hipback_desktop.core.presence import SittingState
from hipback_desktop.core.prompt import ReminderState, Surface, Wait
from tests.breaks.desk import MINUTE, Desk


@pytest.fixture
def prompted(qapp: object) -> Desk:
    desk = Desk()
    desk.switch_on()
    desk.until_prompted()
    return desk


def test_a_prompt_that_fills_the_screen_does_not_hold_itself_back(prompted: Desk) -> None:
    prompted.service.shown_on(Surface.FULL_SCREEN)
    prompted.signs = replace(prompted.signs, is_full_screen=True)
    prompted.passes(20)
    assert prompted.reminder.state is ReminderState.PROMPT
    prompted.signs = replace(prompted.signs, is_called=True)
    prompted.passes(20)
    assert prompted.reminder.reason is Hold.CALL
    prompted.passes(MINUTE)
    assert Hold.FULL_SCREEN in prompted.reminder.holds


def test_while_nobody_answers_only_the_last_input_is_asked_for_each_second(prompted: Desk) -> None:
    asked = len(prompted.presence.needs)
    prompted.passes(4 * MINUTE)
    needs = prompted.presence.needs[asked:]
    assert needs.count(IDLE_ONLY) >= 180
    assert needs.count(ALL_SIGNS) <= 50


def test_a_call_that_takes_the_prompt_away_is_seen_within_five_seconds(prompted: Desk) -> None:
    prompted.passes(20)
    prompted.signs = replace(prompted.signs, is_called=True)
    prompted.passes(5)
    assert prompted.reminder.reason is Hold.CALL


def test_a_film_stays_one_between_two_looks_at_everything(prompted: Desk) -> None:
    prompted.leaves()
    prompted.signs = replace(prompted.signs, is_inhibited=True)
    prompted.passes(90)
    for _ in range(12):
        prompted.passes(1)
        assert prompted.reminder.sitting.state is SittingState.PASSIVE


def test_a_call_that_began_a_moment_ago_keeps_a_prompt_back_that_waits_for_a_pause(qapp: object) -> None:
    first, second = Desk(), Desk()
    first.switch_on()
    first.until_prompted()
    second.switch_on()
    second.passes(first.clock.seconds - second.clock.seconds - 2)
    reasons = [second.reminder.reason]
    second.signs = replace(second.signs, is_called=True)
    second.passes(MINUTE)
    reasons.append(second.reminder.reason)
    assert (second.prompts, reasons) == ([], [Wait.TYPING, Hold.CALL])
