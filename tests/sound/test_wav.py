"""A cue's file begins and ends with what is heard, at the common loudness, whatever the engine wrote."""

from __future__ import annotations

import struct
import wave
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.sound.wav import Audio, AudioError, cleaned, read_audio, seconds_of, write_audio
from tests.sound.audio import RATE, a_tone, write_tone


def test_silence_around_a_sound_is_cut_to_a_few_milliseconds() -> None:
    result = cleaned(a_tone(0.5, before=0.044, after=0.5))
    assert result.seconds == pytest.approx(0.5 + 2 * 0.005, abs=0.001)


@given(loudness=st.integers(3000, 32_000))
def test_every_voice_comes_out_equally_loud(loudness: int) -> None:
    assert max(cleaned(a_tone(0.05, loudness=loudness)).samples) == pytest.approx(23_000, rel=0.01)


def test_noise_is_not_made_into_a_voice() -> None:
    assert max(cleaned(a_tone(0.05, loudness=100)).samples) <= 800


def test_both_edges_are_faded_so_that_they_do_not_click() -> None:
    samples = cleaned(a_tone(0.2)).samples
    assert samples[0] == samples[-1] == 0


@given(st.lists(st.integers(-32_768, 32_767), min_size=1, max_size=400))
def test_any_audio_is_cleaned_or_refused(samples: list[int]) -> None:
    audio = Audio(RATE, array("h", samples))
    try:
        result = cleaned(audio)
    except AudioError:
        assert max(map(abs, samples)) <= 16
    else:
        assert 0 < len(result.samples) <= len(samples)


@pytest.mark.parametrize("samples", [[], [0] * 100, [3, -5] * 50])
def test_silence_is_no_phrase(samples: list[int]) -> None:
    with pytest.raises(AudioError):
        cleaned(Audio(RATE, array("h", samples)))


def test_what_was_written_is_read(tmp_path: Path) -> None:
    audio = a_tone()
    write_audio(tmp_path / "tone.wav", audio)
    assert read_audio(tmp_path / "tone.wav") == audio


def test_of_two_channels_one_is_kept(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "stereo.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack("<6h", 1, -1, 2, -2, 3, -3))
    assert list(read_audio(tmp_path / "stereo.wav").samples) == [1, 2, 3]


@pytest.mark.parametrize("content", [b"", b"RIFF", b"RIFF\x00\x00\x00\x00WAVE", b"not audio at all", b"FORM"])
def test_a_file_without_audio_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.wav").write_bytes(content)
    assert seconds_of(tmp_path / "bad.wav") is None
    with pytest.raises(AudioError):
        read_audio(tmp_path / "bad.wav")


def test_the_length_of_a_file_is_known_from_its_header(tmp_path: Path) -> None:
    write_tone(tmp_path / "tone.wav", 0.3)
    assert seconds_of(tmp_path / "tone.wav") == pytest.approx(0.3, abs=0.001)


def test_a_file_that_was_cut_off_has_no_length(tmp_path: Path) -> None:
    file = tmp_path / "tone.wav"
    write_tone(file)
    file.write_bytes(file.read_bytes()[:-100])
    assert seconds_of(file) is None
    assert seconds_of(tmp_path / "none.wav") is None


def aiff(samples: list[int], kind: bytes = b"AIFF", compression: bytes = b"NONE") -> bytes:
    """An AIFF file as macOS writes it, at 22,050 Hz: 0x400D and 22050 << 49 are that number as an 80-bit float."""
    common = struct.pack(">hIhHQ", 1, len(samples), 16, 0x400D, 22_050 << 49)
    if kind == b"AIFC":
        common += compression + b"\x00\x00"
    order = "<" if compression == b"sowt" else ">"
    sound = struct.pack(">II", 0, 0) + struct.pack(f"{order}{len(samples)}h", *samples)
    chunks = b"".join(
        struct.pack(">4sI", name, len(body)) + body + b"\x00" * (len(body) % 2)
        for name, body in ((b"FVER", b"odd"), (b"COMM", common), (b"SSND", sound))
    )
    return b"FORM" + struct.pack(">I", 4 + len(chunks)) + kind + chunks


@pytest.mark.parametrize(("kind", "compression"), [(b"AIFF", b"NONE"), (b"AIFC", b"NONE"), (b"AIFC", b"sowt")])
def test_the_audio_macos_writes_is_read_whatever_the_suffix(tmp_path: Path, kind: bytes, compression: bytes) -> None:
    (tmp_path / "phrase.wav").write_bytes(aiff([1, -2, 300], kind, compression))
    assert read_audio(tmp_path / "phrase.wav") == Audio(22_050, array("h", [1, -2, 300]))


def test_compressed_or_cut_off_aiff_is_refused(tmp_path: Path) -> None:
    for content in (aiff([1, 2], b"AIFC", b"ima4"), aiff([1, 2])[:60]):
        (tmp_path / "phrase.wav").write_bytes(content)
        with pytest.raises(AudioError):
            read_audio(tmp_path / "phrase.wav")
