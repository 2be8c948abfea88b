"""What painting the session costs: ``python tests/bench/bench_painting.py [SECONDS]``.

Shows the session page in a real window (a screen is needed, best of 3840 × 2160), lets a clock run through reps and
through a hold, and prints the CPU time of this process in percent of one core, at 1280 × 800 and at 3840 × 2160. The
baseline of the same run repaints the whole window for each frame. Then the first set of an exercise: the way into the
position, the wait in it, and the first reps one by one. Ends with 1 when a target is missed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from hipback_desktop import paths
from hipback_desktop.app import draw_on_one_thread
from hipback_desktop.app.figures import Figures
from hipback_desktop.catalogue.catalogue import load_catalogue
from hipback_desktop.clock import SystemClock
from hipback_desktop.core.dose import Dose
from hipback_desktop.core.playback import begin
from hipback_desktop.core.routine import Step
from hipback_desktop.core.timeline import SegmentKind, compile_routine
from hipback_desktop.core.view import SessionView, view_of
from hipback_desktop.session.ticker import Ticker
from hipback_desktop.ui.look import apply_look
from hipback_desktop.ui.session_page import SessionPage
from hipback_desktop.ui.theme import LIGHT
from tests.bench.real_program import missing_screen
from tests.builders import a_routine

LAPTOP, LARGE = QSize(1280, 800), QSize(3840, 2160)
BASELINE_MS = 33
SETTLE_SECONDS = 11.0
"""A whole breath, or two reps: as it goes on."""
HOLD_FROM_SECONDS = 8.0
"""By then the position is reached, and only the breath moves."""
HOLDS_SECONDS = (60, 30)
"""The longest of the exercises and a usual one, in which the ring moves faster; no measurement may outlast it."""
REST_OF_IT = 600
"""Each of two sides of what follows: in a session of usual length its bar moves slowly."""
WAY_SECONDS = 8.0
"""What comes is named, then the person gets into position."""
REPS = 3
HELD = "hip_flexor_half_kneeling"


class Frames(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += isinstance(event, QPaintEvent)
        return False


class Stage:
    """A session page whose clock runs through the work of one exercise."""

    def __init__(
        self,
        exercise_id: str,
        size: QSize,
        start: float = 0.0,
        kind: SegmentKind = SegmentKind.WORK,
        hold_seconds: int = HOLDS_SECONDS[0],
    ) -> None:
        exercises = load_catalogue(paths.asset).exercises
        exercise = exercises[exercise_id]
        dose = Dose(1, None, 200, exercise.dose.seconds_per_rep) if exercise.dose.reps else Dose(1, hold_seconds)
        other = exercises["figure_four_supine"]
        routine = a_routine(Step(exercise, dose), Step(other, Dose(1, REST_OF_IT)))
        timeline = compile_routine(routine)
        self._clock = SystemClock()
        self._exercises = {it.id: it for it in (exercise, other)}
        index = next(segment.index for segment in timeline.segments if segment.kind is kind)
        self._playback = begin(timeline, self._clock.monotonic() - start, index)[0]
        self.page = SessionPage(LIGHT, paths.asset, Figures(paths.asset).movement, self.now)
        self.page.show_timeline(timeline, self._exercises)
        self.page.resize(size)
        self.page.show()
        self._ticker = Ticker(self._clock, parent=self.page)
        self._ticker.painted.connect(self._show_moment)
        self._show_moment()

    def end(self) -> None:
        self.page.close()
        self.page.deleteLater()

    def _show_moment(self) -> None:
        view = self.now()
        self._ticker.show_count(view.counted_seconds)
        self.page.show_view(view)

    def now(self) -> SessionView:
        moment = self._clock.monotonic()
        return view_of(self._playback.advance(moment)[0], self._exercises, moment, self._clock.now())


def run(seconds: float) -> None:
    application = QApplication.instance()
    assert application is not None
    timer = QTimer(singleShot=True, interval=round(seconds * 1000))
    timer.timeout.connect(application.exit)  # quit() would close the window
    timer.start()
    application.exec()


def used_in(seconds: float) -> float:
    """CPU in percent of one core while so many seconds pass."""
    cpu, start = time.process_time(), time.monotonic()
    run(seconds)
    return 100 * (time.process_time() - cpu) / (time.monotonic() - start)


def percent_of(
    stage: Stage, settle: float, seconds: float, before: Callable[[], object] | None = None
) -> tuple[float, float]:
    """CPU in percent of one core, and the frames of the figure a second."""
    run(settle)
    whole = QTimer(stage.page, interval=BASELINE_MS)
    if before is not None:
        whole.timeout.connect(before)
        whole.start()
    frames = Frames(stage.page.scene.figure)
    start = time.monotonic()
    used = used_in(seconds)
    stage.end()
    return used, frames.count / (time.monotonic() - start)


def begun(exercise: str, size: QSize, *, hold_seconds: int | None = None) -> tuple[Stage, float]:
    """A page, and when it goes on as it is: a hold is waited for and entered as in a session."""
    if hold_seconds is None:
        return Stage(exercise, size), SETTLE_SECONDS
    stage = Stage(exercise, size, WAY_SECONDS, SegmentKind.GET_READY, hold_seconds)
    return stage, stage.now().remaining_seconds + HOLD_FROM_SECONDS


def measure(
    name: str, exercise: str, size: QSize, seconds: float, target: float, hold_seconds: int | None = None
) -> bool:
    """One line each for the page and for the baseline; whether the target is kept."""
    stage, settle = begun(exercise, size, hold_seconds=hold_seconds)
    percent, frames = percent_of(stage, settle, seconds)
    stage, settle = begun(exercise, size, hold_seconds=hold_seconds)
    baseline, _ = percent_of(stage, settle, seconds / 2, stage.page.update)
    print(
        f"{name:22} {size.width():4} x {size.height():4} {percent:6.2f} % at {frames:4.1f} frames a second"
        f"   target {target:4.1f} %   whole window {baseline:6.2f} %"
    )
    return percent < target


def measure_first(name: str, exercise: str, size: QSize, target: float) -> bool:
    """The way in, the wait, and the first reps of a set; whether the first one keeps the target of the others."""
    stage = Stage(exercise, size, kind=SegmentKind.GET_READY)
    before, work = stage.now().remaining_seconds, load_catalogue(paths.asset).exercises[exercise].dose
    way, wait = used_in(WAY_SECONDS), used_in(before - WAY_SECONDS)
    reps = [used_in(work.seconds_per_rep or 0.0) for _ in range(REPS)]
    stage.end()
    print(
        f"{name:22} {size.width():4} x {size.height():4} way in {way:6.2f} %   wait {wait:6.2f} %   "
        f"reps {', '.join(f'{rep:.2f}' for rep in reps)} %   target {target:4.1f} %"
    )
    return reps[0] < target


def main() -> int:
    reason = missing_screen()
    if reason:
        print(reason, file=sys.stderr)
        return 1
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    draw_on_one_thread()
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    apply_look(application, LIGHT)
    kept = [
        measure("reps", "glute_bridge", LAPTOP, seconds, 6.0),
        measure("steps", "light_cardio_walk", LAPTOP, seconds, 6.0),
        measure("roll", "smr_glute_roller", LAPTOP, seconds, 6.0),
        measure("reps", "glute_bridge", LARGE, seconds, 15.0),
        measure("steps", "light_cardio_walk", LARGE, seconds, 15.0),
        *(
            measure(f"hold of {hold} s", HELD, size, seconds, 2.0, hold)
            for size in (LAPTOP, LARGE)
            for hold in HOLDS_SECONDS
        ),
        *(
            measure_first(name, exercise, size, target)
            for size, target in ((LAPTOP, 6.0), (LARGE, 15.0))
            for name, exercise in (("first reps", "glute_bridge"), ("first reps, both sides", "dead_bug"))
        ),
    ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
