"""Lines of the table: how soon the program is there, and what it costs at rest, beside bare Qt and others."""

from __future__ import annotations

import math
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from tests.bench.contestants import HIPBACK, ICON, PEERS, WINDOW, bare, hipback, installed_peers, memory, rests, starts
from tests.bench.private_desktop import PrivateDesktop
from tests.bench.table import Line, measured

START_RATIO, MEMORY_RATIO = 1.5, 1.3
WAKE_UPS, CPU_MS = 6, 15
A_MINUTE = 60.0
"""What happens once in a minute shows in no less: in a quarter of one Hipback seemed to do nothing at all."""


def started(*, quick: bool) -> list[Line]:
    """To the first frame of the window, beside a window with one line of text."""
    with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
        contestants = (hipback(Path(folder) / "data", waits=False), bare(WINDOW))
        found = starts(PrivateDesktop(os.environ), contestants, 3 if quick else 9)
    frames = {name: middle(each.frame for each in seen) for name, seen in found.items()}
    page = middle(each.page for each in found[HIPBACK])
    return [
        measured(
            "start to the first frame", "ms", frames[HIPBACK], frames[WINDOW], beside=WINDOW, most_ratio=START_RATIO
        ),
        measured("start to today's page with its content", "ms", page, frames[WINDOW], beside=WINDOW),
    ]


def middle(moments: Iterable[float | None]) -> float:
    """The median in milliseconds of those that came; not a number when none did."""
    came = [moment * 1000 for moment in moments if moment is not None]
    return median(came) if came else math.nan


def waiting(*, quick: bool) -> list[Line]:
    """In the tray, with the reminder on and far from due; the peers as they come."""
    desktop = PrivateDesktop(os.environ)
    with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
        ours = (hipback(Path(folder) / "data", waits=True), bare(ICON))
        contestants = (*ours, *installed_peers())
        seen = starts(desktop, contestants, 2 if quick else 9)
        came = {name: middle(each.icon for each in turns) for name, turns in seen.items()}
        held = {each.name: memory(desktop, each, 4 if quick else 15) for each in contestants}
        done = rests(desktop, contestants, 8 if quick else 30, A_MINUTE if quick else 2 * A_MINUTE)
    wakes = {name: rest.wake_ups for name, rest in done.items()}
    cpu = {name: rest.cpu_ms for name, rest in done.items()}
    lines = [
        measured("start to the icon in the tray", "ms", came[HIPBACK], came[ICON], beside=ICON),
        measured("memory in the tray (PSS)", "MB", held[HIPBACK], held[ICON], beside=ICON, most_ratio=MEMORY_RATIO),
        measured("wake-ups a minute in the tray", "", wakes[HIPBACK], wakes[ICON], beside=ICON, most=WAKE_UPS),
        measured("processor a minute in the tray", "ms", cpu[HIPBACK], cpu[ICON], beside=ICON, most=CPU_MS),
    ]
    for peer in PEERS:
        if math.isnan(came.get(peer.name, math.nan)):
            lines.append(Line(peer.name, why_not=f"{peer.command[0]} is not installed, or showed no icon"))
            continue
        for what, unit, values in (
            ("start to the icon", "ms", came),
            ("memory", "MB", held),
            ("wake-ups a minute", "", wakes),
            ("processor a minute", "ms", cpu),
        ):
            lines.append(measured(f"{peer.name}: {what}", unit, values[peer.name], values[HIPBACK], beside=HIPBACK))
    return lines
