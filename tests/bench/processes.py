"""What running processes cost, as Linux counts it: processor time, wake-ups and memory, each of a whole tree."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_PROCESSES = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Rest:
    """What a tree of processes did in a minute; the time of the processor includes that of children that ended."""

    wake_ups: float
    cpu_ms: float


def cpu_seconds(pid: int) -> float:
    """Of all threads that live."""
    return sum(int(text.split()[0]) for text in _of_threads(pid, "schedstat")) / 1e9


def wake_ups(pid: int) -> int:
    """How often its threads came back from waiting."""
    found = (re.search(r"^voluntary_ctxt_switches:\s+(\d+)", text, re.MULTILINE) for text in _of_threads(pid, "status"))
    return sum(int(match[1]) for match in found if match)


def cpu_seconds_of_ended_children(pid: int) -> float:
    """In steps of a hundredth of a second."""
    fields = _read(_PROCESSES / f"{pid}/stat").rpartition(")")[2].split()
    return (int(fields[13]) + int(fields[14])) / _TICKS if fields else 0.0


def pss_mb(pids: Iterable[int]) -> float:
    """The memory of processes, what they share with others divided among all who share it."""
    texts = (_read(_PROCESSES / f"{pid}/smaps_rollup") for pid in pids)
    return sum(int(kb) for text in texts for kb in re.findall(r"^Pss:\s+(\d+)", text, re.MULTILINE)) / 1024


def resident_mb(pids: Iterable[int]) -> float:
    """The same with what is shared counted whole for each: it does not matter then who else has it in memory."""
    texts = (_read(_PROCESSES / f"{pid}/status") for pid in pids)
    return sum(int(kb) for text in texts for kb in re.findall(r"^VmRSS:\s+(\d+)", text, re.MULTILINE)) / 1024


def tree(root: int) -> list[int]:
    """A process and all below it."""
    children: dict[int, list[int]] = {}
    for file in _PROCESSES.glob("[0-9]*/stat"):
        fields = _read(file).rpartition(")")[2].split()
        if fields and fields[0] != "Z":
            children.setdefault(int(fields[1]), []).append(int(file.parent.name))
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found


def with_qt() -> int:
    """How many programs have Qt in memory; what they share with another makes its part look smaller."""
    return sum("libQt6Core" in _read(file) for file in _PROCESSES.glob("[0-9]*/maps"))


def at_rest(roots: Iterable[int], seconds: float) -> dict[int, Rest]:
    """Watches trees of processes for so long; of each what that is in a minute."""
    roots = list(roots)
    before = {root: _counted(root) for root in roots}
    began = time.monotonic()
    time.sleep(seconds)
    after = {root: _counted(root) for root in roots}
    minutes = (time.monotonic() - began) / 60
    return {
        root: Rest(
            max(0, after[root].wake_ups - before[root].wake_ups) / minutes,
            max(0.0, after[root].cpu_ms - before[root].cpu_ms) / minutes,
        )
        for root in roots
    }


def _counted(root: int) -> Rest:
    pids = tree(root)
    cpu = sum(cpu_seconds(pid) + cpu_seconds_of_ended_children(pid) for pid in pids)
    return Rest(sum(wake_ups(pid) for pid in pids), cpu * 1000)


def _of_threads(pid: int, name: str) -> list[str]:
    return [text for file in (_PROCESSES / f"{pid}/task").glob(f"*/{name}") if (text := _read(file))]


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:  # it has ended meanwhile
        return ""
