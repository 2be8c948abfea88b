"""Lines of the table: what a session keeps and costs: its time, its sound, the processor, its painting."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.bench.contestants import BARE
from tests.bench.table import Line, measured

END_MS, BOUNDARY_MS = 20, 5
CUE_MEDIAN_MS, CUE_P95_MS = 10, 40
COUNTING = "a window whose one line counts"
WHOLE = "the whole window each frame"


def timing(*, quick: bool) -> list[Line]:
    """With stalls of 3.5 seconds, and all cores busy, beside a timer that counts ticks in the same loop."""
    from tests.bench.bench_timing import played

    found = played(2 if quick else 5, "desk_reset_2" if quick else "desk_break_5")
    name = "a timer that counts"
    lines = [
        measured("end of a session, late", "ms", max(0, found.end_ms), found.ticking_end_ms, beside=name, most=END_MS),
        measured("changes within it, late (99 of 100)", "ms", found.p99_ms, most=BOUNDARY_MS),
    ]
    if not found.is_each_once:
        lines.append(measured("changes that came not once", "", 1, most=0))
    return lines


def cues(*, quick: bool) -> list[Line]:
    """On what a sound server recorded, the way through the loudspeaker taken off."""
    from PySide6.QtCore import QCoreApplication

    from tests.bench.onsets import heard_onsets, onsets_of_a_program_each
    from tests.sound.sound_server import SoundServer

    application = QCoreApplication.instance() or QCoreApplication([])
    server = SoundServer()
    os.environ.update(server.environment)
    try:
        own, other = heard_onsets(server, 12 if quick else 48), onsets_of_a_program_each(server, 12 if quick else 48)
    finally:
        server.close()
    del application
    name, middle = "a player started for each", len(own.errors_ms) // 2
    return [
        measured(
            "cue, off its moment (median)",
            "ms",
            own.errors_ms[middle],
            other.errors_ms[middle],
            beside=name,
            most=CUE_MEDIAN_MS,
        ),
        measured("cue, off its moment (95 of 100)", "ms", own.p95_ms, other.p95_ms, beside=name, most=CUE_P95_MS),
    ]


def processor(*, quick: bool) -> list[Line]:
    """Of the window's process in a session with voice, at 1280 × 800."""
    from tests.bench.bench_cpu import TARGET_PERCENT, a_session, costs

    with a_session() as pids, counting_window() as other:
        found = costs({**pids, COUNTING: other}, 10 if quick else 75)
    own = found["window"][0]
    return [
        measured(
            "session with voice, window (of a core)", "%", own, found[COUNTING][0], beside=COUNTING, most=TARGET_PERCENT
        ),
    ]


@contextmanager
def counting_window() -> Iterator[int]:
    process = subprocess.Popen([sys.executable, BARE, "counting"])
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def painting(*, quick: bool) -> list[Line]:
    """The session page alone; only what changes is painted, beside all of it thirty times a second."""
    from PySide6.QtWidgets import QApplication

    from hipback_desktop.app import draw_on_one_thread
    from hipback_desktop.ui.look import apply_look
    from hipback_desktop.ui.theme import LIGHT
    from tests.bench.bench_painting import HELD, LAPTOP, LARGE, begun, percent_of

    draw_on_one_thread()
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    application.setQuitOnLastWindowClosed(False)
    apply_look(application, LIGHT)
    wanted = [
        ("figure and ring in reps, 1280 × 800", "glute_bridge", LAPTOP, None, 6.0),
        ("a hold of 60 s, 1280 × 800", HELD, LAPTOP, 60, 2.0),
        ("a hold of 30 s, 1280 × 800", HELD, LAPTOP, 30, 2.0),
        ("figure and ring in reps, 3840 × 2160", "glute_bridge", LARGE, None, 15.0),
        ("a hold of 60 s, 3840 × 2160", HELD, LARGE, 60, 2.0),
        ("a hold of 30 s, 3840 × 2160", HELD, LARGE, 30, 2.0),
    ]
    lines, seconds = [], 5.0 if quick else 20.0
    for what, exercise, size, hold_seconds, most in wanted[:1] if quick else wanted:
        own, _frames = percent_of(*begun(exercise, size, hold_seconds=hold_seconds), seconds)
        stage, settle = begun(exercise, size, hold_seconds=hold_seconds)
        other, _frames = percent_of(stage, settle, seconds / 2, stage.page.update)
        lines.append(measured(f"drawing, {what} (of a core)", "%", own, other, beside=WHOLE, most=most))
    return lines
