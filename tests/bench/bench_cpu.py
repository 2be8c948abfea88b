"""What a running session costs, process by process: ``python tests/bench/bench_cpu.py [SECONDS [ROUTINE]]``.

Plays a routine with sound in a real window (a screen is needed; 1280 × 800 is the size to compare) and a private sound
server, and prints the CPU time of each process in percent of one core, and how often it was woken. A minute and
hip_flexor holds by default. The X server is found through ``RIG_PIDS`` or by its name. Ends with 1 when the window's
process takes more than the target.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

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


def cpu_seconds(pid: int) -> float:
    """Of all threads that live."""
    total = 0
    for file in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        total += int(file.read_text().split()[0])
    return total / 1e9


def wake_ups(pid: int) -> int:
    total = 0
    for file in Path(f"/proc/{pid}/task").glob("*/status"):
        found = re.search(r"^voluntary_ctxt_switches:\s+(\d+)", file.read_text(), re.MULTILINE)
        total += int(found[1]) if found else 0
    return total


def x_server() -> int | None:
    """The process that draws on our screen."""
    named = re.search(r"xserver=(\d+)", os.environ.get("RIG_PIDS", ""))
    if named:
        return int(named[1])
    comms = ((int(file.parent.name), file.read_text().strip()) for file in Path("/proc").glob("[0-9]*/comm"))
    return next((pid for pid, comm in comms if comm in ("Xvfb", "Xorg", "Xephyr")), None)


def measure(pids: Mapping[str, int], seconds: float) -> dict[str, float]:
    """Prints a line for each process; its percents of one core over so many seconds."""
    before = {name: (cpu_seconds(pid), wake_ups(pid)) for name, pid in pids.items()}
    start = time.monotonic()
    time.sleep(seconds)
    spent = time.monotonic() - start
    percents = {}
    for name, pid in pids.items():
        cpu, wakes = cpu_seconds(pid) - before[name][0], wake_ups(pid) - before[name][1]
        percents[name] = 100 * cpu / spent
        print(f"{name:14} {percents[name]:6.2f} % of a core {wakes / spent:8.1f} wake-ups a second")
    return percents


def main() -> int:
    reason = missing_screen() or (f"{missing_program()} is not installed" if missing_program() else None)
    if reason:
        print(reason, file=sys.stderr)
        return 1
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 75.0
    server = SoundServer()
    os.environ.update(server.environment)
    server.start()
    try:
        with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
            file = Path(folder) / "bench_cpu.hipback.json"
            file.write_text(json.dumps(ROUTINE), encoding="utf-8")
            routine = sys.argv[2] if len(sys.argv) > 2 else str(file)
            with a_program(Path(folder) / "data", "start", routine, environment={"HIPBACK_LOG": ""}) as program:
                program.wait_for_state("running")
                until(lambda: program.child("player"), 10, "the player runs")
                time.sleep(SETTLE_SECONDS)
                pids = {"window": program.pid, "player": program.child("player"), "X server": x_server()}
                percents = measure({name: pid for name, pid in pids.items() if pid}, seconds)
                if "BENCH_PICTURES" in os.environ:
                    picture(Path(os.environ["BENCH_PICTURES"]) / "cpu.png")
    finally:
        server.close()
    print(f"target for the window: under {TARGET_PERCENT:.0f} %")
    return 1 if percents["window"] >= TARGET_PERCENT else 0


if __name__ == "__main__":
    sys.exit(main())
