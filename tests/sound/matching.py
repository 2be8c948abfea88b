"""Finding a known sound in a recording, by normalised cross-correlation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hipback_desktop.sound.wav import read_audio

RATE = 48_000
_SILENCE = 1e-3

Samples = NDArray[np.float64]


@dataclass(frozen=True)
class Match:
    """Where in the recording a sound is heard best, and how well: 1 is the very same."""

    seconds: float
    likeness: float


def samples_of(recorded: bytes) -> Samples:
    return np.frombuffer(recorded, dtype="<i2").astype(np.float64) / 32768


def template_of(file: Path) -> Samples:
    """The sound in ``file``, at the recording's rate."""
    audio = read_audio(file)
    spectrum = np.fft.rfft(np.asarray(audio.samples, dtype=np.float64) / 32768)
    length = int(len(audio.samples) * RATE / audio.rate)
    return np.fft.irfft(spectrum, length) * length / len(audio.samples)


def best_match(recording: Samples, template: Samples, first: float, last: float) -> Match:
    """The best match that begins between the seconds ``first`` and ``last`` of ``recording``."""
    start = max(0, int(first * RATE))
    part = recording[start : int(last * RATE) + len(template)]
    if len(part) <= len(template):
        return Match(first, 0.0)
    size = 1 << (len(part) + len(template)).bit_length()
    product = np.fft.irfft(np.fft.rfft(part, size) * np.conj(np.fft.rfft(template, size)), size)
    product = product[: len(part) - len(template) + 1]
    energy = np.concatenate(([0.0], np.cumsum(part**2)))
    loudness = np.sqrt(np.maximum(energy[len(template) :] - energy[: len(energy) - len(template)], _SILENCE))
    likeness = product / (loudness * np.sqrt(np.sum(template**2)))
    index = int(np.argmax(likeness))
    return Match((start + index) / RATE, float(likeness[index]))
