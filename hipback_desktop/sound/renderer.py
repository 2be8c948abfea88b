"""Keeps the rendering process at work: one phrase at a time, with patience for none of its faults."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hipback_desktop.sound.condition import WORKS, Condition, no_voice, phrases_failed, voice_broken
from hipback_desktop.sound.line import Message
from hipback_desktop.sound.phrase_cache import PhraseCache
from hipback_desktop.sound.process import ChildProcess
from hipback_desktop.sound.voice import VoiceChoice

_START_SECONDS = 10.0
_PHRASE_SECONDS = 5.0
_TRIES = 2
_BARREN_ENDS = 3  # so often the process may end without a single phrase before speech is given up

logger = logging.getLogger(__name__)


class Renderer(QObject):
    """Turns wanted phrases into files, from the cache or by the rendering process, in order.

    ``rendered(text, file)`` comes for each, ``settled`` when nothing is left to do, whether or not all could be spoken.
    The process lives only while there is something to render.
    """

    rendered = Signal(str, str)
    settled = Signal()
    voices_listed = Signal(list)
    condition_changed = Signal(object)

    def __init__(
        self, cache: PhraseCache, child: ChildProcess, choice: VoiceChoice, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._cache = cache
        self._child = child
        self._choice = choice
        self._engine: str | None = None
        self._wanted: deque[str] = deque()
        self._lists_voices = False
        self._current: str | None = None
        self._failures: dict[str, int] = {}
        self._barren_ends = 0
        self._has_spoken = False
        self._has_rendered = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_failure)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)
        child.received.connect(self._on_received)
        child.ended.connect(self._on_failure)

    def set_voice(self, choice: VoiceChoice) -> None:
        """Speak with another voice from now on; what was wanted in the old one is forgotten."""
        self._rest()
        self._choice = choice
        self._failures.clear()
        self._has_spoken = False
        self._wanted.clear()

    def request(self, texts: Sequence[str]) -> None:
        """Render ``texts``, in this order and instead of whatever was wanted before."""
        self._wanted = deque(dict.fromkeys(texts))
        self._begin()

    def request_first(self, text: str) -> None:
        """Render ``text`` before everything else; asked for by a person, it is tried even if it failed before."""
        self._failures.pop(text, None)
        self._wanted = deque(dict.fromkeys([text, *self._wanted]))
        self._begin()

    def list_voices(self) -> None:
        """Ask the speech engine which voices it has; the answer is ``voices_listed``."""
        self._lists_voices = True
        self._begin()

    def close(self) -> None:
        """End the process for good."""
        self._soon.stop()
        self._patience.stop()
        self._child.close()

    def _begin(self) -> None:
        if not self._child.is_running:
            self._barren_ends = 0
            self._soon.start(0)  # answered later even from the cache, as every other request is

    def _start(self) -> None:
        choice = self._choice
        self._child.start()
        self._child.send({"voice": choice.voice, "rate": choice.rate, "pitch": choice.pitch})
        self._patience.start(int(_START_SECONDS * 1000))

    @Slot(dict)
    def _on_received(self, message: Message) -> None:
        match message:
            case {"engine": str(engine)}:
                self._engine = engine
                self._go_on()
            case {"unavailable": str(sentence)}:
                self._give_up(no_voice(sentence))
            case {"text": str(text), "file": str(file)} if text == self._current:
                self._on_rendered(text, file)
            case {"text": str(text), "error": str(error)} if text == self._current:
                logger.warning("%r was not rendered: %s", text, error)
                self._count_failure(text)
                self._go_on()
            case {"voices": list(voices)}:
                self._lists_voices = False
                self.voices_listed.emit(voices)
                self._go_on()

    def _on_rendered(self, text: str, file: str) -> None:
        self._barren_ends = 0
        self._has_rendered = True
        if text in self._wanted:
            self._wanted.remove(text)
        self._succeed(text, Path(file))
        self._go_on()

    def _succeed(self, text: str, file: Path) -> None:
        self._has_spoken = True
        self._failures.pop(text, None)
        has_failed = any(count >= _TRIES for count in self._failures.values())
        self.condition_changed.emit(phrases_failed() if has_failed else WORKS)
        self.rendered.emit(text, str(file))

    @Slot()
    def _go_on(self) -> None:
        """Answer from the cache what it has, then set the process to the next request, or end it."""
        self._patience.stop()
        self._current = None
        if self._engine is not None:
            self._answer_from_cache(self._engine)
        if not self._wanted and not self._lists_voices:
            self._settle()
        elif self._engine is None:
            self._start()
        elif self._lists_voices:
            self._ask({"list": True})
        else:
            file = self._cache.file_of(self._engine, self._choice, self._wanted[0])
            self._ask({"text": self._wanted[0], "file": str(file)})

    def _answer_from_cache(self, engine: str) -> None:
        while self._wanted:
            text = self._wanted[0]
            file = self._cache.file_of(engine, self._choice, text)
            if self._failures.get(text, 0) < _TRIES:
                if self._cache.length(file) is None:
                    return
                self._cache.mark_used(file)
                self._succeed(text, file)
            self._wanted.popleft()

    def _ask(self, request: Message) -> None:
        """Ask the process; one that has to be started first says so when it can be asked, and we go on then."""
        if not self._child.is_running:
            self._start()
            return
        self._current = request.get("text")
        self._child.send(request)
        self._patience.start(int(_PHRASE_SECONDS * 1000))

    def _settle(self) -> None:
        self._rest()
        if self._has_rendered:
            self._has_rendered = False
            self._cache.prune()
        self.settled.emit()

    def _rest(self) -> None:
        self._soon.stop()
        self._patience.stop()
        self._child.end()
        self._current = None

    @Slot()
    def _on_failure(self) -> None:
        """The process ended or hangs: go on without the phrase it was at, or give up when it cannot do anything."""
        text = self._current
        self._rest()
        self._barren_ends += 1
        if text is not None:
            self._count_failure(text)
        if self._barren_ends >= _BARREN_ENDS:
            self._give_up(voice_broken())
        else:
            self._go_on()

    def _count_failure(self, text: str) -> None:
        self._failures[text] = self._failures.get(text, 0) + 1
        if self._failures[text] >= _TRIES:
            self.condition_changed.emit(phrases_failed() if self._has_spoken else voice_broken())

    def _give_up(self, condition: Condition) -> None:
        """Without speech until the next request, which tries again: the user may have installed what was missing."""
        self._engine = None
        self._lists_voices = False
        self._failures.clear()
        self._wanted.clear()
        self.condition_changed.emit(condition)
        self._settle()
