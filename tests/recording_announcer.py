"""Stands in for the loudspeaker: writes down what would have been heard, at the moments of the test's own clock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal

from hipback_desktop.clock import Clock
from hipback_desktop.sound.announcer import Announcer, Play
from hipback_desktop.sound.condition import WORKS, Condition, SoundCondition
from hipback_desktop.sound.phrase_cache import is_speakable
from hipback_desktop.sound.voice import VoiceChoice

LETTERS_PER_SECOND = 15
CHIME_SECONDS = 0.9


class RecordingAnnouncer(QObject):
    """An announcer in all it promises; ``is_slow`` lets it never be ready by itself."""

    awoke = Signal()
    prepared = Signal()
    lengths_changed = Signal()
    played = Signal(str, float, float)
    missed = Signal(str)
    voices_listed = Signal(list)
    condition_changed = Signal(object)

    def __init__(self, clock: Clock, parent: QObject | None = None, *, is_slow: bool = False) -> None:
        super().__init__(parent)
        self._clock = clock
        self._is_slow = is_slow
        self._heard: list[Play] = []
        self._seconds: dict[str, float] = {}
        self.planned: list[Play] = []
        self.asked_for: list[str] = []
        self.said_now: list[str] = []
        self.silences = 0
        self.wakes = 0
        self.is_awake = False
        self.voice: VoiceChoice | None = None
        self.volume = (1.0, 1.0)
        self.is_muted = False
        self.is_closed = False
        self.condition = SoundCondition(WORKS, WORKS)

    @property
    def as_announcer(self) -> Announcer:
        """As the program knows it."""
        return cast(Announcer, self)

    @property
    def heard(self) -> list[str]:
        """Everything that has sounded by now, in order."""
        self._pass_time()
        return [play.sound for play in self._heard]

    def break_down(self, voice: Condition = WORKS, output: Condition = WORKS) -> None:
        """Something stops working, or works again."""
        self.condition = SoundCondition(voice, output)
        self.condition_changed.emit(self.condition)

    def set_voice(self, choice: VoiceChoice) -> None:
        if self.voice is not None and choice != self.voice:
            self._seconds.clear()
        self.voice = choice

    def set_volume(self, voice: float, chimes: float) -> None:
        self.volume = (voice, chimes)

    def set_muted(self, is_muted: bool) -> None:
        self.is_muted = is_muted

    def prepare(self, texts: Sequence[str]) -> None:
        self.asked_for = [text for text in texts if is_speakable(text)]
        if not self._is_slow:
            QTimer.singleShot(0, self, self._be_ready)

    def seconds_of(self, text: str) -> float | None:
        return self._seconds.get(text)

    def chime_seconds(self, name: str) -> float | None:
        return CHIME_SECONDS

    def list_voices(self) -> None:
        self.voices_listed.emit([{"id": "recorded", "name": "Recorded"}])

    def wake(self) -> None:
        self.wakes += 1
        if not self._is_slow:
            self.is_awake = True
            self.awoke.emit()

    def schedule(self, plays: Sequence[Play]) -> None:
        self._pass_time()
        self.planned = sorted(plays, key=lambda play: play.at)

    def silence(self) -> None:
        self._pass_time()
        self.planned = []
        self.silences += 1

    def say_now(self, text: str) -> None:
        self.said_now.append(text)

    def close(self) -> None:
        self.is_closed = True

    def _pass_time(self) -> None:
        now = self._clock.monotonic()
        self._heard += [play for play in self.planned if play.at <= now]
        self.planned = [play for play in self.planned if play.at > now]

    def _be_ready(self) -> None:
        fresh = {text: len(text) / LETTERS_PER_SECOND for text in self.asked_for if text not in self._seconds}
        self._seconds |= fresh
        if fresh:
            self.lengths_changed.emit()
        self.prepared.emit()
