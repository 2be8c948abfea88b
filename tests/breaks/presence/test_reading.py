"""What the probes answer, put together; nonsense is nothing known (breaks.md §12.6)."""

from __future__ import annotations

import math
from dataclasses import fields

import pytest

from hipback_desktop.breaks.presence.milliseconds import idle_seconds, seconds_between
from hipback_desktop.breaks.presence.reading import Sign, Unknown, read_safely, signs_of
from hipback_desktop.core.presence import Signs
from tests.breaks.presence.fake_probe import FakeProbe


def test_every_sign_is_a_field_of_the_signs() -> None:
    assert {*Sign} == {field.name for field in fields(Signs)} - {"session_runs"}


@pytest.mark.parametrize("nonsense", [-1.0, math.nan, math.inf, "12", None, True, b"", [3.0]])
def test_an_idle_time_that_makes_no_sense_is_unknown(nonsense: object) -> None:
    assert isinstance(read_safely(FakeProbe("idle", Sign.IDLE, nonsense)), Unknown)


@pytest.mark.parametrize("nonsense", [0, 1, "no", None, math.nan])
def test_a_yes_or_no_that_is_neither_is_unknown(nonsense: object) -> None:
    assert isinstance(read_safely(FakeProbe("lock", Sign.LOCKED, nonsense)), Unknown)


def test_a_probe_that_fails_says_how() -> None:
    reading = read_safely(FakeProbe("lock", Sign.LOCKED, ValueError("cut off")))
    assert reading == Unknown("Asking failed: cut off.")


def test_the_first_idle_time_that_is_known_counts() -> None:
    told = signs_of([(Sign.IDLE, Unknown("no such desktop")), (Sign.IDLE, 0.0), (Sign.IDLE, 90.0)])
    assert told == Signs(idle_seconds=0.0)


def test_one_yes_among_several_answers_counts() -> None:
    told = signs_of([(Sign.CALLED, False), (Sign.CALLED, True), (Sign.CALLED, False), (Sign.LOCKED, False)])
    assert told == Signs(is_called=True, is_locked=False)


def test_what_nobody_knows_is_neither_yes_nor_no() -> None:
    assert signs_of([(Sign.LOCKED, Unknown("no bus"))]) == Signs()


def test_24_a_counter_of_32_bits_that_begins_again_counts_on() -> None:
    assert seconds_between(2**32 - 4000, 6000) == 10.0
    assert seconds_between(2**32 - 4000, 2**32 + 6000) == 10.0
    assert idle_seconds(2**32 + 10_000) == 10.0


def test_24_an_input_just_after_the_question_is_now() -> None:
    assert idle_seconds(2**32 - 3) == 0.0
    assert idle_seconds(-3) == 0.0
    assert seconds_between(1003, 1000) == 0.0


def test_an_idle_time_of_weeks_is_one() -> None:
    assert idle_seconds(20 * 24 * 3600 * 1000) == 20 * 24 * 3600
