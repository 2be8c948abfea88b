"""How exactly cues are heard, and how soon again after each fault: ``python tests/bench/bench_sound.py``.

Needs PulseAudio, its tools and numpy. Onsets are measured on what a private sound server recorded; the time until cues
are heard again is that of the first play after the fault, and a recording confirms that plays are heard then.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import espeakng_loader
from PySide6.QtCore import QCoreApplication

from hipback_desktop.paths import asset
from hipback_desktop.sound.announcer import SoundKind
from tests.bench.onsets import LOUD, PHRASES, Run, a_run, heard_onsets
from tests.sound.matching import RATE, best_match, samples_of, template_of
from tests.sound.sound_server import Recorder, SoundServer, missing_program

ALIKE = 0.8


def measure_onsets(server: SoundServer, count: int) -> None:
    onsets = heard_onsets(server, count)
    plays, delays = onsets.plays, onsets.delays
    latency = statistics.median(delays)
    by_kind = {
        kind.value: statistics.median(d - latency for d, p in zip(delays, plays, strict=True) if p.kind is kind) * 1000
        for kind in SoundKind
    }
    print(f"onsets of {count} cues, {onsets.played} played; likeness at least {onsets.likeness:.3f}")
    report("constant latency removed", onsets.errors_ms)
    slope, offset = statistics.linear_regression([play.at for play in plays], delays)
    report(
        f"and the recorder's drift of {slope * 1e6:.0f} ppm",
        [abs(delay - offset - slope * play.at) * 1000 for delay, play in zip(delays, plays, strict=True)],
    )
    print(f"  median by kind, ms: {by_kind}")


def report(what: str, errors: list[float]) -> None:
    errors = sorted(errors)
    print(f"  error, {what}: median {statistics.median(errors):.1f} ms", end=", ")
    print(f"p95 {errors[int(len(errors) * 0.95)]:.1f} ms, largest {errors[-1]:.1f} ms")


def is_heard(recorder: Recorder) -> bool:
    recording = samples_of(recorder.stop())
    return best_match(recording, template_of(asset(f"sounds/{LOUD}.wav")), 0, len(recording) / RATE).likeness >= ALIKE


def recovery(server: SoundServer, fault: Callable[[Run], float]) -> str:
    """Chimes every half second; ``fault`` does its worst and returns the moment from which they could be heard."""
    with a_run(server) as run:
        run.chime_every(0.5, 25.0)
        run.wait(4.0)
        possible_at = fault(run)
        run.wait(9.0)
        recorder = server.record()
        run.wait(3.0)
        after = [at for _sound, _planned, at in run.heard if at > possible_at + 0.1]
        seconds = f"{after[0] - possible_at:.1f} s" if after else "never"
        return f"{seconds}, recording confirms: {is_heard(recorder)}; messages: {run.sentences or 'none'}"


def server_restarted(server: SoundServer) -> Callable[[Run], float]:
    def fault(run: Run) -> float:
        server.kill()
        run.wait(2.0)
        server.start()
        return run.clock.monotonic()

    return fault


def player_signalled(number: int) -> Callable[[Run], float]:
    def fault(run: Run) -> float:
        run.signal_player(number)
        return run.clock.monotonic()

    return fault


def device_comes_late(server: SoundServer) -> Callable[[Run], float]:
    def fault(run: Run) -> float:
        server.start()
        return run.clock.monotonic()

    return fault


def render_killed() -> str:
    with a_run() as run:
        texts = [f"Phrase number {number}, breathe out slowly." for number in range(30)]
        child = run.announcer._renderer._child
        kills: list[int] = []

        def kill_once() -> None:
            if not kills and child.is_running:
                kills.append(child.process_id)
                os.kill(child.process_id, signal.SIGKILL)

        run.announcer.lengths_changed.connect(kill_once)
        start = run.clock.monotonic()
        run.prepare(*texts)
        ready = sum(run.announcer.seconds_of(text) is not None for text in texts)
        seconds = run.clock.monotonic() - start
        return f"{len(kills)} kill, {ready} of 30 phrases after {seconds:.1f} s; messages: {run.sentences or 'none'}"


def speech_broken(environment: dict[str, str]) -> str:
    """What a person reads when the speech library is missing or damaged, and how long that takes."""
    before = {name: os.environ.get(name) for name in environment}
    os.environ.update(environment)
    try:
        with a_run() as run:
            start = run.clock.monotonic()
            run.prepare(*PHRASES)
            return f"known after {run.clock.monotonic() - start:.1f} s; messages: {run.sentences or 'none'}"
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def without_library(folder: Path) -> dict[str, str]:
    (folder / "espeakng_loader.py").write_text("raise ImportError('not installed')\n", encoding="utf-8")
    return {"PYTHONPATH": str(folder)}


def with_damaged_voice(folder: Path) -> dict[str, str]:
    copied = folder / "espeak-ng-data"
    shutil.copytree(espeakng_loader.get_data_path(), copied)
    phonemes = copied / "phondata"
    phonemes.write_bytes(phonemes.read_bytes()[:5000])
    return {"ESPEAK_DATA_PATH": str(copied)}


def without_voice_files(folder: Path) -> dict[str, str]:
    return {"ESPEAK_DATA_PATH": str(folder / "nowhere")}


def measure_faults(server: SoundServer) -> None:
    for name, fault in (
        ("sound server killed, started again", server_restarted(server)),
        ("player SIGKILL", player_signalled(signal.SIGKILL)),
        ("player SIGSTOP", player_signalled(signal.SIGSTOP)),
    ):
        server.start()
        print(f"{name}: heard again after {recovery(server, fault)}", flush=True)
    print(f"no sound device, then one: heard after {recovery(server, device_comes_late(server))}", flush=True)
    print(f"render SIGKILL mid-phrase: {render_killed()}", flush=True)
    for name, damage in (
        ("no speech library", without_library),
        ("damaged voice data", with_damaged_voice),
        ("no voice data", without_voice_files),
    ):
        with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
            print(f"{name}: {speech_broken(damage(Path(folder)))}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cues", type=int, default=64)
    parser.add_argument("--faults-only", action="store_true")
    arguments = parser.parse_args()
    missing = missing_program()
    if missing is not None:
        print(f"{missing} is not installed: apt install pulseaudio pulseaudio-utils", file=sys.stderr)
        return 1
    application = QCoreApplication([])
    server = SoundServer()
    os.environ.update(server.environment)
    load = subprocess.run(["uptime"], capture_output=True, text=True, check=False).stdout.strip()
    print(f"{application.applicationName()}: {load}", flush=True)
    try:
        if not arguments.faults_only:
            measure_onsets(server, arguments.cues)
        measure_faults(server)
    finally:
        server.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
