"""What the window's process knows of sound: it says what shall be heard when, and never waits for it."""

from __future__ import annotations

import enum
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hipback_desktop.clock import Clock
from hipback_desktop.sound.command import child_command
from hipback_desktop.sound.condition import WORKS, Condition, SoundCondition
from hipback_desktop.sound.phrase_cache import PhraseCache, is_speakable
from hipback_desktop.sound.player_link import PlayerLink, Sound
from hipback_desktop.sound.process import ChildProcess
from hipback_desktop.sound.renderer import Renderer
from hipback_desktop.sound.voice import VoiceChoice, default_voice

_COALESCED_SECONDS = 0.05

logger = logging.getLogger(__name__)


class SoundKind(enum.Enum):
    """What kind of sound it is: a phrase to be spoken, or a chime by name."""

    VOICE = "voice"
    CHIME = "chime"


@dataclass(frozen=True, slots=True)
class Play:
    """One sound at a monotonic moment; ``sound`` is the text of a phrase or the name of a chime."""

    at: float
    sound: str
    kind: SoundKind


class Announcer(QObject):
    """Speech and chimes at their moments.

    ``played(sound, planned, at)`` tells what began when, ``missed(text)`` which phrase came too late to be said.
    ``condition_changed(SoundCondition)`` comes once per change.
    """

    awoke = Signal()
    prepared = Signal()
    lengths_changed = Signal()
    played = Signal(str, float, float)
    missed = Signal(str)
    voices_listed = Signal(list)
    condition_changed = Signal(object)

    def __init__(
        self,
        cache: PhraseCache,
        clock: Clock,
        parent: QObject | None = None,
        *,
        player_command: list[str] | None = None,
        render_command: list[str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._cache = cache
        self._choice = default_voice()
        self._texts: tuple[str, ...] = ()
        self._seconds: dict[str, float] = {}
        self._volumes = {SoundKind.VOICE.value: 1.0, SoundKind.CHIME.value: 1.0}
        self._is_muted = False
        self._said_now: str | None = None
        self._condition = SoundCondition(WORKS, WORKS)
        self._lengths = QTimer(self)
        self._lengths.setSingleShot(True)
        self._lengths.timeout.connect(self.lengths_changed)
        self._link = PlayerLink(ChildProcess(player_command or child_command("player"), self), clock, self)
        self._link.awoke.connect(self.awoke)
        self._link.played.connect(self._on_played)
        self._link.missed.connect(self._on_missed)
        self._link.condition_changed.connect(self._on_output_changed)
        render = ChildProcess(render_command or child_command("render"), self)
        self._renderer = Renderer(cache, render, self._choice, self)
        self._renderer.rendered.connect(self._on_rendered)
        self._renderer.settled.connect(self._on_settled)
        self._renderer.voices_listed.connect(self.voices_listed)
        self._renderer.condition_changed.connect(self._on_voice_changed)

    @property
    def condition(self) -> SoundCondition:
        """What works now, as far as it was tried."""
        return self._condition

    @property
    def is_awake(self) -> bool:
        """Whether something to be heard at once would be in time."""
        return self._link.is_awake

    def set_voice(self, choice: VoiceChoice) -> None:
        """Speak with ``choice`` from now on; what was prepared is prepared again."""
        if choice == self._choice:
            return
        self._choice = choice
        self._seconds.clear()
        self._renderer.set_voice(choice)
        if self._texts:
            self._renderer.request(self._texts)

    def set_volume(self, voice: float, chimes: float) -> None:
        """Volumes from 0 to 1, also for what is being heard."""
        self._volumes = {SoundKind.VOICE.value: voice, SoundKind.CHIME.value: chimes}
        self._send_volumes()

    def set_muted(self, is_muted: bool) -> None:
        """Everything goes on unheard, so that sound is right there again when it is wanted."""
        self._is_muted = is_muted
        self._send_volumes()

    def prepare(self, texts: Sequence[str]) -> None:
        """Render what is missing of ``texts``, in order; ``prepared`` follows when nothing is left to do."""
        self._texts = tuple(text for text in texts if is_speakable(text))
        self._renderer.request(self._texts)

    def seconds_of(self, text: str) -> float | None:
        """How long a phrase sounds in the present voice, None until it is rendered."""
        return self._seconds.get(text)

    def chime_seconds(self, name: str) -> float | None:
        """How long a chime sounds, None when there is no such chime."""
        return self._cache.chime_seconds(name)

    def list_voices(self) -> None:
        """Ask for every voice of the system; the answer is ``voices_listed`` with ``{"id", "name"}`` each."""
        self._renderer.list_voices()

    def wake(self) -> None:
        """Start the player; ``awoke`` follows half a second later, and a cue whose moment has passed is dropped."""
        self._link.wake()

    def schedule(self, plays: Sequence[Play]) -> None:
        """Replace everything scheduled; a phrase still to be rendered is heard if it is ready by its moment."""
        for name in {play.sound for play in plays if play.kind is SoundKind.CHIME}:
            self._load_chime(name)
        logger.debug("planned: %s", [(play.at, play.kind.value, str(play.sound)) for play in plays])
        self._link.schedule([(play.at, _name(play.kind, play.sound)) for play in plays])

    def silence(self) -> None:
        """Stop what is heard, at once, and clear the schedule."""
        self._said_now = None
        logger.debug("silenced: %s", [])  # an empty plan, for whoever follows the log by its plans
        self._link.silence()

    def say_now(self, text: str) -> None:
        """Speak ``text`` as soon as it can be."""
        if not is_speakable(text):
            return
        self._said_now = text
        self._link.wake()
        self._renderer.request_first(text)

    def close(self) -> None:
        """End both processes."""
        self._lengths.stop()
        self._link.close()
        self._renderer.close()

    def _load_chime(self, name: str) -> None:
        seconds = self._cache.chime_seconds(name)
        if seconds is not None:
            kind = SoundKind.CHIME
            self._link.load(_name(kind, name), Sound(self._cache.chime_file(name), kind.value, seconds))

    def _send_volumes(self) -> None:
        self._link.set_volumes({group: 0.0 if self._is_muted else share for group, share in self._volumes.items()})

    @Slot(str, str)
    def _on_rendered(self, text: str, file: str) -> None:
        seconds = self._cache.length(Path(file))
        if seconds is None:
            return
        self._seconds[text] = seconds
        logger.debug("rendered: %s", (text, file, seconds))
        name = _name(SoundKind.VOICE, text)
        self._link.load(name, Sound(Path(file), SoundKind.VOICE.value, seconds))
        if text == self._said_now:
            self._said_now = None
            self._link.play_at_once(name)
        if not self._lengths.isActive():
            self._lengths.start(int(_COALESCED_SECONDS * 1000))

    @Slot()
    def _on_settled(self) -> None:
        if self._lengths.isActive():
            self._lengths.stop()
            self.lengths_changed.emit()
        self._said_now = None
        self.prepared.emit()

    @Slot(str, float, float)
    def _on_played(self, name: str, planned: float, at: float) -> None:
        logger.debug("played: %s", (name, planned, at))
        self.played.emit(name.partition(":")[2], planned, at)

    @Slot(str)
    def _on_missed(self, name: str) -> None:
        kind, _colon, sound = name.partition(":")
        if kind == SoundKind.VOICE.value:
            self.missed.emit(sound)

    @Slot(object)
    def _on_voice_changed(self, condition: Condition) -> None:
        self._set_condition(SoundCondition(condition, self._condition.output))

    @Slot(object)
    def _on_output_changed(self, condition: Condition) -> None:
        self._set_condition(SoundCondition(self._condition.voice, condition))

    def _set_condition(self, condition: SoundCondition) -> None:
        if condition != self._condition:
            self._condition = condition
            self.condition_changed.emit(condition)


def _name(kind: SoundKind, sound: str) -> str:
    return f"{kind.value}:{sound}"
