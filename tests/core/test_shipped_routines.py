"""The nine routines we ship, through the engine: their lengths and what is said in them."""

from __future__ import annotations

import pytest

from hipback_desktop.core.choices import cue_plan
from hipback_desktop.core.cues import Channel, Cue
from hipback_desktop.core.events import WorkEnded
from hipback_desktop.core.playback import Status, begin
from hipback_desktop.core.script import plan_cues
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.timeline import SegmentKind, Timeline, compile_routine
from tests.core.listening import CHIME_SECONDS, holds, stretches, voiced
from tests.core.shipped import catalogue

TOTALS = {
    "desk_reset_2": 118,
    "desk_break_5": 299,
    "keep_going_5": 298,
    "quick_release_10": 594,
    "full_20": 1199,
    "complete_30": 1787,
    "strength_day_25": 1479,
    "evening_wind_down_12": 713,
    "roller_session_15": 898,
}
ROUTINES = pytest.mark.parametrize("routine_id", TOTALS)
RATES = pytest.mark.parametrize("words_a_minute", [80, 130, 220])


def timeline_of(routine_id: str) -> Timeline:
    return compile_routine(catalogue().routines[routine_id])


def cues_of(timeline: Timeline, words_a_minute: int = 130) -> tuple[Cue, ...]:
    """The cues as planned for somebody new, with our own chimes and estimated speech."""
    settings = Settings(voice_rate=words_a_minute)
    chimes = {str(chime): seconds for chime, seconds in CHIME_SECONDS.items()}
    plan = cue_plan(settings, lambda channel, text: chimes.get(text) if channel is Channel.CHIME else None)
    return plan_cues(timeline, catalogue().exercises, plan)


def test_these_are_all_we_ship() -> None:
    assert set(catalogue().routines) == set(TOTALS)


@ROUTINES
def test_a_routine_takes_as_long_as_domain_8_2_says(routine_id: str) -> None:
    assert timeline_of(routine_id).seconds == TOTALS[routine_id]


@ROUTINES
def test_a_routine_plays_to_its_end(routine_id: str) -> None:
    timeline = timeline_of(routine_id)
    playback, _ = begin(timeline, 50.0)
    playback, events = playback.advance(50.0 + TOTALS[routine_id])
    assert playback.status is Status.FINISHED
    work = [segment for segment in timeline.segments if segment.kind is SegmentKind.WORK]
    assert [event.segment for event in events if isinstance(event, WorkEnded)] == work


@RATES
@ROUTINES
def test_every_lead_in_says_what_comes(routine_id: str, words_a_minute: int) -> None:
    timeline = timeline_of(routine_id)
    announced = {cue.segment_index for cue in voiced(cues_of(timeline, words_a_minute))}
    lead_ins = {segment.index for segment in timeline.segments if segment.kind is not SegmentKind.WORK}
    assert lead_ins <= announced


@ROUTINES
def test_at_the_usual_rate_every_lead_in_says_the_name(routine_id: str) -> None:
    timeline = timeline_of(routine_id)
    cues = voiced(cues_of(timeline))
    for segment in timeline.segments:
        if segment.kind is SegmentKind.GET_READY:
            name = catalogue().exercises[segment.exercise_id].name
            assert any(name in cue.text for cue in cues if cue.segment_index == segment.index)


@RATES
@ROUTINES
def test_every_stretch_is_breathed_into(routine_id: str, words_a_minute: int) -> None:
    timeline = timeline_of(routine_id)
    said = {(cue.segment_index, cue.text) for cue in voiced(cues_of(timeline, words_a_minute))}
    for hold in stretches(timeline):
        if hold.seconds >= 30:
            assert (hold.index, "Exhale into the stretch.") in said


@RATES
@ROUTINES
def test_every_hold_is_counted_down(routine_id: str, words_a_minute: int) -> None:
    timeline = timeline_of(routine_id)
    said = {(cue.text, cue.at_seconds) for cue in voiced(cues_of(timeline, words_a_minute))}
    for hold in holds(timeline):
        assert {("3", hold.end_seconds - 3), ("2", hold.end_seconds - 2), ("1", hold.end_seconds - 1)} <= said


@ROUTINES
def test_every_hold_from_thirty_seconds_says_halfway(routine_id: str) -> None:
    timeline = timeline_of(routine_id)
    halfway = {cue.segment_index for cue in voiced(cues_of(timeline)) if cue.text == "Halfway."}
    assert halfway == {hold.index for hold in holds(timeline) if hold.seconds >= 30}


@RATES
@ROUTINES
def test_every_boundary_rings(routine_id: str, words_a_minute: int) -> None:
    timeline = timeline_of(routine_id)
    rung = {cue.at_seconds for cue in cues_of(timeline, words_a_minute) if cue.channel is Channel.CHIME}
    work = [segment for segment in timeline.segments if segment.kind is SegmentKind.WORK]
    assert {segment.start_seconds for segment in work} | {segment.end_seconds for segment in work} <= rung


def test_the_first_breath_of_a_breathing_exercise_is_said() -> None:
    timeline = timeline_of("evening_wind_down_12")
    breathing = next(hold for hold in holds(timeline) if hold.exercise_id == "diaphragmatic_breathing")
    said = [cue for cue in voiced(cues_of(timeline)) if cue.segment_index == breathing.index]
    assert said[0].text == "In, two, three, four."
    assert said[0].at_seconds < breathing.start_seconds + 1.5


def test_every_line_that_a_phase_shares_is_said_somewhere() -> None:
    shared = {text for exercise in catalogue().exercises.values() for text in exercise.shared_cues}
    said = {cue.text for routine_id in TOTALS for cue in voiced(cues_of(timeline_of(routine_id)))}
    assert shared
    assert shared <= said
