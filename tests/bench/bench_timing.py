"""How exactly a session keeps time while its thread is stalled and all cores are busy, beside a timer that counts.

``python tests/bench/bench_timing.py [MINUTES [ROUTINE]]``, by default 30 of ``complete_30``, in real time. Prints the
lateness of the end and of the boundaries between segments for both; the ticking timer runs in the same event loop and
suffers the same stalls.
"""

from __future__ import annotations

import multiprocessing
import os
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QCoreApplication, QTimer

from hipback_desktop import paths
from hipback_desktop.app.edges import new_ticker
from hipback_desktop.catalogue.catalogue import load_catalogue
from hipback_desktop.clock import SystemClock
from hipback_desktop.core.ledger import open_ledger
from hipback_desktop.core.record import SessionRecord
from hipback_desktop.core.timeline import Segment, Timings, compile_routine
from hipback_desktop.session.controller import SessionController
from hipback_desktop.session.machine import SessionMachine

STALL_SECONDS = 3.5
STALLS = 5
UNDISTURBED_AFTER_SECONDS = 1.0


def _burn(stop: float) -> None:
    while time.monotonic() < stop:
        sum(range(10_000))


@dataclass(frozen=True)
class Figures:
    """Milliseconds too late: of the end, of the end by a timer that ticks, and of the boundaries far from a stall."""

    seconds: float
    segments: int
    end_ms: float
    ticking_end_ms: float
    is_each_once: bool
    calm_ms: tuple[float, ...]
    worst_ms: float

    @property
    def p99_ms(self) -> float:
        return self.calm_ms[min(len(self.calm_ms) - 1, int(len(self.calm_ms) * 0.99))]


class Stage:
    """One session with its stalls, and the ticking timer beside it."""

    def __init__(self, minutes: float, routine_id: str) -> None:
        content = load_catalogue(paths.asset)
        self._timeline = compile_routine(content.routines[routine_id])
        self._cut = min(minutes * 60, self._timeline.seconds)
        if self._cut < self._timeline.seconds:
            index = self._timeline.index_at(self._cut)
            kept = self._timeline.segments[:index]
            self._timeline = type(self._timeline)(self._timeline.routine_id, self._timeline.name, kept)
        self._ticker = new_ticker(1.0, None)
        self._controller = SessionController(SystemClock(), self._ticker, SessionMachine())
        self._controller.segment_started.connect(self._on_segment)
        self._controller.ended.connect(self._on_ended)
        self._exercises = content.exercises
        self._starts: list[tuple[int, float]] = []
        self._stalled: list[tuple[float, float]] = []
        self._ended: list[float] = []
        self._tick_left = round(self._timeline.seconds)
        self._tick_end: float | None = None
        self._tick = QTimer()
        self._tick.timeout.connect(self._on_tick)
        self._stall_timers: list[QTimer] = []

    def run(self) -> None:
        """Plays it to the end of both."""
        self._began = time.monotonic()
        opened = open_ledger("bench", self._timeline, SystemClock().now())
        self._controller.begin(opened, self._exercises, Timings(), 0)
        self._tick.start(1000)
        for place in range(STALLS):
            timer = QTimer()
            timer.setSingleShot(True)
            timer.timeout.connect(self._stall)
            timer.start(int((place + 1) * self._timeline.seconds / (STALLS + 1) * 1000))
            self._stall_timers.append(timer)
        QCoreApplication.exec()

    def figures(self) -> Figures:
        """What came of it; 99 of 100 undisturbed boundaries are no later than ``p99_ms``."""
        starts = {segment.index: segment.start_seconds for segment in self._timeline.segments}
        late = [(at - self._began - starts[index]) * 1000 for index, at in self._starts]
        calm = [
            (at - self._began - starts[index]) * 1000
            for index, at in self._starts
            if index and not any(begin <= at <= end + UNDISTURBED_AFTER_SECONDS for begin, end in self._stalled)
        ]
        total = self._timeline.seconds
        once = sorted(index for index, _at in self._starts) == list(starts) and len(self._ended) == 1
        return Figures(
            seconds=total,
            segments=len(starts),
            end_ms=(self._ended[0] - self._began - total) * 1000,
            ticking_end_ms=((self._tick_end or float("nan")) - self._began - total) * 1000,
            is_each_once=once,
            calm_ms=tuple(sorted(calm)),
            worst_ms=max(late),
        )

    def _stall(self) -> None:
        begin = time.monotonic()
        time.sleep(STALL_SECONDS)
        self._stalled.append((begin, time.monotonic()))

    def _on_segment(self, segment: Segment) -> None:
        self._starts.append((segment.index, time.monotonic()))

    def _on_ended(self, record: SessionRecord) -> None:
        self._ended.append(time.monotonic())
        self._leave_when_both_ended()

    def _on_tick(self) -> None:
        self._tick_left -= 1
        if self._tick_left == 0:
            self._tick_end = time.monotonic()
            self._tick.stop()
            self._leave_when_both_ended()

    def _leave_when_both_ended(self) -> None:
        if self._ended and self._tick_end is not None:
            QCoreApplication.quit()


def played(minutes: float, routine_id: str) -> Figures:
    """A session of so many minutes at most, with its stalls, while all cores are busy."""
    application = QCoreApplication.instance() or QCoreApplication([])
    stop = time.monotonic() + minutes * 60 + 60
    burners = [multiprocessing.Process(target=_burn, args=(stop,), daemon=True) for _ in range(os.cpu_count() or 1)]
    for burner in burners:
        burner.start()
    stage = Stage(minutes, routine_id)
    try:
        stage.run()
    finally:
        for burner in burners:
            burner.terminate()
    del application
    return stage.figures()


def report(found: Figures) -> None:
    """Prints the figures."""
    ratio = found.ticking_end_ms / max(found.end_ms, 0.1)
    print(f"session {found.seconds:.0f} s, {found.segments} segments, {STALLS} stalls of {STALL_SECONDS} s, cores busy")
    print(f"end late by            {found.end_ms:9.1f} ms   counting ticks {found.ticking_end_ms:9.1f} ms", end="")
    print(f"   ratio {ratio:.0f}\nevery boundary once    {found.is_each_once}")
    print(
        f"undisturbed boundaries {len(found.calm_ms)}: median {statistics.median(found.calm_ms):.2f} ms, "
        f"p99 {found.p99_ms:.2f} ms, worst {found.calm_ms[-1]:.2f} ms (all: worst {found.worst_ms:.0f} ms)"
    )


if __name__ == "__main__":
    report(
        played(float(sys.argv[1]) if len(sys.argv) > 1 else 30.0, sys.argv[2] if len(sys.argv) > 2 else "complete_30")
    )
