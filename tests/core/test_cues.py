"""Which cues fit: placed by priority, in their window, over nothing else (guided.md §6, rules 4 and 5)."""

from __future__ import annotations

from typing import Any

import pytest

from hipback_desktop.core.cues import GAP_SECONDS, Candidate, Channel, Chime, Cue, CuePlan, Priority, Profile, placed
from hipback_desktop.core.cues import phrases as phrases_of

SECONDS = {"name": 3.0, "form": 2.0, "breath": 2.0, "3": 0.5, "end": 1.0}


def a_candidate(text: str = "form", earliest: float = 10, slack: float = 3, **changes: Any) -> Candidate:
    values: dict[str, Any] = {
        "text": text,
        "channel": Channel.VOICE,
        "priority": Priority.FORM,
        "segment_index": 0,
        "earliest": earliest,
        "latest": earliest + slack,
        **changes,
    }
    return Candidate(**values)


def a_plan(profile: Profile = Profile.FULL) -> CuePlan:
    return CuePlan(seconds_of=lambda channel, text: SECONDS[text], profile=profile)


def moments(*candidates: Candidate, profile: Profile = Profile.FULL) -> list[tuple[float, str]]:
    return [(round(cue.at_seconds, 3), cue.text) for cue in placed(candidates, a_plan(profile))]


def test_a_cue_is_heard_as_early_as_it_may() -> None:
    cue = Cue(10, "form", Channel.VOICE, Priority.FORM, 0, 2.0)
    assert placed([a_candidate("form", 10)], a_plan()) == (cue,)


def test_a_cue_waits_for_what_is_more_important() -> None:
    name = a_candidate("name", 10, priority=Priority.NAME)
    assert moments(a_candidate("form", 11), name) == [(10, "name"), (13 + GAP_SECONDS, "form")]


def test_a_cue_is_dropped_rather_than_delayed_beyond_its_window() -> None:
    name = a_candidate("name", 10, priority=Priority.NAME)
    assert moments(a_candidate("form", 11, slack=2), name) == [(10, "name")]
    assert moments(a_candidate("form", 11, slack=2.15), name) == [(10, "name"), (13.15, "form")]


def test_a_cue_that_would_be_said_too_long_is_dropped() -> None:
    assert moments(a_candidate("form", 10, ends_by=11.9)) == []
    assert moments(a_candidate("form", 10, ends_by=12)) == [(10, "form")]


def test_a_cue_fits_between_two_others_or_goes_behind_both() -> None:
    around = [a_candidate("3", 10, priority=Priority.COUNT), a_candidate("3", 12, priority=Priority.COUNT)]
    assert moments(*around, a_candidate("form", 10)) == [(10, "3"), (12, "3"), (12.65, "form")]
    around[1] = a_candidate("3", 12.8, priority=Priority.COUNT)
    assert moments(*around, a_candidate("form", 10)) == [(10, "3"), (10.65, "form"), (12.8, "3")]


def test_a_cue_does_not_begin_in_the_gap_before_the_next() -> None:
    count = a_candidate("3", 12.1, priority=Priority.COUNT)
    assert moments(a_candidate("form", 10, slack=0), count) == [(12.1, "3")]


def test_a_long_cue_that_began_before_still_counts() -> None:
    name = a_candidate("name", 8, priority=Priority.NAME)
    assert moments(name, a_candidate("breath", 10)) == [(8, "name"), (11.15, "breath")]


def test_of_two_alike_the_earlier_goes_first() -> None:
    assert moments(a_candidate("breath", 11), a_candidate("form", 10)) == [(10, "form"), (12.15, "breath")]


CHIME = a_candidate(Chime.END, 5, channel=Channel.CHIME, priority=Priority.BOUNDARY, slack=0)
NAME = a_candidate("name", 7, priority=Priority.NAME)
FORM = a_candidate("form", 20, needs_full=True)


@pytest.mark.parametrize(
    "profile, channels",
    [
        (Profile.FULL, {"end": "chime", "name": "voice", "form": "voice"}),
        (Profile.ESSENTIAL, {"end": "chime", "name": "voice", "form": "screen"}),
        (Profile.CHIMES, {"end": "chime", "name": "screen", "form": "screen"}),
        (Profile.SILENT, {"name": "screen", "form": "screen"}),
    ],
)
def test_a_profile_leaves_each_cue_its_channel(profile: Profile, channels: dict[str, str]) -> None:
    assert {str(cue.text): str(cue.channel) for cue in placed([CHIME, NAME, FORM], a_plan(profile))} == channels


def test_what_is_only_shown_takes_no_time_and_pushes_nothing_aside() -> None:
    shown = [a_candidate("form", 10, slack=0), a_candidate("breath", 10, slack=0)]
    assert moments(*shown, profile=Profile.SILENT) == [(10, "form"), (10, "breath")]
    assert {cue.seconds for cue in placed(shown, a_plan(Profile.SILENT))} == {0}


def test_cues_come_in_the_order_of_time_whatever_their_channel() -> None:
    candidates = [a_candidate("form", 12, needs_full=True), a_candidate("name", 20), a_candidate("3", 1)]
    assert moments(*candidates, profile=Profile.ESSENTIAL) == [(1, "3"), (12, "form"), (20, "name")]


def test_phrases_are_each_spoken_text_once_in_the_order_of_use() -> None:
    candidates = [a_candidate("name", 30), a_candidate("form", 10), a_candidate("form", 20), CHIME]
    assert phrases_of(placed(candidates, a_plan())) == ("form", "name")
    assert phrases_of(placed(candidates, a_plan(Profile.SILENT))) == ()
