"""When planned sounds are heard, on what a private sound server recorded: Hipback's, and those of the simplest way."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from hipback_desktop.clock import SystemClock
from hipback_desktop.paths import asset
from hipback_desktop.sound.announcer import Announcer, Play, SoundKind
from hipback_desktop.sound.condition import SoundCondition
from hipback_desktop.sound.phrase_cache import PhraseCache
from tests.sound.matching import Samples, best_match, samples_of, template_of
from tests.sound.sound_server import SoundServer

PHRASES = ("Switch sides.", "Exhale into the stretch.", "Two.", "Three.", "Halfway.", "Release slowly.")
CHIMES = ("start", "tick", "switch", "end")
LOUD = "tick"
SEARCH_SECONDS = 0.4


class Run:
    """One announcer with its own cache, and all it said."""

    def __init__(self, folder: Path) -> None:
        self.clock = SystemClock()
        self.folder = folder
        self.announcer = Announcer(PhraseCache(folder, asset("sounds")), self.clock)
        self.heard: list[tuple[str, float, float]] = []
        self.sentences: list[str] = []
        self.announcer.played.connect(lambda sound, planned, at: self.heard.append((sound, planned, at)))
        self.announcer.condition_changed.connect(self._note)

    def _note(self, condition: SoundCondition) -> None:
        for part in (condition.voice, condition.output):
            if part.sentence and part.sentence not in self.sentences:
                self.sentences.append(part.sentence)

    def wait(self, seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    def prepare(self, *texts: str) -> None:
        loop = QEventLoop()
        self.announcer.prepared.connect(loop.quit)
        self.announcer.prepare(texts)
        loop.exec()
        self.announcer.prepared.disconnect(loop.quit)

    def file_of(self, play: Play) -> Path:
        return self.announcer._link._sounds[f"{play.kind.value}:{play.sound}"].file

    def chime_every(self, seconds: float, total_seconds: float) -> None:
        first = self.clock.monotonic() + 1.0
        count = int(total_seconds / seconds)
        self.announcer.schedule([Play(first + n * seconds, LOUD, SoundKind.CHIME) for n in range(count)])

    def signal_player(self, number: int) -> None:
        os.kill(self.announcer._link._child.process_id, number)


@contextmanager
def a_run(server: SoundServer | None = None) -> Iterator[Run]:
    with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
        run = Run(Path(folder))
        try:
            yield run
        finally:
            run.announcer.close()
            if server is not None:
                server.kill()


def schedule_of(count: int, first: float) -> list[Play]:
    """Phrases and chimes in turn, at moments that fit no block of any buffer."""
    chance = random.Random(1)
    plays = []
    at = first
    for index in range(count):
        kind, sounds = ((SoundKind.CHIME, CHIMES), (SoundKind.VOICE, PHRASES))[index % 2]
        plays.append(Play(at, chance.choice(sounds), kind))
        at += 2.1 + chance.random() * 0.5
    return plays


@dataclass(frozen=True)
class Onsets:
    """When each planned sound was heard, in seconds after its moment; ``played`` were by the program's own account."""

    plays: tuple[Play, ...]
    delays: tuple[float, ...]
    likeness: float
    played: int

    @property
    def errors_ms(self) -> list[float]:
        """The constant latency of the way through the loudspeaker taken off."""
        latency = statistics.median(self.delays)
        return sorted(abs(delay - latency) * 1000 for delay in self.delays)

    @property
    def p95_ms(self) -> float:
        return self.errors_ms[int(len(self.delays) * 0.95)]


def heard_onsets(server: SoundServer, count: int) -> Onsets:
    """As the program plays them: phrases and chimes, planned two seconds ahead."""
    server.start()
    with a_run(server) as run:
        run.prepare(*PHRASES)
        recorder = server.record()
        run.wait(2.0)
        plays = schedule_of(count, run.clock.monotonic() + 2.0)
        run.announcer.schedule(plays)
        run.wait(plays[-1].at - run.clock.monotonic() + 3.0)
        recording = samples_of(recorder.stop())
        templates = [template_of(run.file_of(play)) for play in plays]
        return found_in(recording, plays, templates, len(run.heard))


def onsets_of_a_program_each(server: SoundServer, count: int) -> Onsets:
    """What the simplest way gives, to compare: a player started for each chime when its moment has come."""
    server.start()
    recorder = server.record()
    time.sleep(2.0)
    file = asset(f"sounds/{LOUD}.wav")
    first = time.monotonic() + 1.0
    plays = [Play(first + number * 1.3, LOUD, SoundKind.CHIME) for number in range(count)]
    players = []
    for play in plays:
        time.sleep(max(0.0, play.at - time.monotonic()))
        players.append(subprocess.Popen(["paplay", str(file)]))
    for player in players:
        player.wait()
    time.sleep(2.0)
    recording = samples_of(recorder.stop())
    server.kill()
    return found_in(recording, plays, [template_of(file)] * count, count)


def found_in(recording: Samples, plays: Sequence[Play], templates: Sequence[Samples], played: int) -> Onsets:
    """Each is looked for where the first one's delay puts it."""
    first = best_match(recording, templates[0], 0.0, 5.0).seconds - plays[0].at
    matches = [
        best_match(recording, template, play.at + first - SEARCH_SECONDS, play.at + first + SEARCH_SECONDS)
        for play, template in zip(plays, templates, strict=True)
    ]
    delays = tuple(match.seconds - play.at for match, play in zip(matches, plays, strict=True))
    return Onsets(tuple(plays), delays, min(match.likeness for match in matches), played)
