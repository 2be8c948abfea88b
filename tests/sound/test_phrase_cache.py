"""Every phrase has its file, named by what it was made from."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from hipback_desktop.paths import asset
from hipback_desktop.sound.phrase_cache import PhraseCache, is_speakable
from hipback_desktop.sound.voice import VoiceChoice, chosen_voice, default_voice, offered_voices
from tests.sound.audio import write_tone

CHOICE = VoiceChoice("en-us", 130)


@pytest.fixture
def cache(tmp_path: Path) -> PhraseCache:
    return PhraseCache(tmp_path, asset("sounds"))


def test_anything_that_changes_the_sound_changes_the_file(cache: PhraseCache) -> None:
    files = {
        cache.file_of("espeak 1.51", CHOICE, "Rest."),
        cache.file_of("espeak 1.52", CHOICE, "Rest."),
        cache.file_of("espeak 1.51", replace(CHOICE, voice="en-us+f3"), "Rest."),
        cache.file_of("espeak 1.51", replace(CHOICE, rate=140), "Rest."),
        cache.file_of("espeak 1.51", replace(CHOICE, pitch=30), "Rest."),
        cache.file_of("espeak 1.51", CHOICE, "Rest"),
    }
    assert len(files) == 6
    assert cache.file_of("espeak 1.51", CHOICE, "Rest.") in files


def test_the_length_of_a_missing_or_damaged_file_is_unknown(cache: PhraseCache, tmp_path: Path) -> None:
    file = tmp_path / "a.wav"
    assert cache.length(file) is None
    write_tone(file, 0.5)
    assert cache.length(file) == pytest.approx(0.5, abs=0.001)
    file.write_bytes(b"\x00" * 1000)
    assert cache.length(file) is None


def test_chimes_have_known_lengths(cache: PhraseCache) -> None:
    lengths = {name: cache.chime_seconds(name) for name in ("start", "switch", "end", "finish", "tick")}
    assert all(length is not None and 0.1 <= length <= 1.5 for length in lengths.values())
    assert cache.chime_seconds("no such chime") is None


def test_pruning_removes_what_was_not_used_for_longest(tmp_path: Path) -> None:
    cache = PhraseCache(tmp_path, tmp_path, limit_bytes=20_000)
    files = [tmp_path / f"{number}.wav" for number in range(4)]
    for age, file in enumerate(files):
        write_tone(file)  # 9 kB each
        os.utime(file, (1000 + age, 1000 + age))
    cache.mark_used(files[0])
    cache.prune()
    assert [file.exists() for file in files] == [True, False, False, True]


def test_half_written_files_are_pruned_always(cache: PhraseCache, tmp_path: Path) -> None:
    write_tone(tmp_path / "x.1.part.wav")
    write_tone(tmp_path / "y.wav")
    cache.prune()
    assert [file.name for file in tmp_path.glob("*.wav")] == ["y.wav"]


def test_using_a_file_that_has_just_vanished_is_no_fault(cache: PhraseCache, tmp_path: Path) -> None:
    cache.mark_used(tmp_path / "gone.wav")


@pytest.mark.parametrize(
    ("text", "speakable"),
    [
        ("Rest.", True),
        ("90/90", True),
        ("Größer", True),
        ("", False),
        (" … ", False),
        ("a" * 300, True),
        ("a" * 301, False),
    ],
)
def test_only_what_is_short_and_has_words_is_spoken(text: str, speakable: bool) -> None:
    assert is_speakable(text) is speakable


def test_the_default_voice_is_the_systems_own_where_it_has_a_good_one() -> None:
    assert default_voice("linux") == VoiceChoice("en-us", 130)
    assert default_voice("win32") == default_voice("darwin") == VoiceChoice("", 130)
    assert default_voice("linux") in {offer.choice for offer in offered_voices("linux")}


def test_a_voice_of_the_settings_is_spoken_at_its_own_pitch() -> None:
    assert chosen_voice("", 140, "linux") == VoiceChoice("en-us", 140)
    assert chosen_voice("en-us+f3", 120, "linux") == VoiceChoice("en-us+f3", 120, 30)
    assert chosen_voice("de", 120, "linux") == VoiceChoice("de", 120)


@pytest.mark.parametrize("values", [("en", 10), ("en", 500), ("en", 130, 100), ("en", 130, -1)])
def test_impossible_voices_are_refused(values: tuple[str, int, int | None]) -> None:
    with pytest.raises(ValueError, match="must be between"):
        VoiceChoice(*values)
