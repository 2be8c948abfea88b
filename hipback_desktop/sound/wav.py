"""Reading, trimming, levelling and writing the audio of one phrase: 16 bit, mono, standard library only."""

from __future__ import annotations

import contextlib
import struct
import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

_PEAK = 23_000  # about -3 dB: loud, yet no clipping when a chime rings into a word
_LARGEST_GAIN = 8.0  # what is quieter than this is noise rather than a voice
_QUIET_SHARE = 0.01  # of the loudest sample: below it (-40 dB) nobody hears a word begin
_QUIET_FLOOR = 16
_KEPT_SECONDS = 0.005
_FADE_SECONDS = 0.004


class AudioError(Exception):
    """The file holds no audio this program can use."""


@dataclass(frozen=True, slots=True)
class Audio:
    """Samples of one channel, signed 16 bit, and how many of them make a second."""

    rate: int
    samples: array[int]

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate


def read_audio(path: Path) -> Audio:
    """The audio of a WAV or AIFF file, told apart by content: on macOS pyttsx3 writes AIFF whatever the suffix."""
    content = path.read_bytes()
    if content[:4] == b"FORM":
        return _read_aiff(content)
    try:
        with wave.open(str(path), "rb") as file:
            frames = file.readframes(file.getnframes())
            return _mono(frames, file.getframerate(), file.getnchannels(), file.getsampwidth(), big_endian=False)
    except (wave.Error, EOFError) as error:
        raise AudioError(f"no WAV audio in {path.name}: {error}") from error


def write_audio(path: Path, audio: Audio) -> None:
    """Write ``audio`` as a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(audio.rate)
        file.writeframes(_swapped_if(sys.byteorder == "big", audio.samples).tobytes())


def seconds_of(path: Path) -> float | None:
    """The length a WAV file's header promises, or None when the file is missing, cut off or something else."""
    try:
        with wave.open(str(path), "rb") as file:
            promised = file.getnframes() * file.getsampwidth() * file.getnchannels()
            is_whole = 0 < promised < path.stat().st_size
            return file.getnframes() / file.getframerate() if is_whole else None
    except (OSError, EOFError, wave.Error, ZeroDivisionError):
        return None


def cleaned(audio: Audio) -> Audio:
    """``audio`` without the silence around it, its edges faded, at the common loudness.

    Trimming is what makes a cue's planned moment its audible one: eSpeak leaves up to 44 ms of quiet before a word and
    half a second after it.
    """
    peak = _peak(audio.samples)
    if peak <= _QUIET_FLOOR:
        raise AudioError("the speech engine made silence")
    kept = _trimmed(audio, max(_QUIET_FLOOR, int(peak * _QUIET_SHARE)))
    gain = min(_PEAK / peak, _LARGEST_GAIN)
    levelled = array("h", [int(sample * gain) for sample in kept])
    _fade_edges(levelled, int(audio.rate * _FADE_SECONDS))
    return Audio(audio.rate, levelled)


def _peak(samples: array[int]) -> int:
    highest, lowest = max(samples, default=0), min(samples, default=0)
    return max(highest, -lowest)


def _trimmed(audio: Audio, quiet: int) -> array[int]:
    samples = audio.samples
    margin = int(audio.rate * _KEPT_SECONDS)
    first = next(index for index, sample in enumerate(samples) if abs(sample) > quiet)
    last = next(index for index in range(len(samples) - 1, -1, -1) if abs(samples[index]) > quiet)
    return samples[max(0, first - margin) : last + 1 + margin]


def _fade_edges(samples: array[int], length: int) -> None:
    """Fade both edges in place, so that a cut through a waveform does not click."""
    length = min(length, len(samples) // 2)
    for index in range(length):
        samples[index] = samples[index] * index // length
        samples[-1 - index] = samples[-1 - index] * index // length


def _mono(frames: bytes, rate: int, channels: int, width: int, *, big_endian: bool) -> Audio:
    if width != 2 or channels < 1 or rate < 1:
        raise AudioError(f"audio of {width * 8} bits in {channels} channels at {rate} Hz is not understood")
    samples = array("h", frames[: len(frames) - len(frames) % (2 * channels)])
    return Audio(rate, _swapped_if(big_endian != (sys.byteorder == "big"), samples)[::channels])


def _swapped_if(differs: bool, samples: array[int]) -> array[int]:
    if not differs:
        return samples
    swapped = array("h", samples)
    swapped.byteswap()
    return swapped


def _read_aiff(content: bytes) -> Audio:
    """The audio of an AIFF or AIFC file; never run on macOS, only against files built by the tests.

    The standard library's ``aifc`` is gone from Python 3.13, and of the format only two chunks matter here.
    """
    compression = content[8:12]
    common: tuple[int, int, bytes] | None = None
    frames = b""
    position = 12
    with contextlib.suppress(struct.error):  # a cut-off file ends the walk; what is missing is reported below
        while position + 8 <= len(content):
            name, size = struct.unpack_from(">4sI", content, position)
            body = content[position + 8 : position + 8 + size]
            if name == b"COMM":
                channels, _frames, bits, rate = struct.unpack_from(">hIh10s", body)
                common = (channels, bits, rate)
                compression = body[18:22] if content[8:12] == b"AIFC" else b"NONE"
            elif name == b"SSND":
                (offset,) = struct.unpack_from(">I", body)
                frames = body[8 + offset :]
            position += 8 + size + size % 2
    if common is None or not frames or compression not in (b"NONE", b"sowt"):
        raise AudioError("the AIFF file is cut off or compressed")
    channels, bits, rate = common
    return _mono(frames, _extended_to_int(rate), channels, bits // 8, big_endian=compression == b"NONE")


def _extended_to_int(extended: bytes) -> int:
    """The whole part of the 80-bit float in which AIFF keeps its sample rate."""
    exponent, mantissa = struct.unpack(">HQ", extended)
    shift = 16383 + 63 - (exponent & 0x7FFF)
    return int(mantissa >> shift) if 0 <= shift < 64 else 0
