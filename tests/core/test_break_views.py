"""What a prompt and the tray say at each moment of a day at the desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hipback_desktop.core.break_views import (
    BreakPromptView,
    TrayMark,
    TrayView,
    pause_choices,
    prompt_view,
    tray_view,
)
from hipback_desktop.core.presence import Mode
from hipback_desktop.core.prompt import Answer, Prompt, Prompted
from tests.builders import NOON, a_hold, a_routine, a_walk
from tests.core.sitter import HOUR, MINUTE, Sitter, prompted_sitter

pytestmark = pytest.mark.usefixtures("in_central_europe")


def tray_of(sitter: Sitter) -> TrayView:
    return tray_view(sitter.reminder, sitter.now, "{:%H:%M}".format)


def a_view(sat_seconds: float = 47 * MINUTE, **prompted: bool) -> BreakPromptView:
    event = Prompted(Prompt(NOON), **{"is_silent": False, "is_repeat": False, "offers_snooze": True, **prompted})
    return prompt_view(event, sat_seconds, a_routine(a_walk(), a_hold(), name="Desk reset"), 130)


def test_a_prompt_says_how_long_one_sat_and_what_the_break_is() -> None:
    view = a_view()
    assert view.sentence == "You have been sitting for 47 minutes."
    assert view.content_text == "Desk reset  ·  2 min"
    assert view.exercise is not None
    assert view.exercise.id == "walk"
    assert view.snooze_minutes == (5, 10, 20)
    assert a_view(sat_seconds=20).sentence == "You have been sitting for 1 minute."


def test_a_repeat_is_another_headline_and_what_may_be_asked_is_handed_on() -> None:
    again = a_view(is_repeat=True, is_silent=True, offers_snooze=False)
    assert again.headline != a_view().headline
    assert (again.is_repeat, again.is_silent, again.offers_snooze) == (True, True, False)


def test_the_tray_counts_down_in_whole_minutes() -> None:
    sitter = Sitter()
    assert (tray_of(sitter).mark, tray_of(sitter).state_text) == (TrayMark.COUNTING, "Sitting")
    assert tray_of(sitter).next_text == "Next break in 45 min"
    sitter.sits(32 * MINUTE + 10)
    assert tray_of(sitter).state_text == "Sitting: 32 min"
    assert tray_of(sitter).next_text == "Next break in 13 min"
    sitter.sits(12 * MINUTE)
    assert (tray_of(sitter).mark, tray_of(sitter).next_text) == (TrayMark.SOON, "Next break in 1 min")


def test_the_tool_tip_changes_every_five_minutes_while_a_break_is_far() -> None:
    sitter, tips = Sitter(), []
    for _minute in range(44):
        tips.append(tray_of(sitter).summary)
        sitter.sits(MINUTE)
    about = [f"Next break in about {minutes} min" for minutes in range(45, 10, -5) for _minute in range(5)]
    assert tips == [*about, *(f"Next break in {minutes} min" for minutes in range(10, 1, -1))]


def test_the_tray_says_that_a_break_is_offered_and_until_when_it_is_put_off() -> None:
    sitter = prompted_sitter()
    assert (tray_of(sitter).mark, tray_of(sitter).next_text) == (TrayMark.DUE, "A break is being offered.")
    sitter.snoozes(10 * MINUTE)
    sitter.sits(MINUTE)
    assert (tray_of(sitter).mark, tray_of(sitter).next_text) == (TrayMark.COUNTING, "Next break in 9 min")


def test_the_tray_says_what_keeps_a_break_back() -> None:
    sitter = Sitter()
    sitter.sits(20 * MINUTE)
    sitter.sees(is_called=True)
    sitter.types(30 * MINUTE)
    assert (tray_of(sitter).mark, tray_of(sitter).next_text) == (TrayMark.COUNTING, "You are in a call.")


def test_the_tray_knows_who_stands_and_who_is_on_a_break() -> None:
    sitter = prompted_sitter()
    sitter.answers(Answer.STAND)
    assert tray_of(sitter).said is Mode.STANDING
    assert (tray_of(sitter).state_text, tray_of(sitter).mark) == ("Standing", TrayMark.COUNTING)
    sitter = Sitter()
    sitter.sits(5 * MINUTE)
    sitter.says(Mode.STANDING)
    assert tray_of(sitter).next_text == "Next break after 40 min of sitting"


@pytest.mark.parametrize(
    "seconds, words",
    [
        (HOUR, "Paused until 13:20"),
        (18 * HOUR, "Paused until tomorrow, 06:20"),
        (40 * HOUR, "Paused until Fri, 04:20"),
        (12 * 24 * HOUR, "Paused until Mon, 13:20"),
    ],
)
def test_a_pause_says_when_it_ends(seconds: float, words: str) -> None:
    sitter = Sitter()
    sitter.sits(20 * MINUTE)
    sitter.pauses(seconds)
    view = tray_of(sitter)
    assert view.is_paused
    assert view.is_on
    assert view.summary == words
    sitter.resumes()
    assert tray_of(sitter).next_text == "Next break in 25 min"


def test_a_reminder_that_is_off_says_only_that() -> None:
    sitter = Sitter()
    sitter.switches_off()
    assert tray_of(sitter) == TrayView(TrayMark.OFF, "The reminder is off.", "")
    assert not tray_of(sitter).is_on


@pytest.mark.parametrize(
    "local, ends",
    [
        ("2026-03-18T12:00+01:00", ["2026-03-19T00:00", "2026-03-19T06:00"]),
        ("2026-03-28T22:00+01:00", ["2026-03-29T00:00", "2026-03-29T06:00"]),
        ("2026-03-29T00:30+01:00", ["2026-03-30T00:00", "2026-03-29T06:00"]),
        ("2026-10-25T00:30+02:00", ["2026-10-26T00:00", "2026-10-25T06:00"]),
    ],
)
def test_the_clock_on_the_wall_says_when_a_pause_ends(local: str, ends: list[str]) -> None:
    now = datetime.fromisoformat(local)
    chosen = [(now + timedelta(seconds=choice.seconds)).astimezone() for choice in pause_choices(now)[2:]]
    assert [f"{end:%Y-%m-%dT%H:%M}" for end in chosen] == ends


def test_pauses_end_at_midnight_and_in_the_morning() -> None:
    ends = [(NOON + timedelta(seconds=choice.seconds)).isoformat()[:16] for choice in pause_choices(NOON)]
    assert ends == ["2026-03-18T12:30", "2026-03-18T13:00", "2026-03-19T00:00", "2026-03-19T06:00"]
    assert len({choice.text for choice in pause_choices(NOON)}) == 4
    late = NOON + timedelta(hours=11, minutes=59)
    assert pause_choices(late)[2].seconds == 60


def test_a_prompt_for_a_routine_without_steps_has_no_figure() -> None:
    view = prompt_view(Prompted(Prompt(NOON), False, False, True), 60, replace(a_routine(), blocks=()), 60)
    assert view.exercise is None


def test_an_absence_that_may_have_been_reading_is_asked_about() -> None:
    sitter = Sitter()
    sitter.types(10 * MINUTE)
    sitter.walks(12 * MINUTE)
    sitter.types(10)
    assert tray_of(sitter).away_text == "Away 12 min: I was still sitting"
    sitter.says_they_still_sat()
    assert tray_of(sitter).away_text == ""
