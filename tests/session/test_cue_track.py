"""Sounds are planned ahead by their moment, captions come when they are due, and silence is immediate."""

from __future__ import annotations

import pytest

from hipback_desktop.core.cues import Channel
from hipback_desktop.core.settings import Settings
from hipback_desktop.session.cue_track import AGAIN_IN_SECONDS
from tests.session.stage import Stage

pytestmark = pytest.mark.usefixtures("qapp")


def test_all_sounds_of_the_session_are_planned_at_its_start() -> None:
    stage = Stage()
    stage.start()

    assert [cue.text for _at, cue in stage.sounds] == [cue.text for cue in stage.track.cues]
    assert all(at == pytest.approx(stage.began_at + cue.at_seconds) for at, cue in stage.sounds)


def test_captions_come_at_the_moments_of_their_cues() -> None:
    stage = Stage()
    stage.start()
    stage.go_to_end()

    in_time = [cue for cue in stage.track.cues if cue.at_seconds < 118]
    assert stage.heard("cue")[: len(in_time)] == in_time
    assert stage.moments("cue")[: len(in_time)] == pytest.approx([cue.at_seconds for cue in in_time])


def test_a_pause_silences_and_going_on_plans_what_is_left() -> None:
    stage = Stage()
    stage.start()
    stage.go_on(50)
    silences = len(stage.heard("silence"))
    stage.controller.pause()
    assert len(stage.heard("silence")) == silences + 1

    stage.go_on(60)
    stage.controller.resume()
    playback = stage.controller.playback
    assert playback is not None
    assert playback.anchor == pytest.approx(stage.began_at + 60 + 3)
    assert [cue.text for _at, cue in stage.sounds][:4] == ["tick", "tick", "tick", "start"]
    assert all(cue.at_seconds >= 50 for _at, cue in stage.sounds[3:])
    assert all(at == pytest.approx(playback.anchor + cue.at_seconds) for at, cue in stage.sounds)


def test_going_elsewhere_cuts_off_what_is_being_said_and_a_longer_hold_does_not() -> None:
    stage = Stage()
    stage.start()
    stage.go_on(2)
    stage.controller.extend(10)
    assert stage.heard("silence") == []
    stage.controller.next_step()
    assert len(stage.heard("silence")) == 1
    assert stage.sounds


def test_stop_silences_but_the_end_lets_the_last_words_be_heard() -> None:
    stopped, finished = Stage(), Stage()
    stopped.start()
    stopped.go_on(20)
    before = len(stopped.heard("silence"))
    stopped.controller.stop()
    assert len(stopped.heard("silence")) == before + 1

    finished.start()
    finished.go_to_end()
    assert finished.heard("silence") == []


def test_a_set_at_ones_own_pace_has_no_sounds_planned_behind_it() -> None:
    stage = Stage(Settings(free_reps=True))
    stage.start("desk_break_5")
    stage.controller.next_step()
    stage.go_on(9)

    playback = stage.controller.playback
    assert playback is not None
    assert playback.segment.is_open
    assert {cue.segment_index for _at, cue in stage.sounds} == {1, 2, 3}  # 1: its last chime rings at the boundary


def test_planning_again_does_not_say_twice_what_was_just_said() -> None:
    stage = Stage()
    stage.start()
    stage.go_on(1)
    said = [cue.text for cue in stage.track.cues if cue.at_seconds <= 1]
    stage.settings = Settings(voice_rate=80)
    stage.track.plan_again()

    assert not any(cue.text in said for at, cue in stage.sounds if at - stage.began_at < 15)


def test_planning_again_does_not_take_back_what_is_just_beginning() -> None:
    stage = Stage()
    stage.start()
    stage.go_on(0.02)
    first = stage.sounds[0]
    stage.track.plan_again()

    assert stage.sounds[0] == first
    assert first[0] == stage.began_at


def test_getting_the_page_ready_takes_nothing_from_the_first_words() -> None:
    stage = Stage()
    stage.controller.began.connect(lambda _opened: stage.stall(0.3))
    stage.start()

    at, cue = stage.sounds[0]
    assert at == pytest.approx(stage.began_at + 0.3)
    assert cue == stage.track.cues[0]
    assert stage.heard("cue")[0] == stage.track.cues[0]


def test_in_silence_everything_is_shown_and_nothing_is_planned() -> None:
    stage = Stage(Settings(cue_profile="silent"))
    stage.start()
    stage.go_to_end()

    assert stage.sounds == []
    assert len(stage.heard("cue")) > 10
    assert {cue.channel for cue in stage.heard("cue")} == {Channel.SCREEN}


def test_phrases_are_told_once_as_long_as_they_stay_the_same() -> None:
    stage = Stage()
    stage.start()
    stage.go_on(20)
    stage.track.plan_again()
    stage.controller.extend(10)

    assert len(stage.heard("phrases")) == 1


def last_hold_of_first_stretch(stage: Stage) -> float:
    """quick_release_10 has stretches that end with “Come out slowly.”; the seconds at which the first does."""
    stage.start("quick_release_10")
    return next(cue.at_seconds for cue in stage.track.cues if cue.text == "Come out slowly.")


def test_how_to_leave_a_stretch_is_said_when_it_is_over() -> None:
    stage = Stage()
    at = last_hold_of_first_stretch(stage)
    stage.go_on(at + 1)
    assert "Come out slowly." in [cue.text for cue in stage.heard("cue")]


def test_how_to_leave_a_stretch_is_not_said_to_somebody_who_comes_from_elsewhere() -> None:
    stage = Stage()
    at = last_hold_of_first_stretch(stage)
    stage.go_on(at - 12)
    stage.controller.next_step()
    planned = [cue for moment, cue in stage.sounds if moment < stage.clock.seconds + 10]
    assert planned[0].text == "end"
    assert "Come out slowly." not in [cue.text for cue in planned]
    stage.go_on(8)
    assert "Come out slowly." not in [cue.text for cue in stage.heard("cue")]


def test_going_back_brings_it_again_when_the_stretch_is_over() -> None:
    stage = Stage()
    at = last_hold_of_first_stretch(stage)
    stage.go_on(at - 12)
    stage.controller.next_step()
    stage.controller.previous_step()
    playback = stage.controller.playback
    assert playback is not None
    stage.go_on(at - playback.segment.start_seconds + 1)
    assert [cue.text for cue in stage.heard("cue")].count("Come out slowly.") == 1


def test_a_name_that_came_too_late_is_said_a_little_later_and_nothing_speaks_into_it() -> None:
    stage = Stage()
    stage.start()
    name = stage.track.cues[0]
    stage.go_on(1.5)
    stage.track.say_missed(name.text)

    moment, again = stage.sounds[0]
    assert again.text == name.text
    assert moment == pytest.approx(stage.began_at + 1.5 + AGAIN_IN_SECONDS)
    assert stage.sounds[1][0] >= moment + again.seconds
    stage.track.plan_again()
    assert stage.sounds[0] == (moment, again)


def test_a_name_for_which_it_is_too_late_is_not_said_into_the_exercise() -> None:
    stage = Stage()
    stage.start()
    name = stage.track.cues[0]
    stage.go_on(6)
    stage.track.say_missed(name.text)
    assert name.text not in [cue.text for _at, cue in stage.sounds]


def test_a_count_that_came_too_late_is_forgotten() -> None:
    stage = Stage()
    stage.start()
    stage.go_on(20)
    before = stage.sounds
    stage.track.say_missed("Halfway.")
    assert stage.sounds == before
