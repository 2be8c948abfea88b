"""How long the shipped content and hostile files take: ``python tests/bench/bench_catalogue.py``."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median

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


def shipped_content(times: int = 20) -> list[float]:
    """Milliseconds of so many times that all of it is loaded."""
    return [milliseconds(lambda: load_catalogue(paths.asset)) for _ in range(times)]


def hostile_files(path: Path, count: int = 1000) -> list[tuple[float, float]]:
    """Milliseconds to check each, and only to read it as JSON, where it is that."""
    found = []
    known = usable_exercises(paths.asset)
    for raw in (*damaged_files(a_routine(), count, 1), *LARGE):
        path.write_bytes(raw)
        checking = milliseconds(partial(check_file, path, known))
        found.append((checking, milliseconds(partial(read_plainly, raw))))
    return found


def read_plainly(raw: bytes) -> None:
    with suppress(ValueError, RecursionError):
        json.loads(raw)


def milliseconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Prints both."""
    loaded = shipped_content()
    print(f"all that is shipped: first {loaded[0]:.1f} ms, best {min(loaded):.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        checked = [check for check, _read in hostile_files(Path(folder) / "x.json")]
    print(f"{len(checked)} hostile files: median {median(checked):.1f} ms, slowest {max(checked):.1f} ms")


if __name__ == "__main__":
    main()
