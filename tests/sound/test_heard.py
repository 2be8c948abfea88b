"""From a schedule to what a sound server plays: every cue is heard, whole and in order."""

from __future__ import annotations

import sys
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


@pytest.mark.sound
@pytest.mark.expects_log  # on a loaded computer a first player may be replaced; what counts is what is heard
def test_every_cue_is_heard_whole_and_in_order(
    server: SoundServer, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.sound.matching import RATE, best_match, samples_of, template_of  # numpy: half a second

    clock = SystemClock()
    announcer = Announcer(PhraseCache(tmp_path, asset("sounds")), clock)
    with qtbot.waitSignal(announcer.prepared, timeout=PATIENCE):
        announcer.prepare(PHRASES)
    recorder = server.record()
    qtbot.waitUntil(lambda: recorder.is_recording, timeout=PATIENCE)
    plays = []
    at = clock.monotonic() + 3.0
    for phrase, chime in zip(PHRASES, CHIMES, strict=True):
        plays += [Play(at, chime, SoundKind.CHIME), Play(at + GAP_SECONDS, phrase, SoundKind.VOICE)]
        at += 2 * GAP_SECONDS
    heard: list[str] = []
    announcer.played.connect(lambda sound, _planned, _at: heard.append(sound))
    announcer.schedule(plays)
    qtbot.waitUntil(lambda: clock.monotonic() > at + 1.0, timeout=PATIENCE)
    recording = samples_of(recorder.stop())
    files = {play.sound: announcer._link._sounds[f"{play.kind.value}:{play.sound}"].file for play in plays}
    announcer.close()

    assert heard == [play.sound for play in plays]
    matches = [best_match(recording, template_of(files[play.sound]), 0, len(recording) / RATE) for play in plays]
    onsets = [match.seconds for match in matches]
    errors = [1000 * (onset - onsets[0] - play.at + plays[0].at) for onset, play in zip(onsets, plays, strict=True)]
    with capsys.disabled():
        sys.stdout.write(f"\nonset errors, ms: {[round(error, 1) for error in errors]}\n")
    assert min(match.likeness for match in matches) >= ALIKE
    assert onsets == sorted(onsets)
