"""The chimes in the assets are exactly what ``packaging/chimes.py`` makes, and fit to mark a moment."""

from __future__ import annotations

from pathlib import Path

import chimes
import pytest

from hipback_desktop.core.cues import Chime
from hipback_desktop.paths import asset
from hipback_desktop.sound.wav import read_audio

NAMES = sorted(chimes.CHIMES)


def test_the_assets_are_what_the_program_makes(tmp_path: Path) -> None:
    chimes.make(tmp_path)
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert made == {file.name: file.read_bytes() for file in asset("sounds").glob("*.wav")}


def test_every_chime_of_the_core_has_its_file() -> None:
    assert {chime.value for chime in Chime} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_chime_begins_at_once_and_ends_in_silence(name: str) -> None:
    audio = read_audio(asset(f"sounds/{name}.wav"))
    assert audio.rate == 48_000
    assert audio.seconds <= 1.5
    assert max(map(abs, audio.samples[: audio.rate // 200])) > 1000
    assert max(map(abs, audio.samples[-10:])) < 50
    assert max(map(abs, audio.samples)) == 20_000
