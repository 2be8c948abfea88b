"""From cues to what the announcer plays."""

from __future__ import annotations

import pytest

from hipback_desktop.app.sounds import known_seconds, plays
from hipback_desktop.core.cues import Channel, Chime, Cue, Priority
from hipback_desktop.sound.announcer import SoundKind
from tests.recording_announcer import RecordingAnnouncer
from tests.session.stage import SteppedClock


def a_cue(text: str, channel: Channel) -> Cue:
    return Cue(0, text, channel, Priority.FORM, 0, 1.0)


def test_each_cue_is_played_at_its_moment_in_its_kind() -> None:
    planned = [(10.0, a_cue("Ready.", Channel.VOICE)), (12.5, a_cue(Chime.START, Channel.CHIME))]
    assert [(play.at, play.sound, play.kind) for play in plays(planned, 0)] == [
        (10.0, "Ready.", SoundKind.VOICE),
        (12.5, "start", SoundKind.CHIME),
    ]


def test_headphones_that_play_late_are_sent_it_earlier() -> None:
    (play,) = plays([(10.0, a_cue("Ready.", Channel.VOICE))], 250)
    assert play.at == pytest.approx(9.75)


def test_the_length_of_a_phrase_is_unknown_known_or_nothing(qapp: object) -> None:
    announcer = RecordingAnnouncer(SteppedClock())
    assert known_seconds(announcer.as_announcer, "Ready.") is None
    announcer.prepare(["Ready."])
    announcer._be_ready()
    assert known_seconds(announcer.as_announcer, "Ready.") == pytest.approx(0.4)
    assert known_seconds(announcer.as_announcer, "…") == 0
