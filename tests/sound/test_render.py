"""The real speech library, in its own process: what it writes is whole, trimmed and private."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from hipback_desktop.sound.command import child_command, child_folder, run_child
from hipback_desktop.sound.voice import VoiceChoice, default_voice
from hipback_desktop.sound.wav import cleaned, read_audio

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the default voice is eSpeak's")


def render(*requests: dict[str, Any], choice: VoiceChoice | None = None) -> list[dict[str, Any]]:
    lines = [asdict(choice or default_voice()), *requests]
    finished = subprocess.run(
        child_command("render"),
        input="".join(json.dumps(line) + "\n" for line in lines),
        capture_output=True,
        text=True,
        cwd=child_folder(),
        timeout=60,
        check=True,
    )
    return [json.loads(line) for line in finished.stdout.splitlines()]


def test_phrases_are_rendered_trimmed_and_private(tmp_path: Path) -> None:
    folder = tmp_path / "cues"
    texts = ["Switch sides.", "Two.", "Exhale into the stretch."]
    requests = [{"text": text, "file": str(folder / f"{number}.wav")} for number, text in enumerate(texts)]
    engine, *answers = render(*requests)
    assert "espeak" in engine["engine"]
    assert [answer["text"] for answer in answers] == texts
    assert [answer["seconds"] for answer in answers] == pytest.approx([1.1, 0.4, 1.8], rel=0.25)
    for answer in answers:
        audio = read_audio(Path(answer["file"]))
        assert audio.seconds == pytest.approx(answer["seconds"])
        assert cleaned(audio).seconds > audio.seconds - 0.03
        assert stat.S_IMODE(Path(answer["file"]).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(list(folder.iterdir())) == len(texts)


def test_the_rate_is_kept_for_every_phrase(tmp_path: Path) -> None:
    requests = [{"text": "Switch sides.", "file": str(tmp_path / f"{number}.wav")} for number in range(3)]
    slow, fast = (
        [answer["seconds"] for answer in render(*requests, choice=VoiceChoice("en-us", rate))[1:]]
        for rate in (110, 170)
    )
    assert max(fast) < 0.85 * min(slow)
    assert max(slow) == pytest.approx(min(slow), rel=0.02)


def test_an_unknown_voice_is_a_sentence() -> None:
    (answer,) = render(choice=VoiceChoice("no such voice"))
    assert "no such voice" in answer["unavailable"]


def test_what_cannot_be_spoken_is_an_answer_too(tmp_path: Path) -> None:
    answers = render(
        {"text": "a" * 20_000, "file": str(tmp_path / "long.wav")},
        {"text": "Two.", "file": str(tmp_path / "two.wav")},
    )
    assert "error" in answers[1]
    assert "seconds" in answers[2]


def test_voices_are_listed() -> None:
    answers = render({"list": True})
    assert {"id", "name"} == set(answers[1]["voices"][0])


def test_a_frozen_program_starts_itself_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command("player") == [sys.executable, "--sound-process", "player"]


@pytest.mark.parametrize("arguments", [[], ["start"], ["--sound-process"], ["--sound-process", "os"]])
def test_other_arguments_are_not_for_a_sound_process(arguments: list[str]) -> None:
    assert run_child(arguments) is None
