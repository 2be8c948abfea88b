"""The long-lived process that plays each sound at its moment; the only one that needs QtMultimedia.

QtMultimedia ends its process when the sound server dies and may never find one that starts later, so the window's
process keeps this one at arm's length and starts it anew (``player_link.py``). One JSON object a line. In::

    {"load": [{"id", "file", "group"}]}    sounds to have ready; a known id with another file is replaced
    {"schedule": [{"id", "at"}]}           replaces the whole schedule; ``at`` is in monotonic seconds
    {"play": id}                           play it now, or when it is loaded
    {"silence": true}                      stop at once and forget the schedule
    {"volume": {group: 0 to 1}}   {"ping": n}

Out: ``{"ready": {"outputs": [names]}}`` once sound flows, ``{"outputs": [names]}`` when devices come or go later,
``{"loaded": id}``, ``{"playing": id, "at", "planned"}``, ``{"done": id}``, ``{"pong": n}``, and for a cue that was
dropped because its moment had passed ``{"late": id, "planned"}``.

Each play is an audio stream of its own, begun half a second early with silence: Bluetooth headphones and sleeping sound
cards swallow what comes first, and a busy computer may be late for the stream yet in time for the sound. QSoundEffect
would be less work, but two of them played within some 50 ms of each other hang the process (PySide6 6.11.3).
"""

from __future__ import annotations

import os
import sys
import threading
from bisect import bisect
from collections import deque
from collections.abc import Iterable
from pathlib import Path

os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")  # read once, when Qt is imported

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtMultimedia import QMediaDevices

from hipback_desktop.clock import Clock, SystemClock
from hipback_desktop.desktop.short_slices import take_short_slices
from hipback_desktop.sound.line import Channel, Message
from hipback_desktop.sound.sink import SAMPLE_BYTES, Anchor, ask_for_long_queues, new_sink
from hipback_desktop.sound.wav import AudioError, read_audio

_LEAD_SECONDS = 0.5
_LATE_SECONDS = 0.25
_EARLY_SECONDS = 0.002  # timers count whole milliseconds
_BUFFER_SECONDS = 0.2
_DRAIN_SECONDS = 0.5
_LOOK_AGAIN_SECONDS = 0.2
_REMEMBERED = 16

Play = tuple[float, str]


class _Sound:
    """The samples of one sound, behind the silence it begins with."""

    def __init__(self, file: Path, group: str) -> None:
        audio = read_audio(file)
        self.file = file
        self.group = group
        self.rate = audio.rate
        self.seconds = audio.seconds
        lead = bytes(int(audio.rate * _LEAD_SECONDS) * SAMPLE_BYTES)
        self.content = QByteArray(lead + audio.samples.tobytes())

    def offset(self, lead_seconds: float) -> int:
        """Where to begin so that the sound itself is heard after ``lead_seconds``."""
        lead = min(max(lead_seconds, 0.0), _LEAD_SECONDS)
        return int(self.rate * (_LEAD_SECONDS - lead)) * SAMPLE_BYTES


class _Stream(QObject):
    """One play of one sound."""

    def __init__(self, name: str, sound: _Sound, planned: float, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.group = sound.group
        self.planned = planned
        self.heard_at = planned
        self.is_told = False  # the window's process knows that it is heard
        self._sound = sound
        self._buffer = QBuffer(sound.content, self)
        self._sink = new_sink(sound.rate, _BUFFER_SECONDS, self)

    @property
    def play(self) -> Play:
        return self.planned, self.name

    def start(self, now: float, volume: float) -> None:
        self.heard_at = max(self.planned, now)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._buffer.seek(self._sound.offset(self.heard_at - now))
        self._sink.setVolume(volume)
        self._sink.start(self._buffer)

    def set_volume(self, volume: float) -> None:
        self._sink.setVolume(volume)

    @property
    def ends_at(self) -> float:
        """When the last of it has left a slow device, too."""
        return self.heard_at + self._sound.seconds + _DRAIN_SECONDS

    def is_over(self, now: float) -> bool:
        """Whether it was heard to its end; never, when the sound server takes no more. The sink's states tell less."""
        return now >= self.ends_at and self._buffer.atEnd()

    def stop(self) -> None:
        """Stop at once, without what is still in the device's buffer."""
        self._sink.reset()
        self.deleteLater()


class _Player(QObject):
    """The sounds, the schedule, the streams, and the one timer that waits for the next moment."""

    received = Signal(dict)

    def __init__(self, channel: Channel, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._channel = channel
        self._clock = clock
        self._sounds: dict[str, _Sound] = {}
        self._volumes: dict[str, float] = {}
        self._schedule: list[Play] = []
        self._streams: list[_Stream] = []
        self._played: deque[Play] = deque(maxlen=_REMEMBERED)
        self._at_once: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._advance)
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._on_outputs_changed)
        self.received.connect(self._obey)
        self._is_ready = False
        self._anchor = Anchor(self)
        self._anchor.flowing.connect(self._tell_ready)
        if _output_names():
            self._anchor.renew()
        else:
            self._tell_ready()

    @Slot(dict)
    def _obey(self, message: Message) -> None:
        for command, value in message.items():
            match command:
                case "load":
                    for sound in value:
                        self._load(sound["id"], Path(sound["file"]), sound["group"])
                case "schedule":
                    self._replace_schedule((float(play["at"]), play["id"]) for play in value)
                case "play":
                    self._at_once = value
                case "silence":
                    self._silence()
                case "volume":
                    self._set_volumes(value)
                case "ping":
                    self._channel.say({"pong": value})
        self._advance()

    def _load(self, name: str, file: Path, group: str) -> None:
        known = self._sounds.get(name)
        if known is not None and known.file == file:
            return
        try:
            self._sounds[name] = _Sound(file, group)
        except (AudioError, OSError) as error:
            self._channel.say({"failed": name, "error": str(error)})
        else:
            self._channel.say({"loaded": name})

    def _replace_schedule(self, plays: Iterable[Play]) -> None:
        wanted = sorted(plays)
        for stream in self._streams.copy():
            if not stream.is_told and stream.play not in wanted:
                self._drop(stream)  # begun, but not yet heard
        # Whoever replaces the schedule while a cue begins may still list it: it is not said twice.
        begun = [*self._played, *(stream.play for stream in self._streams)]
        self._schedule = [play for play in wanted if play not in begun]

    def _silence(self) -> None:
        self._schedule = []
        self._at_once = None
        for stream in self._streams.copy():
            self._drop(stream)

    def _drop(self, stream: _Stream) -> None:
        self._streams.remove(stream)
        stream.stop()
        if stream.is_told:
            self._channel.say({"done": stream.name})

    def _set_volumes(self, volumes: dict[str, float]) -> None:
        self._volumes.update(volumes)
        for stream in self._streams:
            stream.set_volume(self._volumes.get(stream.group, 1.0))

    @Slot()
    def _advance(self) -> None:
        """Begin streams whose lead has come, tell of sounds that begin, drop what is late, wait for the next moment."""
        now = self._clock.monotonic()
        if self._at_once is not None and self._begin(self._at_once, now):
            self._at_once = None
        due = bisect(self._schedule, now + _LEAD_SECONDS + _EARLY_SECONDS, key=lambda play: play[0])
        waiting = []
        for at, name in self._schedule[:due]:
            if now - at > _LATE_SECONDS:
                self._channel.say({"late": name, "planned": at})
            elif not self._begin(name, at):
                waiting.append((at, name))
        self._schedule[:due] = waiting
        for stream in self._streams.copy():
            self._follow(stream, now)
        self._wait(now, waiting)

    def _begin(self, name: str, planned: float) -> bool:
        sound = self._sounds.get(name)
        if sound is None or QMediaDevices.defaultAudioOutput().isNull():
            return False
        stream = _Stream(name, sound, planned, self)
        self._streams.append(stream)
        stream.start(self._clock.monotonic(), self._volumes.get(sound.group, 1.0))
        return True

    def _follow(self, stream: _Stream, now: float) -> None:
        """Tell when the sound itself begins, and when it is over."""
        if not stream.is_told and stream.planned <= now + _EARLY_SECONDS:
            stream.is_told = True
            self._played.append(stream.play)
            self._channel.say({"playing": stream.name, "at": stream.heard_at, "planned": stream.planned})
        if stream.is_over(now):
            self._drop(stream)

    def _wait(self, now: float, waiting: list[Play]) -> None:
        moments = [at - _LEAD_SECONDS for at, _name in self._schedule[len(waiting) : len(waiting) + 1]]
        moments += [at + _LATE_SECONDS + _EARLY_SECONDS for at, _name in waiting[:1]]
        for stream in self._streams:
            moments.append(max(stream.ends_at, now + _LOOK_AGAIN_SECONDS) if stream.is_told else stream.planned)
        if moments:
            self._timer.start(max(0, int((min(moments) - now) * 1000)))
        else:
            self._timer.stop()

    @Slot()
    def _tell_ready(self) -> None:
        """Once: sound flows, or there is nothing it could flow to."""
        if not self._is_ready:
            self._is_ready = True
            self._channel.say({"ready": {"outputs": _output_names()}})

    @Slot()
    def _on_outputs_changed(self) -> None:
        self._anchor.renew()
        if self._is_ready:
            self._channel.say({"outputs": _output_names()})


def _output_names() -> list[str]:
    return [device.description() for device in QMediaDevices.audioOutputs()]


def _read(channel: Channel, player: _Player) -> None:
    """Hand every message to the main thread; a closed channel means that the window's process has ended."""
    for message in channel.messages():
        player.received.emit(message)
    os._exit(0)  # at once, even when the main thread hangs in a sound server that does not answer


def main() -> int:
    """Play until the window's process ends."""
    channel = Channel()
    ask_for_long_queues()
    take_short_slices()
    application = QCoreApplication(["Hipback"])
    application.setApplicationName("Hipback")  # what the desktop's volume control shows
    player = _Player(channel, SystemClock(), application)
    threading.Thread(target=_read, args=(channel, player), daemon=True).start()
    status = application.exec()
    os._exit(status)  # the reading thread cannot be woken, and a sound library's own clean-up may hang


if __name__ == "__main__":
    sys.exit(main())
