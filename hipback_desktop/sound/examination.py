"""Asks the two sound processes what they can do, for ``hipback doctor``; waits for each, so never in the window."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import asdict
from pathlib import Path

from hipback_desktop.core.language import gettext as _
from hipback_desktop.sound.command import child_command, child_folder
from hipback_desktop.sound.condition import Condition, no_output, no_voice, output_broken, voice_broken
from hipback_desktop.sound.line import Message, encode, parse
from hipback_desktop.sound.voice import VoiceChoice

_PATIENCE_SECONDS = 15.0


def examined_voice(choice: VoiceChoice) -> Condition:
    """Whether a phrase can be spoken in this voice, by speaking one into a file."""
    with tempfile.TemporaryDirectory(prefix="hipback-") as folder:
        request = {"text": _("Exhale into the stretch."), "file": str(Path(folder) / "phrase.wav")}
        answers = _conversation("render", [asdict(choice), request])
    unavailable = next((answer["unavailable"] for answer in answers if "unavailable" in answer), None)
    if unavailable is not None:
        return no_voice(unavailable)
    seconds = next((answer["seconds"] for answer in answers if "seconds" in answer), None)
    engine = next((answer["engine"] for answer in answers if "engine" in answer), None)
    if seconds is None or engine is None:
        return voice_broken()
    return Condition(True, _("Speaks with {engine}.").format(engine=engine))


def examined_output() -> Condition:
    """Whether there is something to play on."""
    answers = _conversation("player", [{"quit": True}])
    outputs = next((answer["ready"]["outputs"] for answer in answers if "ready" in answer), None)
    if outputs is None:
        return output_broken()
    if not outputs:
        return no_output()
    return Condition(True, _("Plays on {device}.").format(device=outputs[0]))


def _conversation(child: str, requests: list[Message]) -> list[Message]:
    """Everything a sound process answers before it ends; one that hangs is ended, one that dies says less."""
    try:
        finished = subprocess.run(
            child_command(child),
            input=b"".join(encode(request) for request in requests),
            capture_output=True,
            timeout=_PATIENCE_SECONDS,
            check=False,
            cwd=child_folder(),
        )
        output = finished.stdout
    except subprocess.TimeoutExpired as error:
        output = error.stdout or b""
    answers = (parse(line) for line in output.splitlines())
    return [answer for answer in answers if answer is not None]
