"""Keeps the playing process alive and told: whatever it does, cues are heard again within five seconds."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hipback_desktop.clock import Clock
from hipback_desktop.sound.condition import WORKS, no_output, output_broken
from hipback_desktop.sound.line import Message
from hipback_desktop.sound.process import ChildProcess

_CHECK_SECONDS = 1.0
_UNHEARD_CHECKS = 2  # so many pings unanswered: counted, not timed, as a busy window must not blame the player
_START_CHECKS = 5
_OUTPUT_CHECKS = 3  # a process that found no sound server never finds one: a new one looks again
_DONE_SECONDS = 1.5
_LATE_SECONDS = 0.25
_FIRST_DELAY_SECONDS = 0.25
_LONGEST_DELAY_SECONDS = 4.0
_HEALTHY_SECONDS = 30.0
_CRASHES_WORTH_A_WORD = 3
_IDLE_SECONDS = 60.0
_AT_ONCE_SECONDS = 10.0

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sound:
    """A file to play, the group whose volume it follows, and its length."""

    file: Path
    group: str
    seconds: float


class PlayerLink(QObject):
    """Says what shall be heard, once; how many player processes that takes is its own concern.

    The process is started by the first thing to play and ended after a minute without any. While something is to be
    heard, one timer looks after it every second; otherwise nothing runs.
    """

    awoke = Signal()
    played = Signal(str, float, float)
    missed = Signal(str)
    condition_changed = Signal(object)

    def __init__(self, child: ChildProcess, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child = child
        self._clock = clock
        self._sounds: dict[str, Sound] = {}
        self._sent: set[str] = set()
        self._volumes: dict[str, float] = {}
        self._plays: list[tuple[float, str]] = []
        self._at_once: tuple[float, str] | None = None
        self._done_by: dict[str, float] = {}
        self._outputs: list[str] | None = None  # None until the process has told
        self._checks = 0  # since the process told its outputs, or was started
        self._unheard_checks = 0
        self._crashes = 0
        self._started_at = 0.0
        child.received.connect(self._on_received)
        child.ended.connect(self._on_failure)
        self._watch = self._timer(self.check)
        self._watch.setSingleShot(False)
        self._restart = self._timer(self._start)
        self._idle = self._timer(self._rest)

    @property
    def is_awake(self) -> bool:
        """Whether the process could play something now."""
        return self._child.is_running and bool(self._outputs)

    def wake(self) -> None:
        """Start the process, so that what is scheduled for the next moments is in time."""
        if not self._child.is_running and not self._restart.isActive():
            self._start()
        self._look_after()

    def load(self, name: str, sound: Sound) -> None:
        """Make ``sound`` known as ``name``."""
        if self._sounds.get(name) == sound:
            return
        self._sounds[name] = sound
        self._sent.discard(name)
        self._send_sounds()

    def schedule(self, plays: Sequence[tuple[float, str]]) -> None:
        """Play each name at its monotonic moment, instead of whatever was scheduled before."""
        self._plays = sorted(plays)
        if self._plays and not self._child.is_running:
            self.wake()  # which sends the schedule
            return
        self._send_schedule()
        self._send_sounds()
        self._look_after()

    def play_at_once(self, name: str) -> None:
        """Play ``name`` as soon as it can be; forgotten when that takes so long that nobody waits any more."""
        self._at_once = (self._clock.monotonic() + _AT_ONCE_SECONDS, name)
        if not self._child.is_running:
            self.wake()
            return
        self._send_sounds()
        self._child.send({"play": name})
        self._look_after()

    def silence(self) -> None:
        """Stop what is heard and forget what was to come."""
        self._plays = []
        self._at_once = None
        self._done_by.clear()
        self._child.send({"silence": True})
        self._look_after()

    def set_volumes(self, volumes: dict[str, float]) -> None:
        """The volume of each group, 0 to 1, also for what is being heard."""
        self._volumes = dict(volumes)
        self._child.send({"volume": self._volumes})

    def close(self) -> None:
        """End the process for good."""
        self._plays = []
        self._at_once = None
        self._stop_timers()
        self._child.close()

    @Slot()
    def check(self) -> None:
        """Look after the process once: does it answer, did it finish what it played, has it a device?"""
        now = self._clock.monotonic()
        self._forget_past(now)
        self._look_after()
        if not self._is_wanted() or not self._child.is_running:
            return
        self._checks += 1
        overdue = [name for name, moment in self._done_by.items() if now > moment]
        if self._unheard_checks >= self._patience_checks():
            self._fail("does not answer")
        elif overdue:
            self._fail(f"did not finish {overdue}")
        elif self._outputs == [] and self._checks >= _OUTPUT_CHECKS:
            self._start()
        else:
            self._unheard_checks += 1
            self._child.send({"ping": self._checks})

    @Slot()
    def _start(self) -> None:
        """Start the process and tell it everything; it reads that as soon as it can."""
        self._restart.stop()
        self._done_by.clear()
        self._sent.clear()
        self._outputs = None
        self._checks = 0
        self._unheard_checks = 0
        self._started_at = self._clock.monotonic()
        self._forget_past(self._started_at)
        self._child.start()
        self._child.send({"volume": self._volumes})
        self._send_schedule()
        self._send_sounds()
        if self._at_once is not None:
            self._child.send({"play": self._at_once[1]})

    @Slot(dict)
    def _on_received(self, message: Message) -> None:
        self._unheard_checks = 0
        match message:
            case {"ready": {"outputs": list(outputs)}}:
                self._set_outputs(outputs)
            case {"outputs": list(outputs)}:
                if outputs and not self._outputs:
                    self._start()  # sounds loaded without a device stay mute in their process
                else:
                    self._set_outputs(outputs)
            case {"playing": str(name), "at": float(at), "planned": float(planned)}:
                self._on_playing(name, planned, at)
            case {"done": str(name)}:
                self._done_by.pop(name, None)
                if self._outputs:
                    self._crashes = 0
                    self.condition_changed.emit(WORKS)
            case {"late": str(name), "planned": float(planned)}:
                logger.info("%r was %.2f s too late and is dropped", name, self._clock.monotonic() - planned)
                self._plays = [play for play in self._plays if play != (planned, name)]
                self.missed.emit(name)

    def _set_outputs(self, outputs: list[str]) -> None:
        self._outputs = outputs
        self._checks = 0
        if not outputs:
            self.condition_changed.emit(no_output())
        elif self._crashes < _CRASHES_WORTH_A_WORD:  # else only a sound that was played to its end shows that it works
            self.condition_changed.emit(WORKS)
        if outputs:
            self.awoke.emit()

    def _on_playing(self, name: str, planned: float, at: float) -> None:
        if self._at_once is not None and self._at_once[1] == name:
            self._at_once = None
        if (planned, name) in self._plays:
            self._plays.remove((planned, name))
        sound = self._sounds.get(name)
        if sound is not None:
            self._done_by[name] = at + sound.seconds + _DONE_SECONDS
        self.played.emit(name, planned, at)

    def _fail(self, reason: str) -> None:
        logger.warning("the player %s: a new one is started", reason)
        self._child.end()
        self._on_failure()

    @Slot()
    def _on_failure(self) -> None:
        """The process has ended: start a new one, later and later when that happens again and again."""
        if self._clock.monotonic() - self._started_at > _HEALTHY_SECONDS:
            self._crashes = 0
        self._crashes += 1
        if self._crashes >= _CRASHES_WORTH_A_WORD:
            self.condition_changed.emit(output_broken())
        self._done_by.clear()
        if self._is_wanted():
            delay = min(_FIRST_DELAY_SECONDS * 2 ** (self._crashes - 1), _LONGEST_DELAY_SECONDS)
            self._restart.start(int(delay * 1000))

    def _patience_checks(self) -> int:
        """How many checks the process may be silent; longer each time while it starts, as a busy computer is slow."""
        return _UNHEARD_CHECKS if self._outputs is not None else _START_CHECKS * (1 + self._crashes)

    def _forget_past(self, now: float) -> None:
        self._plays = [play for play in self._plays if play[0] > now - _LATE_SECONDS]
        if self._at_once is not None and self._at_once[0] < now:
            self._at_once = None

    def _is_wanted(self) -> bool:
        return bool(self._plays or self._at_once or self._done_by)

    def _look_after(self) -> None:
        """The watch runs while something is to be heard, the idle clock otherwise, neither without a process."""
        if self._is_wanted():
            self._idle.stop()
            if not self._watch.isActive():
                self._unheard_checks = 0
                self._watch.start(int(_CHECK_SECONDS * 1000))
        else:
            self._watch.stop()
            self._restart.stop()
            if self._child.is_running and not self._idle.isActive():
                self._idle.start(int(_IDLE_SECONDS * 1000))

    @Slot()
    def _rest(self) -> None:
        self._stop_timers()
        self._child.end()

    def _stop_timers(self) -> None:
        for timer in (self._watch, self._restart, self._idle):
            timer.stop()

    def _send_sounds(self) -> None:
        """Have the process load what is going to be heard and is rendered already.

        The first to be heard comes first and each by itself: it is not to wait until the last one is loaded.
        """
        names = dict.fromkeys(name for _at, name in self._plays)
        if self._at_once is not None:
            names[self._at_once[1]] = None
        missing = [name for name in names if name in self._sounds and name not in self._sent]
        if missing and self._child.is_running:
            self._sent.update(missing)
            for name in missing:
                sound = self._sounds[name]
                self._child.send({"load": [{"id": name, "file": str(sound.file), "group": sound.group}]})

    def _send_schedule(self) -> None:
        self._child.send({"schedule": [{"id": name, "at": at} for at, name in self._plays]})

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer
