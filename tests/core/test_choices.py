"""What the person's settings mean for the engine."""

from __future__ import annotations

import pytest

from hipback_desktop.core.choices import cue_plan, estimated_seconds, timings
from hipback_desktop.core.cues import Channel, FloorMode, Profile
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.timeline import Timings


def test_the_times_of_fresh_settings_are_those_of_the_timing_model() -> None:
    assert timings(Settings()) == Timings()


def test_chosen_times_are_used() -> None:
    chosen = timings(
        Settings(lead_in_same_seconds=20, lead_in_change_seconds=40, side_switch_seconds=6, strength_rest_seconds=45)
    )
    assert chosen == Timings(20, 40, 6, strength_rest_seconds=45)


def test_choices_about_cues_are_passed_on() -> None:
    settings = Settings(cue_profile="essential", rep_counts="fifth", speaks_halfway=False, speaks_breathing=False)
    plan = cue_plan(settings, lambda channel, text: 2.5)
    assert (plan.profile, plan.rep_counts) == (Profile.ESSENTIAL, "fifth")
    assert (plan.speaks_halfway, plan.speaks_breathing) == (False, False)
    assert plan.seconds_of(Channel.VOICE, "Halfway.") == 2.5


def test_floor_mode_and_the_history_are_passed_on() -> None:
    plan = cue_plan(Settings(floor_mode="always"), lambda channel, text: 1, {"plank": 3})
    assert plan.floor_mode is FloorMode.ALWAYS
    assert [plan.times_met(exercise_id) for exercise_id in ("plank", "crunch")] == [3, 0]
    assert cue_plan(Settings(), lambda channel, text: 1).times_met("plank") == 0


def test_what_is_not_rendered_yet_is_estimated() -> None:
    plan = cue_plan(Settings(voice_rate=120), lambda channel, text: None)
    assert plan.seconds_of(Channel.VOICE, "x" * 55) == pytest.approx(0.3 + 10 / 2)
    assert plan.seconds_of(Channel.CHIME, "start") == 0.8


def test_a_slower_voice_takes_longer() -> None:
    text = "Exhale into the stretch."
    assert estimated_seconds(Channel.VOICE, text, 80) > estimated_seconds(Channel.VOICE, text, 220) > 0
