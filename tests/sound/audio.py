"""Audio made for tests: tones with silence around them."""

from __future__ import annotations

import math
from array import array
from pathlib import Path

from hipback_desktop.sound.wav import Audio, write_audio

RATE = 22_050


def a_tone(seconds: float = 0.2, before: float = 0.0, after: float = 0.0, loudness: int = 8000) -> Audio:
    silence_before, silence_after = (array("h", bytes(2 * int(RATE * part))) for part in (before, after))
    wave = [int(loudness * math.cos(2 * math.pi * 440 * index / RATE)) for index in range(int(RATE * seconds))]
    return Audio(RATE, silence_before + array("h", wave) + silence_after)


def write_tone(file: Path, seconds: float = 0.2) -> None:
    write_audio(file, a_tone(seconds))
