"""Lines of the table: what the bundle takes, beside Hipback installed by pip and beside a bare window, bundled.

Measured when ``packaging/build.py bundle`` has been run; the bare window is bundled with the same PyInstaller.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from statistics import median

from tests.bench.contestants import BARE, ROOT, WINDOW, Contestant, bare, hipback, shown
from tests.bench.parts_program import middle
from tests.bench.private_desktop import PrivateDesktop
from tests.bench.processes import cpu_seconds, cpu_seconds_of_ended_children, resident_mb, tree
from tests.bench.table import Line, measured

BUNDLE, BUILDERS = ROOT / "dist/hipback", ROOT / "build/environment/bin/python"
BARE_BUNDLE = ROOT / "build/bench/bare"
PIP, OURS, BARE_BUNDLED = "Hipback by pip", "the bundle", "a bare window, bundled"
FOLDER = "folder"
OWN_FOLDERS = ("hipback_desktop", "assets")
SETTLE_SECONDS = 3.0
"""From the start of each, so that all had as long for what they do after their first frame."""


@dataclass(frozen=True)
class Cost:
    """Of one start: seconds to the first frame, processor time of all that it did, memory once it is calm."""

    frame: float | None
    cpu_ms: float
    memory_mb: float


def bundle(*, quick: bool) -> list[Line]:
    """Folder, first frame, processor and memory, started in turns."""
    if not BUNDLE.is_dir():
        return [Line("the bundle", why_not="python3 packaging/build.py bundle has not been run")]
    _bundle_bare_window()
    with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
        by_pip = replace(hipback(Path(folder, "pip"), waits=False), name=PIP)
        bundled = hipback(Path(folder, "bundle"), waits=False)
        bundled = replace(bundled, name=OURS, command=(*bundled.command[:2], str(BUNDLE / "hipback")))
        bare_bundled = Contestant(BARE_BUNDLED, (str(BARE_BUNDLE / "bare"), "label"), has_window=True)
        contestants = (by_pip, bundled, bare(WINDOW), bare_bundled)
        costs = _costs(PrivateDesktop(os.environ), contestants, 3 if quick else 15)
    sizes = {OURS: _megabytes(_files(BUNDLE)), BARE_BUNDLED: _megabytes(_files(BARE_BUNDLE))}
    sizes[PIP] = _megabytes(_installed_by_pip())
    figures: dict[tuple[str, str], Callable[[str], float]] = {
        (FOLDER, "MB"): lambda name: sizes[name],
        ("first frame", "ms"): lambda name: middle(cost.frame for cost in costs[name]),
        ("processor in 3 s", "ms"): lambda name: median(cost.cpu_ms for cost in costs[name]),
        ("memory (resident)", "MB"): lambda name: median(cost.memory_mb for cost in costs[name]),
    }
    pairs = ((OURS, PIP), (OURS, BARE_BUNDLED), (BARE_BUNDLED, WINDOW))
    return [
        measured(f"{name}, beside {beside}: {what}", unit, figure(name), figure(beside), beside=beside)
        for (what, unit), figure in figures.items()
        for name, beside in pairs
        if beside in sizes or what != FOLDER
    ]


def _costs(desktop: PrivateDesktop, contestants: Sequence[Contestant], times: int) -> dict[str, list[Cost]]:
    """The first turn, in which files are read for the first time, does not count."""
    found: dict[str, list[Cost]] = {contestant.name: [] for contestant in contestants}
    for turn in range(times + 1):
        for contestant in contestants:
            began = time.monotonic()
            with shown(desktop, contestant) as (pid, seen):
                time.sleep(max(0.0, SETTLE_SECONDS - (time.monotonic() - began)))
                pids = tree(pid)
                cpu = sum(cpu_seconds(each) + cpu_seconds_of_ended_children(each) for each in pids)
                if turn:
                    found[contestant.name].append(Cost(seen.frame, cpu * 1000, resident_mb(pids)))
    return found


def _bundle_bare_window() -> None:
    """As PyInstaller does it by itself, with all that it takes along."""
    if not BARE_BUNDLE.is_dir():
        places = [f"--{name}path={BARE_BUNDLE.parent / place}" for name, place in (("work", "work"), ("spec", ""))]
        words = ["--noconfirm", "--log-level=ERROR", f"--distpath={BARE_BUNDLE.parent}", *places, BARE]
        subprocess.run([str(BUILDERS), "-m", "PyInstaller", *words], check=True, stdout=subprocess.DEVNULL)


def _installed_by_pip() -> Iterator[Path]:
    """The files of Hipback and of all that pip installs with it."""
    for name in OWN_FOLDERS:
        yield from _files(ROOT / name)
    wanted, seen = ["hipback-desktop"], set[str]()
    while wanted:
        name = wanted.pop()
        try:
            found = distribution(name)
        except PackageNotFoundError:  # for another system
            continue
        if name not in seen:
            seen.add(name)
            yield from (Path(str(file.locate())) for file in found.files or ())
            needs = (need for need in found.requires or () if "extra ==" not in need)
            wanted += [re.split(r"[^\w.-]", need, maxsplit=1)[0].lower().replace("_", "-") for need in needs]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if "__pycache__" not in path.parts)


def _megabytes(files: Iterator[Path]) -> float:
    """A link counts as nothing."""
    return sum(path.stat().st_size for path in files if path.is_file() and not path.is_symlink()) / 1e6
