"""How long the shipped content and hostile files take: ``python tests/bench/bench_catalogue.py``."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from hipback_desktop import paths
from hipback_desktop.catalogue.catalogue import check_file, load_catalogue, usable_exercises
from tests.catalogue.damage import damaged_files
from tests.catalogue.documents import a_routine

LARGE = (
    b"[]," * 333_000,
    b'"",' * 333_000,
    b'{"format": "hipback-routine", "blocks": [' + b"{}," * 300_000 + b"{}]}",
    b'{"format": "hipback-routine", "blocks": ['
    + b",".join(
        [b'{"phase": "calm", "steps": [' + b",".join([b'{"exercise": "figure_for_sitting"}'] * 100) + b"]}"] * 100
    )
    + b"]}",
    b'{"format": "hipback-routine", "id": 1, "id": 2, '
    + b",".join(b'"k%d": 1' % number for number in range(60_000))
    + b"}",
)


def shipped_content() -> None:
    times = []
    for _ in range(20):
        start = time.perf_counter()
        load_catalogue(paths.asset)
        times.append((time.perf_counter() - start) * 1000)
    print(f"all that is shipped: first {times[0]:.1f} ms, best {min(times):.1f} ms")


def hostile_files(path: Path) -> None:
    times = []
    known = usable_exercises(paths.asset)
    for raw in (*damaged_files(a_routine(), 1000, 1), *LARGE):
        path.write_bytes(raw)
        start = time.perf_counter()
        check_file(path, known)
        times.append((time.perf_counter() - start) * 1000)
    print(f"{len(times)} hostile files: median {sorted(times)[len(times) // 2]:.1f} ms, slowest {max(times):.1f} ms")


if __name__ == "__main__":
    shipped_content()
    with tempfile.TemporaryDirectory() as folder:
        hostile_files(Path(folder) / "x.json")
