"""A desktop of the benchmark's own: a screen nobody sees, a session bus, a window manager, a tray, an empty home."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from hipback_desktop.desktop.x11 import X11Connection, X11Error
from tests.bench.processes import tree
from tests.bench.real_program import until

PROGRAMS = ("Xvfb", "dbus-daemon", "openbox", "trayer")
PACKAGES = "apt install xvfb dbus openbox trayer"
LAPTOP, LARGE = "1280x800", "3840x2160"
X_SERVER = "BENCH_X_SERVER"
"""Names the process that draws, for who measures it."""
TRAY = "_NET_SYSTEM_TRAY_S0"
_FOREIGN = ("XDG_", "QT_", "GTK_", "DBUS_", "LC_", "WAYLAND_", "PYTHONDONTWRITEBYTECODE")
"""The last would have every start compile the program anew, which no installed one does."""
_COMES_UP_SECONDS = 20.0
_ENDS_SECONDS = 3.0


def missing_desktop() -> str | None:
    """Why there can be none, as a sentence."""
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    return f"{', '.join(missing)} is not installed ({PACKAGES})" if missing else None


@dataclass(frozen=True)
class PrivateDesktop:
    """``environment`` is what a program on it gets."""

    environment: Mapping[str, str]

    def start(self, command: Sequence[str], folder: Path | None = None) -> subprocess.Popen[bytes]:
        """A program on this desktop; what it says is nobody's business."""
        return subprocess.Popen(
            command,
            env=dict(self.environment),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def connection(self) -> X11Connection:
        return X11Connection(self.environment)


@contextmanager
def private_desktop(size: str = LAPTOP) -> Iterator[PrivateDesktop]:
    """All of it is gone afterwards, and whatever was left running on it."""
    with tempfile.TemporaryDirectory(prefix="hipback-desktop-", ignore_cleanup_errors=True) as folder:
        environment = _environment(Path(folder))
        started: list[subprocess.Popen[bytes]] = []
        try:
            started.append(_x_server(environment, size))
            environment[X_SERVER] = str(started[0].pid)
            # of the system's bus people find one there, though nobody may be on it
            for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
                bus, environment[name] = _bus(environment)
                started.append(bus)
            desktop = PrivateDesktop(environment)
            started += [desktop.start(["openbox", "--sm-disable"]), desktop.start(_tray_command())]
            connection = desktop.connection()
            until(lambda: connection.selection_owner(TRAY), _COMES_UP_SECONDS, "the tray is there", every=0.02)
            connection.close()
            yield desktop
        finally:
            end([pid for process in reversed(started) for pid in tree(process.pid)])
            for process in started:
                process.wait()


def end(pids: Sequence[int]) -> None:
    """Asks processes to end, and ends those that do not."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, number)
        with suppress(TimeoutError):
            until(lambda: not any(map(_lives, pids)), _ENDS_SECONDS, "they have ended", every=0.02)
            return


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _environment(folder: Path) -> dict[str, str]:
    """That of a person who has just logged in for the first time."""
    home, runtime = folder / "home", folder / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
    kept.pop("XAUTHORITY", None)
    return {**kept, "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "XDG_SESSION_TYPE": "x11", "LANG": "C.UTF-8"}


def _x_server(environment: dict[str, str], size: str) -> subprocess.Popen[bytes]:
    """The screen; its number goes into the environment."""
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(words, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as numbers:
        environment["DISPLAY"] = f":{numbers.readline().strip()}"
    if environment["DISPLAY"] == ":":
        raise X11Error("Xvfb did not start")
    return server


def _bus(environment: dict[str, str]) -> tuple[subprocess.Popen[bytes], str]:
    """A bus, and its address."""
    words = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    bus = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert bus.stdout is not None
    return bus, bus.stdout.readline().decode().strip()


def _tray_command() -> list[str]:
    words = "trayer --edge bottom --align right --widthtype request --height 24 --SetDockType true --distance 0"
    return words.split()
