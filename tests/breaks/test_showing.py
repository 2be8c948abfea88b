"""While a prompt shows: what is looked at, how often, and what does not take it away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipback_desktop.core.holds import Hold
from hipback_desktop.core.prompt import ReminderState, Surface
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
