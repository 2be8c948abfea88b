"""The program as a user runs it, started by a benchmark: its window, its log, its children, its answers.

A benchmark that uses this needs a screen to open windows on (``DISPLAY``, such as that of ``xvfb-run``).
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hipback_desktop.core.errors import UserError
from hipback_desktop.desktop.control_client import ask
from hipback_desktop.paths import folders

ROOT = Path(__file__).resolve().parents[2]
LOOK_SECONDS = 0.005
ENDS_WITHIN_SECONDS = 20.0
_LINE = re.compile(r"\d\d:\d\d:\d\d\.\d+ hipback_desktop\.(\S+): (\S+): (.*)")
_STARTS_WITHIN_SECONDS = 30.0


@dataclass(frozen=True)
class Told:
    """A line of the program's log: when it came (monotonic), and its value."""

    at: float
    what: str
    value: Any


class RealProgram:
    """One running ``python -m hipback_desktop``; everything it logs is kept."""

    def __init__(self, data_dir: Path, *arguments: str, environment: dict[str, str] | None = None) -> None:
        self.data_dir = data_dir
        self.lines: list[tuple[float, str]] = []
        self._process = subprocess.Popen(
            [*_command(data_dir), *arguments],
            cwd=ROOT,
            env={**os.environ, "HIPBACK_LOG": "debug", **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def told(self, what: str) -> list[Told]:
        """What the log says of one thing: ``planned``, ``rendered``, ``played``, ``notice``."""
        matches = ((at, _LINE.fullmatch(line)) for at, line in self.lines.copy())
        return [Told(at, what, _value(match[3])) for at, match in matches if match and match[2] == what]

    def complaints(self) -> list[str]:
        """Lines that no debug log should have: what Python or Qt print when something went wrong."""
        return [line for _at, line in self.lines if "Traceback" in line or "Error:" in line]

    def status(self) -> dict[str, Any]:
        """What ``hipback status`` is told; idle while the window is still opening."""
        try:
            return ask(folders(self.data_dir).socket, {"command": "status"})
        except UserError as error:  # not there yet, or just gone
            return {"state": "unknown", "error": str(error)}

    def wait_for_state(self, state: str, seconds: float = _STARTS_WITHIN_SECONDS) -> float:
        """The moment the session was first seen in this state."""
        return until(lambda: self.status()["state"] == state, seconds, f"the session is {state}", every=0.02)

    def child(self, name: str) -> int | None:
        """The process id of the ``player`` or the ``render`` process."""
        return next((pid for pid in children_of(self.pid) if _is_sound_process(pid, name)), None)

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        """The end of a power cut, as far as a program can tell."""
        self._process.kill()
        self._finish()

    def close(self) -> int:
        """Ends it in good order; its exit code."""
        if self.is_running:
            self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(ENDS_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._finish()
        return self._process.returncode

    def _finish(self) -> None:
        self._process.wait()
        self._reader.join(2.0)

    def _read(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self.lines.append((time.monotonic(), line.rstrip()))


@contextmanager
def a_program(data_dir: Path, *arguments: str, environment: dict[str, str] | None = None) -> Iterator[RealProgram]:
    program = RealProgram(data_dir, *arguments, environment=environment)
    try:
        yield program
    finally:
        program.close()


def answer_of(data_dir: Path, *arguments: str) -> Any:
    """The JSON document of another command, such as ``history``."""
    done = subprocess.run(
        [*_command(data_dir), *arguments, "--json"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return json.loads(done.stdout)


def until(is_so: Callable[[], object], seconds: float, what: str, every: float = LOOK_SECONDS) -> float:
    """Waits until something is so; the moment it was."""
    stop = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > stop:
            raise TimeoutError(f"waited {seconds:.0f} s in vain until {what}")
        time.sleep(every)
    return time.monotonic()


def children_of(parent: int) -> list[int]:
    found = Path(f"/proc/{parent}/task").glob("*/children")
    return [int(pid) for file in found for pid in file.read_text().split()]


def picture(file: Path) -> None:
    """The screen as it is now, when a program for that is installed."""
    if shutil.which("scrot"):
        file.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["scrot", "--overwrite", str(file)], check=False, timeout=30)


def missing_screen() -> str | None:
    """Why no window can be opened, as a sentence."""
    if os.environ.get("DISPLAY"):
        return None
    return "there is no screen: run this within a desktop session, or under xvfb-run -s '-screen 0 1280x800x24'"


def _command(data_dir: Path) -> list[str]:
    return [sys.executable, "-m", "hipback_desktop", "--data-dir", str(data_dir)]


def _is_sound_process(pid: int, name: str) -> bool:
    try:
        return f"hipback_desktop.sound.{name}".encode() in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False


def _value(text: str) -> Any:
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text
