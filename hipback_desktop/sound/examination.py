"""Asks the two sound processes what they can do, for ``hipback doctor``; waits for each, so never in the window."""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
import threading
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
        command = child_command("render")
        answers = _answers(command, [asdict(choice), request], ("unavailable", "seconds", "error"), _PATIENCE_SECONDS)
    unavailable = next((answer["unavailable"] for answer in answers if "unavailable" in answer), None)
    if unavailable is not None:
        return no_voice(unavailable)
    seconds = next((answer["seconds"] for answer in answers if "seconds" in answer), None)
    engine = next((answer["engine"] for answer in answers if "engine" in answer), None)
    if seconds is None or engine is None:
        return voice_broken()
    return Condition(True, _("Speaks with {engine}.").format(engine=engine))


def examined_output(command: list[str] | None = None, patience_seconds: float = _PATIENCE_SECONDS) -> Condition:
    """Whether there is something to play on; ``command`` starts the player."""
    answers = _answers(command or child_command("player"), [], ("ready",), patience_seconds)
    outputs = next((answer["ready"]["outputs"] for answer in answers if "ready" in answer), None)
    if outputs is None:
        return output_broken()
    if not outputs:
        return no_output()
    return Condition(True, _("Plays on {device}.").format(device=outputs[0]))


def _answers(
    command: list[str], requests: list[Message], last: tuple[str, ...], patience_seconds: float
) -> list[Message]:
    """What a sound process answers, up to the first answer with one of ``last``.

    Its input stays open until then: a player whose input ends is gone at once, however far it has come. One that hangs
    is ended, one that dies says less.
    """
    answers: list[Message] = []
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0, cwd=child_folder()
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        patience = threading.Timer(patience_seconds, process.kill)
        patience.start()
        with contextlib.suppress(BrokenPipeError):  # it died already: what it said, if anything, is read below
            process.stdin.write(b"".join(encode(request) for request in requests))
        for line in process.stdout:
            answer = parse(line)
            if answer is not None:
                answers.append(answer)
                if any(key in answer for key in last):
                    break
        patience.cancel()
        process.kill()
    return answers
