"""A private sound server without a sound card, and a recorder of what it plays."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

_SINK = "cues"
_RATE = 48_000
_TRIES = 200
_PROGRAMS = ("pulseaudio", "pactl", "parec")


def missing_program() -> str | None:
    """The first program of PulseAudio that is not installed."""
    return next((program for program in _PROGRAMS if shutil.which(program) is None), None)


class SoundServer:
    """PulseAudio with one sink that leads nowhere; it can be ended and started again at the same address."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="hipback-sound-"))  # short: a socket's path is 108 bytes at most
        self.environment = {
            "XDG_RUNTIME_DIR": str(self._folder),
            "XDG_CONFIG_HOME": str(self._folder),
            "PULSE_SERVER": f"unix:{self._folder}/pulse/native",
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server and wait until it answers."""
        modules = (
            "module-native-protocol-unix auth-anonymous=1",
            f"module-null-sink sink_name={_SINK} rate={_RATE}",
        )
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1"]
        for module in modules:
            command += ["-L", module]
        self._process = subprocess.Popen(
            command, env=self._whole_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(_TRIES):
            asked = subprocess.run(
                ["pactl", "info"], env=self._whole_environment(), capture_output=True, timeout=30, check=False
            )
            if asked.returncode == 0:
                return
        raise RuntimeError("PulseAudio does not answer")

    def kill(self) -> None:
        """End the server as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def close(self) -> None:
        self.kill()
        shutil.rmtree(self._folder)

    def record(self) -> Recorder:
        """Begin to record; returns once sound arrives."""
        return Recorder(self._whole_environment(), self._folder / "recorded.raw")

    def _whole_environment(self) -> dict[str, str]:
        return {**os.environ, **self.environment}


class Recorder:
    """What the server plays, as raw samples: 16 bit, mono, 48 kHz."""

    def __init__(self, environment: dict[str, str], file: Path) -> None:
        self._file = file
        # A recorder in more of a hurry than this causes the dropouts it then records.
        command = ["parec", "-d", f"{_SINK}.monitor", "--format=s16le", f"--rate={_RATE}", "--channels=1"]
        with file.open("wb") as output:
            self._process = subprocess.Popen(
                [*command, "--raw", "--latency-msec=100"], env=environment, stdout=output, stderr=subprocess.DEVNULL
            )

    @property
    def is_recording(self) -> bool:
        return self._file.stat().st_size > 0

    def stop(self) -> bytes:
        """Everything recorded."""
        self._process.terminate()
        self._process.wait()
        content = self._file.read_bytes()
        return content[: len(content) // 2 * 2]
