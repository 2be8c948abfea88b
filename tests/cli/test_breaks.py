"""``hipback breaks`` without a running program, and what it makes of its answers."""

from __future__ import annotations

from typing import Any

import pytest

from hipback_desktop.cli.breaks import status_text
from tests.cli.terminal import Terminal
from tests.pseudo import untranslated

SITTING: dict[str, Any] = {
    "on": True,
    "state": "counting",
    "reason": "not_due",
    "sitting": "sitting",
    "sat_seconds": 1205.0,
    "next_in_seconds": 1495.0,
    "interval_seconds": 2700,
    "paused_until": None,
    "snoozed_until": None,
    "sees_input": True,
}
BLIND = "Hipback cannot see here whether you are at the computer, so the time alone counts."


@pytest.mark.parametrize("request_", ["status", "pause", "resume", "snooze", "now"])
def test_without_a_running_program_there_is_nobody_to_ask(terminal: Terminal, request_: str) -> None:
    assert terminal.is_told("breaks", request_) == "Hipback is not running; start it with “hipback”."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["breaks"], "REQUEST"),
        (["breaks", "dance"], "dance"),
        (["breaks", "pause", "soon"], "“soon” is no length of time; write it like 1h, 30m or 1h30m"),
        (["breaks", "pause", "3d"], "no length of time"),
        (["breaks", "pause", "48h"], "choose from 1 to 1440 minutes"),
        (["breaks", "snooze", "2h"], "choose from 1 to 60 minutes"),
        (["breaks", "now", "5m"], "“now” takes no length of time"),
    ],
)
def test_wrong_usage_is_told(terminal: Terminal, words: list[str], told: str) -> None:
    assert told in terminal.is_shown_usage(*words)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "Sitting: 20 min. A break is due after 25 min more of sitting."),
        ({"on": False}, "The reminder is off."),
        (
            {"reason": "paused", "paused_until": "2026-11-26T15:30:00+01:00"},
            "Sitting: 20 min. Paused until Thu 15:30.",
        ),
        (
            {"reason": "snoozed", "snoozed_until": "2026-11-26T15:30:00+01:00"},
            "Sitting: 20 min. The break is put off until Thu 15:30.",
        ),
        ({"sitting": "away", "reason": "not_sitting"}, "Away. A break is due after 25 min more of sitting."),
        ({"next_in_seconds": 0.0, "reason": "call"}, "Sitting: 20 min. You are in a call."),
        (
            {"sees_input": False, "sat_seconds": 5},
            "Sitting. A break is due after 25 min more of sitting. " + BLIND,
        ),
    ],
)
@pytest.mark.usefixtures("in_central_europe")
def test_the_status_in_words(changes: dict[str, Any], text: str) -> None:
    assert status_text(SITTING | changes) == text


@pytest.mark.usefixtures("in_pseudo")
def test_the_day_a_pause_ends_on_is_in_the_language_of_the_person() -> None:
    paused = SITTING | {"reason": "paused", "paused_until": "2026-11-26T15:30:00+01:00"}
    assert untranslated([status_text(paused)]) == []


def test_the_doctor_has_a_line_for_it(terminal: Terminal) -> None:
    checks = terminal.type("doctor", "--json").document["checks"]
    reminder = next(check for check in checks if check["name"] == "reminder")
    assert (reminder["ok"], reminder["sentence"]) == (True, "Off, until you switch it on.")
