"""The cards of evidence.md §14.5 speak when their rule says so, once about the same sessions."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from hipback_desktop.core.advice import Answer, Answered, Rule, answered_of, due_card, with_answer
from hipback_desktop.core.record import ComfortLog, SessionOrigin, SessionRecord, SinceLastTime, StopReason
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.stored_settings import settings_from
from tests.builders import NOON, a_record

TODAY = NOON.date()
LINES = (Path(__file__).parent / "advice_cases.txt").read_text(encoding="utf-8").splitlines()
CASES = [line for line in LINES if line and not line.startswith("#")]
ONE = re.compile(r'(\d+)((?:[sSwox]|[db]\d+)*)(?:"([^"]*)")?')


def session(number: int, days_ago: str, marks: str, note: str) -> SessionRecord:
    log: dict[str, Any] = {"note": note}
    for mark in re.findall(r"[sSwox]|[db]\d+", marks):
        match mark[0]:
            case "s":
                log["felt_sharp"] = True
            case "S":
                log["stop_reason"] = StopReason.SHARP
            case "w":
                log["since_last_time"] = SinceLastTime.WORSE
            case "o":
                log["since_last_time"] = SinceLastTime.BETTER
            case "d":
                log["discomfort"] = int(mark[1:])
            case "b":
                log["stiffness_before"] = int(mark[1:])
    origin = SessionOrigin.BREAK if "x" in marks else SessionOrigin.ROUTINE
    at = NOON - timedelta(days=int(days_ago), minutes=number)
    return a_record(id=str(number), started_at=at, log=ComfortLog(**log), origin=origin)


def sessions(text: str) -> list[SessionRecord]:
    return [session(number, *found) for number, found in enumerate(ONE.findall(text))]


@pytest.mark.parametrize("case", CASES)
def test_the_rule_that_speaks(case: str) -> None:
    rule, _, logged = case.partition("|")
    assert due_card(sessions(logged), {}, TODAY) == (None if rule.strip() == "-" else rule.strip())


def days_later(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_once_read_only_later_sessions_speak_again() -> None:
    answered = {Rule.SHARP_AGAIN: Answered(TODAY, Answer.READ)}
    before = sessions("0s 1s")
    for days in (0, 1, 13, 14, 30):
        assert due_card(before, answered, days_later(days)) is None
    after = [a_record(id="a", started_at=NOON + timedelta(days=15), log=ComfortLog(felt_sharp=True))]
    assert due_card([*before, *after], answered, days_later(15)) is None
    after.append(a_record(id="b", started_at=NOON + timedelta(days=16), log=ComfortLog(felt_sharp=True)))
    assert due_card([*before, *after], answered, days_later(16)) is Rule.SHARP_AGAIN


def test_put_off_it_comes_again_after_fourteen_days_and_not_before() -> None:
    answered = {Rule.SHARP_AGAIN: Answered(TODAY, Answer.LATER)}
    assert due_card(sessions("0s 1s"), answered, days_later(13)) is None
    assert due_card(sessions("0s 1s"), answered, days_later(14)) is Rule.SHARP_AGAIN


def test_while_one_rule_is_silent_the_next_may_speak() -> None:
    answered = {Rule.SHARP_AGAIN: Answered(TODAY, Answer.READ)}
    assert due_card(sessions("0sd7 1sd7 2d7"), answered, TODAY) is Rule.MUCH_DISCOMFORT


def test_an_answer_from_a_clock_that_was_wrong_silences_nothing() -> None:
    answered = {Rule.SHARP_AGAIN: Answered(days_later(400), Answer.LATER)}
    assert due_card(sessions("0s 1s"), answered, TODAY) is Rule.SHARP_AGAIN


def test_answers_are_kept_with_the_settings_the_last_of_each_rule() -> None:
    settings = with_answer(Settings(), Rule.RISING, Answer.LATER, TODAY)
    settings = with_answer(settings, Rule.NOT_LOWER, Answer.READ, TODAY)
    settings = with_answer(settings, Rule.RISING, Answer.READ, days_later(14))
    assert settings_from({"cards_answered": list(settings.cards_answered)})[0] == settings
    assert answered_of(settings) == {
        Rule.NOT_LOWER: Answered(TODAY, Answer.READ),
        Rule.RISING: Answered(days_later(14), Answer.READ),
    }


def test_what_nobody_can_read_is_passed_over() -> None:
    strange = ("", "rising", "rising 2026-99-01 read", "moon 2026-01-01 read", "rising 2026-01-01 maybe", "a b c d")
    assert answered_of(Settings(cards_answered=strange)) == {}
