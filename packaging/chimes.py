"""Makes the chimes in ``assets/sounds``: our own synthesis, so that nobody else's licence comes with them.

``python packaging/chimes.py [FOLDER]``. The same bytes on every machine: a test makes them again and compares.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

_RATE = 48_000
_PEAK = 20_000
_ATTACK_SECONDS = 0.003  # short enough to mark a moment, long enough not to click
_RELEASE_SECONDS = 0.03

# Partials of a struck bar, softened: share of the base frequency, loudness, share of the base decay.
_BELL = ((1.0, 1.0, 1.0), (2.0, 0.32, 0.6), (3.01, 0.14, 0.4), (5.4, 0.05, 0.18))
_WOOD = ((1.0, 1.0, 1.0), (2.74, 0.3, 0.4))
_BOWL = ((1.0, 1.0, 1.0), (1.004, 0.6, 1.0), (2.71, 0.3, 0.5), (5.1, 0.07, 0.2))

G4, C5, E5, G5, C6, E6 = 392.0, 523.25, 659.26, 783.99, 1046.5, 1318.51


@dataclass(frozen=True)
class Strike:
    """One strike: when, how high, how loud, and after how many seconds it has faded to a third."""

    at: float
    hertz: float
    loudness: float
    decay_seconds: float
    partials: tuple[tuple[float, float, float], ...] = _BELL


# Told apart by contour rather than by pitch alone, so that a person face down on a mat knows them after one session:
# start rises, switch turns there and back, end falls, finish climbs and rings on, rest is one low bowl.
CHIMES: dict[str, tuple[float, tuple[Strike, ...]]] = {
    "ready": (0.6, (Strike(0.0, G5, 0.7, 0.16),)),
    "start": (0.9, (Strike(0.0, C5, 0.8, 0.18), Strike(0.14, G5, 1.0, 0.26))),
    "switch": (1.0, (Strike(0.0, E5, 0.9, 0.14), Strike(0.16, G5, 0.9, 0.14), Strike(0.32, E5, 1.0, 0.24))),
    "end": (0.9, (Strike(0.0, G5, 0.9, 0.18), Strike(0.16, C5, 1.0, 0.26))),
    "rest": (1.2, (Strike(0.0, G4, 1.0, 0.34, _BOWL),)),
    "finish": (
        1.5,
        (
            Strike(0.0, C5, 0.7, 0.3),
            Strike(0.15, E5, 0.7, 0.3),
            Strike(0.3, G5, 0.8, 0.34),
            Strike(0.45, C6, 1.0, 0.34),
        ),
    ),
    "tick": (0.12, (Strike(0.0, E6, 1.0, 0.018, _WOOD),)),
}


def samples_of(seconds: float, strikes: tuple[Strike, ...]) -> array[int]:
    """The sound of ``strikes``, at the common loudness."""
    count = int(seconds * _RATE)
    mix = [0.0] * count
    for strike in strikes:
        _add(mix, strike)
    release = int(_RELEASE_SECONDS * _RATE)
    for index in range(release):
        mix[count - 1 - index] *= index / release
    scale = _PEAK / max(abs(sample) for sample in mix)
    # Rounded to the nearest whole number: the last digits of a sine may differ between C libraries, these do not.
    return array("h", [round(sample * scale) for sample in mix])


def make(folder: Path) -> None:
    """Write every chime into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (seconds, strikes) in CHIMES.items():
        samples = samples_of(seconds, strikes)
        if sys.byteorder == "big":
            samples.byteswap()
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(_RATE)
            file.writeframes(samples.tobytes())


def _add(mix: list[float], strike: Strike) -> None:
    first = int(strike.at * _RATE)
    attack = int(_ATTACK_SECONDS * _RATE)
    for share, loudness, decay in strike.partials:
        turn = 2 * math.pi * strike.hertz * share / _RATE
        fade = math.exp(-1 / (strike.decay_seconds * decay * _RATE))
        level = strike.loudness * loudness
        for index in range(first, len(mix)):
            since = index - first
            mix[index] += level * min(1.0, since / attack) * math.sin(turn * since)
            level *= fade


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1] / "assets" / "sounds")
