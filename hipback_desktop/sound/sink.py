"""Streams to the sound device, and the one that keeps the device ready; for the player's process only."""

from __future__ import annotations

import os

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Signal, Slot
from PySide6.QtMultimedia import QAudio, QAudioFormat, QAudioSink, QMediaDevices

SAMPLE_BYTES = 2
_ANCHOR_RATE = 48_000
_ANCHOR_SECONDS = 0.016
_SILENCE_SECONDS = 0.05
_LONGEST_BLOCK_MS = 2200
_LATENCY = "PULSE_LATENCY_MSEC"
_QUEUE_MS = "100"


def new_sink(rate: int, buffer_seconds: float, parent: QObject) -> QAudioSink:
    """A stream of one channel, 16 bit, to the present default device."""
    layout = QAudioFormat()
    layout.setSampleRate(rate)
    layout.setChannelCount(1)
    layout.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    sink = QAudioSink(QMediaDevices.defaultAudioOutput(), layout, parent)
    sink.setBufferSize(int(rate * buffer_seconds) * SAMPLE_BYTES)
    return sink


def ask_for_long_queues() -> None:
    """Has PulseAudio and PipeWire fetch sound from us some ten times a second instead of sixty.

    Their library reads this for every stream it opens. When a sound begins is the device's matter, and the anchor sees
    to that; a longer queue only means fewer wake-ups and a busy computer that comes late to fill it.
    """
    os.environ.setdefault(_LATENCY, _QUEUE_MS)


class Anchor(QObject):
    """Holds open a stream that wants a short latency of the device and, after a moment of silence, plays nothing.

    Without one, a sound server works in blocks as long as its laziest client likes, and our streams begin only with
    the next: up to 65 ms off, 3 ms with it (PulseAudio). A server that was idle may be in the middle of a block of two
    seconds; ``flowing`` comes when it has taken the silence, so that the first sound need not wait. Suspended, the
    stream costs nothing.
    """

    flowing = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sink: QAudioSink | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._rest)

    def renew(self) -> None:
        """Another stream in place of the one before, to the present device."""
        if self._sink is not None:
            self._sink.stateChanged.disconnect(self._on_state)
            self._sink.reset()
            self._sink.deleteLater()
        self._sink = new_sink(_ANCHOR_RATE, _ANCHOR_SECONDS, self)
        silence = QBuffer(self._sink)
        silence.setData(QByteArray(bytes(int(_ANCHOR_RATE * _SILENCE_SECONDS) * SAMPLE_BYTES)))
        silence.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.stateChanged.connect(self._on_state)
        self._patience.start(_LONGEST_BLOCK_MS)
        asked = os.environ.pop(_LATENCY, None)
        self._sink.start(silence)
        if asked is not None:
            os.environ[_LATENCY] = asked

    @Slot(QAudio.State)
    def _on_state(self, state: QAudio.State) -> None:
        if state == QAudio.State.IdleState:
            self._rest()

    @Slot()
    def _rest(self) -> None:
        if self._patience.isActive():
            self._patience.stop()
        if self._sink is not None:
            self._sink.suspend()
        self.flowing.emit()
