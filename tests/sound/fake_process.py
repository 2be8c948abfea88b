"""A real child process that plays a part: ``python fake_process.py PART FOLDER``; FOLDER counts its starts.

It needs nothing of the package, so that it starts in no time.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
import wave
from pathlib import Path
from typing import Any

READY: dict[str, Any] = {"ready": {"outputs": ["Speaker"]}}
DEAF: dict[str, Any] = {"ready": {"outputs": []}}


def write(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say(message: dict[str, Any]) -> None:
    write(json.dumps(message))


def hang() -> None:
    while True:
        time.sleep(60)


def play(command: dict[str, Any]) -> None:
    """Everything scheduled begins at once and is over at once."""
    for entry in command.get("schedule", []):
        say({"playing": entry["id"], "at": entry["at"], "planned": entry["at"]})
        say({"done": entry["id"]})
    if "play" in command:
        say({"playing": command["play"], "at": 1.0, "planned": 1.0})
        say({"done": command["play"]})
    if "ping" in command:
        say({"pong": command["ping"]})


def slow_player() -> None:
    """Like the real one on a busy computer: ready after a while, gone at once when its input ends."""

    def read() -> None:
        for _line in sys.stdin:
            pass
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    time.sleep(0.5)
    say(READY)
    hang()


def player(part: str, start: int) -> None:
    if part == "slow":
        slow_player()
    if part == "hangs":
        hang()
    say(DEAF if part == "deaf once" and start == 1 else READY)
    for line in sys.stdin:
        command = json.loads(line)
        wants = bool(command.get("schedule"))
        if wants and start == 1 and part == "crash once":
            os.kill(os.getpid(), signal.SIGSEGV)
        if wants and start == 1 and part == "freeze once":
            os.kill(os.getpid(), signal.SIGSTOP)
        if part == "nonsense":
            write("Audio saved to nowhere\n\x00\n[1, 2]\nnull")
        if not (wants and start == 1 and part == "deaf once"):
            play(command)


def render(part: str) -> None:
    settings = json.loads(sys.stdin.readline())
    if part == "exit 1":
        sys.exit(1)
    say({"unavailable": "No voice."} if part == "no voice" else {"engine": f"fake {settings['rate']}"})
    for line in sys.stdin:
        request = json.loads(line)
        if "list" in request:
            say({"voices": [{"id": "fake", "name": "Fake"}]})
            continue
        if part == "segv on Bad" and request["text"] == "Bad.":
            os.kill(os.getpid(), signal.SIGSEGV)
        if part == "nonsense":
            write("Audio saved to nowhere")
        file = Path(request["file"])
        file.parent.mkdir(parents=True, exist_ok=True)
        with wave.open(str(file), "wb") as output:
            output.setparams((1, 2, 22_050, 0, "NONE", ""))
            output.writeframes(b"\x01\x10" * 2205)
        say({"text": request["text"], "file": str(file), "seconds": 0.1})


def main() -> None:
    _program, role, part, folder = sys.argv
    starts = Path(folder) / role
    with starts.open("a") as file:
        file.write("x")
    if role == "player":
        player(part, starts.stat().st_size)
    else:
        render(part)


if __name__ == "__main__":
    main()
