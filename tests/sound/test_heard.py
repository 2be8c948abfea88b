"""From a schedule to what a sound server plays: every cue is heard, whole and in order."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.clock import SystemClock
from hipback_desktop.paths import asset
from hipback_desktop.sound.announcer import Announcer, Play, SoundKind
from hipback_desktop.sound.phrase_cache import PhraseCache
from tests.sound.sound_server import SoundServer

PATIENCE = 60_000
PHRASES = ("Switch sides.", "Two.", "Exhale into the stretch.")
CHIMES = ("start", "switch", "end")
GAP_SECONDS = 1.9
ALIKE = 0.8
TRIES = 3
"""A computer that lets the player wait tears what it plays; how often, the benches of sounds count."""


@dataclass(frozen=True)
class Recording:
    """What was planned, what the player said it played, and how and when each of it is found in what was recorded."""

    plays: list[Play]
    heard: list[str]
    likeness: float
    onsets: list[float]


def recorded(announcer: Announcer, clock: SystemClock, server: SoundServer, qtbot: QtBot) -> Recording:
    from tests.sound.matching import RATE, best_match, samples_of, template_of  # numpy: half a second

    recorder = server.record()
    qtbot.waitUntil(lambda: recorder.is_recording, timeout=PATIENCE)
    plays = []
    at = clock.monotonic() + 3.0
    for phrase, chime in zip(PHRASES, CHIMES, strict=True):
        plays += [Play(at, chime, SoundKind.CHIME), Play(at + GAP_SECONDS, phrase, SoundKind.VOICE)]
        at += 2 * GAP_SECONDS
    heard: list[str] = []
    told = announcer.played.connect(lambda sound, _planned, _at: heard.append(sound))
    announcer.schedule(plays)
    qtbot.waitUntil(lambda: clock.monotonic() > at + 1.0, timeout=PATIENCE)
    announcer.played.disconnect(told)
    samples = samples_of(recorder.stop())
    files = [announcer._link._sounds[f"{play.kind.value}:{play.sound}"].file for play in plays]
    matches = [best_match(samples, template_of(file), 0, len(samples) / RATE) for file in files]
    return Recording(plays, heard, min(match.likeness for match in matches), [match.seconds for match in matches])


@pytest.mark.sound
@pytest.mark.expects_log  # on a loaded computer a first player may be replaced; what counts is what is heard
def test_every_cue_is_heard_whole_and_in_order(
    server: SoundServer, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = SystemClock()
    announcer = Announcer(PhraseCache(tmp_path, asset("sounds")), clock)
    with qtbot.waitSignal(announcer.prepared, timeout=PATIENCE):
        announcer.prepare(PHRASES)
    recordings = (recorded(announcer, clock, server, qtbot) for _try in range(TRIES))
    found = next((each for each in recordings if each.likeness >= ALIKE), None)
    announcer.close()

    assert found is not None
    onsets, plays = found.onsets, found.plays
    errors = [1000 * (onset - onsets[0] - play.at + plays[0].at) for onset, play in zip(onsets, plays, strict=True)]
    with capsys.disabled():
        sys.stdout.write(f"\nonset errors, ms: {[round(error, 1) for error in errors]}\n")
    assert found.heard == [play.sound for play in plays]
    assert onsets == sorted(onsets)
