"""What a running session costs, process by process: ``python tests/bench/bench_cpu.py [SECONDS [ROUTINE]]``.

Plays a routine with sound in a real window (a screen is needed; 1280 × 800 is the size to compare) and a private sound
server, and prints the CPU time of each process in percent of one core, and how often it was woken. A minute and
hip_flexor holds by default. The X server is found through ``BENCH_X_SERVER`` or by its name. Ends with 1 when the
window's process takes more than the target.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.private_desktop import X_SERVER
from tests.bench.processes import cpu_seconds, wake_ups
from tests.bench.real_program import a_program, missing_screen, picture, until
from tests.sound.sound_server import SoundServer, missing_program

TARGET_PERCENT = 6.0
SETTLE_SECONDS = 20.0
ROUTINE = {
    "format": "hipback-routine",
    "version": 1,
    "id": "bench_cpu",
    "name": "Bench of holds",
    "summary": "Holds of half a minute.",
    "tags": [],
    "notes": [],
    "blocks": [{"phase": "stretch", "steps": [{"exercise": "hip_flexor_standing", "sets": 4, "seconds": 30}]}],
}


def x_server() -> int | None:
    """The process that draws on our screen."""
    if X_SERVER in os.environ:
        return int(os.environ[X_SERVER])
    comms = ((int(file.parent.name), file.read_text().strip()) for file in Path("/proc").glob("[0-9]*/comm"))
    return next((pid for pid, comm in comms if comm in ("Xvfb", "Xorg", "Xephyr")), None)


def costs(pids: Mapping[str, int], seconds: float) -> dict[str, tuple[float, float]]:
    """Of each process, over so many seconds: percent of one core, and wake-ups a second."""
    before = {name: (cpu_seconds(pid), wake_ups(pid)) for name, pid in pids.items()}
    start = time.monotonic()
    time.sleep(seconds)
    spent = time.monotonic() - start
    return {
        name: (100 * (cpu_seconds(pid) - before[name][0]) / spent, (wake_ups(pid) - before[name][1]) / spent)
        for name, pid in pids.items()
    }


@contextmanager
def a_session(routine: str | None = None) -> Iterator[dict[str, int]]:
    """A routine that plays with sound, the start of it over; its processes by name."""
    server = SoundServer()
    os.environ.update(server.environment)
    server.start()
    try:
        with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
            file = Path(folder) / "bench_cpu.hipback.json"
            file.write_text(json.dumps(ROUTINE), encoding="utf-8")
            words = ("start", routine or str(file))
            with a_program(Path(folder) / "data", *words, environment={"HIPBACK_LOG": ""}) as program:
                program.wait_for_state("running")
                until(lambda: program.child("player"), 10, "the player runs")
                time.sleep(SETTLE_SECONDS)
                pids = {"window": program.pid, "player": program.child("player"), "X server": x_server()}
                yield {name: pid for name, pid in pids.items() if pid}
                if "BENCH_PICTURES" in os.environ:
                    picture(Path(os.environ["BENCH_PICTURES"]) / "cpu.png")
    finally:
        server.close()


def missing() -> str | None:
    """Why this cannot be measured here."""
    return missing_screen() or (f"{missing_program()} is not installed" if missing_program() else None)


def main() -> int:
    reason = missing()
    if reason:
        print(reason, file=sys.stderr)
        return 1
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 75.0
    with a_session(sys.argv[2] if len(sys.argv) > 2 else None) as pids:
        found = costs(pids, seconds)
    for name, (percent, wakes) in found.items():
        print(f"{name:14} {percent:6.2f} % of a core {wakes:8.1f} wake-ups a second")
    print(f"target for the window: under {TARGET_PERCENT:.0f} %")
    return 1 if found["window"][0] >= TARGET_PERCENT else 0


if __name__ == "__main__":
    sys.exit(main())
