"""A session without waiting: the real controller and cue track on a stepped clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hipback_desktop import paths
from hipback_desktop.catalogue.catalogue import Catalogue, load_catalogue
from hipback_desktop.core import choices
from hipback_desktop.core.cues import Cue, CuePlan
from hipback_desktop.core.ledger import open_ledger
from hipback_desktop.core.record import OpenSession, SessionRecord
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.timeline import Timings, compile_routine
from hipback_desktop.session.controller import SessionController
from hipback_desktop.session.cue_track import CueTrack
from hipback_desktop.session.machine import SessionMachine
from hipback_desktop.session.ticker import Ticker

NEVER_EARLY_SECONDS = 1e-9
"""Sums of fractions may fall short of a deadline; a real timer fires a little late as well."""


class SteppedClock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.slept = 0.0

    def monotonic(self) -> float:
        return self.seconds

    def suspended(self) -> float:
        return self.slept

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 10, 0, tzinfo=UTC) + timedelta(seconds=self.seconds - 1000 + self.slept)


class FakeTicker(QObject):
    """Fires when the stage says that its moment has come."""

    due = Signal()
    painted = Signal()

    def __init__(self, clock: SteppedClock) -> None:
        super().__init__()
        self._clock = clock
        self.wakes_at: float | None = None
        self.counted_seconds: float | None = None

    def wake_in(self, seconds: float | None) -> None:
        self.wakes_at = None if seconds is None else self._clock.seconds + max(0.0, seconds) + NEVER_EARLY_SECONDS

    def show_count(self, counted_seconds: float | None) -> None:
        self.counted_seconds = counted_seconds


class ScaledTicker(FakeTicker):
    """Asked in seconds of the session, which may run faster than the clock."""

    def __init__(self, clock: SteppedClock, speed: float) -> None:
        super().__init__(clock)
        self._speed = speed

    def wake_in(self, seconds: float | None) -> None:
        super().wake_in(None if seconds is None else seconds / self._speed)


@cache
def content() -> Catalogue:
    """The shipped content, read once."""
    return load_catalogue(paths.asset)


class Stage:
    """Plays a routine and writes down everything that was told."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.clock = SteppedClock()
        self.settings = settings or Settings()
        self.ticker = FakeTicker(self.clock)
        self.cue_ticker = FakeTicker(self.clock)
        self.machine = SessionMachine()
        self.controller = SessionController(self.clock, _as_ticker(self.ticker), self.machine)
        self.track = CueTrack(self.controller, _as_ticker(self.cue_ticker), self.clock, self._cue_plan)
        self.told: list[tuple[float, str, Any]] = []
        self.sounds: list[tuple[float, Cue]] = []
        self._listen()
        QCoreApplication.processEvents()  # Qt starts its state machines in a later turn of the event loop

    def start(self, routine_id: str = "desk_reset_2", timings: Timings | None = None) -> None:
        """Begins a shipped routine."""
        routine = content().routines[routine_id]
        timeline = compile_routine(routine, timings or Timings(), free_reps=self.settings.free_reps)
        self.began_at = self.clock.seconds
        self.begin(open_ledger("session-1", timeline, self.clock.now()))

    def begin(self, opened: OpenSession, resume_lead_in_seconds: float = 3.0) -> None:
        self.began_at = self.clock.seconds - opened.position_seconds
        self.controller.begin(opened, content().exercises, Timings(), resume_lead_in_seconds)

    def go_on(self, seconds: float) -> None:
        """Lets time pass, waking whoever asked to be woken, each at the moment asked for."""
        end = self.clock.seconds + seconds
        while True:
            wakes = [t for t in (self.ticker, self.cue_ticker) if t.wakes_at is not None and t.wakes_at <= end]
            if not wakes:
                break
            first = min(wakes, key=lambda ticker: ticker.wakes_at or 0.0)
            self.clock.seconds = max(self.clock.seconds, first.wakes_at or 0.0)
            first.wakes_at = None
            first.due.emit()
        self.clock.seconds = end

    def stall(self, seconds: float) -> None:
        """Lets time pass while the event loop is stuck; what is due comes afterwards, in one go."""
        self.clock.seconds += seconds
        self.go_on(0)

    def go_to_end(self) -> None:
        self.go_on(10_000)

    def heard(self, kind: str) -> list[Any]:
        """Everything told of one kind, in order."""
        return [value for _at, told, value in self.told if told == kind]

    def moments(self, kind: str) -> list[float]:
        """When it was told, in seconds since the session began."""
        return [round(at - self.began_at, 6) for at, told, _value in self.told if told == kind]

    @property
    def record(self) -> SessionRecord:
        records: list[SessionRecord] = self.heard("ended")
        assert len(records) == 1
        return records[0]

    def _cue_plan(self) -> CuePlan:
        return choices.cue_plan(self.settings, lambda _channel, _text: None)

    def _listen(self) -> None:
        def write(kind: str) -> Any:
            return lambda *values: self.told.append(
                (self.clock.seconds, kind, values[0] if len(values) == 1 else values)
            )

        controller = self.controller
        controller.began.connect(write("began"))
        controller.segment_started.connect(write("segment"))
        controller.step_recorded.connect(write("step"))
        controller.timeline_changed.connect(write("timeline"))
        controller.progressed.connect(write("progress"))
        controller.noticed.connect(write("notice"))
        controller.ended.connect(write("ended"))
        self.machine.entered.connect(write("state"))
        self.track.cue_shown.connect(write("cue"))
        self.track.silenced.connect(write("silence"))
        self.track.phrases_planned.connect(write("phrases"))
        self.track.sounds_planned.connect(self._on_sounds)

    def _on_sounds(self, planned: tuple[tuple[float, Cue], ...]) -> None:
        self.sounds = list(planned)


def _as_ticker(fake: FakeTicker) -> Ticker:
    return cast(Ticker, fake)
