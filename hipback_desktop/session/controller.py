"""The session as Qt sees it: asks the playback what happened by now and says so in signals."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hipback_desktop.core import ledger, playback, wording
from hipback_desktop.core.easier import easier_segments
from hipback_desktop.core.events import Ended, Event, Paused, Resumed, SegmentStarted, TimelineChanged, WorkEnded
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.lifecycle import Command, Place
from hipback_desktop.core.playback import Playback, Status
from hipback_desktop.core.safety import PAUSE_ASKS_AFTER_SECONDS, PAUSE_ENDS_AFTER_SECONDS
from hipback_desktop.core.timeline import SegmentKind, Timings
from hipback_desktop.core.view import SessionView, view_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hipback_desktop.clock import Clock
    from hipback_desktop.core.exercise import Exercise, Phase
    from hipback_desktop.core.playback import Change
    from hipback_desktop.core.record import OpenSession
    from hipback_desktop.session.machine import SessionMachine
    from hipback_desktop.session.ticker import Ticker

SLEPT_SECONDS = 2.0
PROGRESS_EVERY_SECONDS = 0.5  # a crash loses at most a second, a late write on a busy computer included


class SessionController(QObject):
    """Owns the playback of the one running session, whose ``clock`` runs ``speed`` times as fast as the wall's.

    Everything that happened comes as a signal, once and in order; ``ticked`` is for painting only. ``clock_moved`` says
    that moments on the timeline belong to other moments of the clock than before, so sounds are to be scheduled anew.
    """

    began = Signal(object)
    segment_started = Signal(object)  # for what measures the engine: tests/bench
    timeline_changed = Signal(object)
    clock_moved = Signal()
    step_recorded = Signal(object)
    progressed = Signal(float, float, float)
    ticked = Signal(object)
    noticed = Signal(str)
    ended = Signal(object)

    def __init__(
        self,
        clock: Clock,
        ticker: Ticker,
        machine: SessionMachine,
        suits: Callable[[Exercise], bool] = lambda _exercise: True,
        parent: QObject | None = None,
        *,
        speed: float = 1.0,
    ) -> None:
        super().__init__(parent)
        self._suits = suits
        self._clock = clock
        self._speed = speed
        self._ticker = ticker
        self._machine = machine
        self._exercises: Mapping[str, Exercise] = {}
        self._playback: Playback | None = None
        self._ledger: OpenSession | None = None
        self._timings = Timings()
        self._resume_lead_in_seconds = 0.0
        self._suspended = 0.0
        self._next_progress = 0.0
        self._asked_after_pause = False
        ticker.due.connect(self._on_due)
        ticker.painted.connect(self._show_moment)

    @property
    def playback(self) -> Playback | None:
        """The latest session, running or over; None before the first."""
        return self._playback

    @property
    def is_active(self) -> bool:
        """True from start to end, pauses included."""
        return self._playback is not None and not self._playback.is_over

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """The exercises of the session by id."""
        return self._exercises

    def begin(
        self, opened: OpenSession, exercises: Mapping[str, Exercise], timings: Timings, resume_lead_in_seconds: float
    ) -> None:
        """Begins a session where it is opened; its time runs from when everybody who heard ``began`` is ready."""
        self.stop()
        self._machine.reset()
        self._ledger = opened
        self._exercises = exercises
        self._timings = timings
        self._resume_lead_in_seconds = resume_lead_in_seconds
        self.began.emit(opened)
        self._suspended = self._clock.suspended()
        now = self._clock.monotonic()
        self._next_progress = now
        index = opened.timeline.index_at(opened.position_seconds)
        self._playback, events = playback.begin(opened.timeline, now, index)
        self.timeline_changed.emit(opened.timeline)
        self._apply((self._playback, events))

    def view(self) -> SessionView | None:
        """The present moment."""
        if self._playback is None:
            return None
        now = self._clock.monotonic()
        left = timedelta(seconds=self._playback.left_of_session(now) / self._speed)
        return view_of(self._playback, self._exercises, now, self._clock.now() + left)

    def toggle_pause(self) -> None:
        """Pauses, or goes on; in a set at one's own pace it says the set is done."""
        if self._playback is None:
            return
        if self._playback.status is Status.PAUSED:
            self.resume()
        elif self._playback.segment.is_open:
            self.finish_segment()
        else:
            self.pause()

    def pause(self) -> None:
        """Stops the clock."""
        self._do(Playback.pause)

    def resume(self) -> None:
        """Lets the clock go on, behind a short lead-in when work is under way."""
        if self._playback is None or self._playback.status is not Status.PAUSED:
            return
        is_work = self._playback.segment.kind is SegmentKind.WORK
        self._suspended = self._clock.suspended()
        self._do(Playback.resume, self._resume_lead_in_seconds if is_work else 0)

    def next_step(self) -> None:
        """Leaves the current exercise for the next."""
        self._do(Playback.next_step)

    def previous_step(self) -> None:
        """Restarts the current exercise; pressed twice, goes to the one before."""
        self._do(Playback.previous_step)

    def finish_segment(self) -> None:
        """This set is done, or the person is ready before the lead-in is over."""
        self._do(Playback.finish_segment)

    def extend(self, seconds: float) -> None:
        """Makes the current segment longer or shorter."""
        self._do(Playback.extend, seconds)

    def repeat_side(self) -> None:
        """Adds the set on this side once more."""
        self._do(Playback.repeat_side, self._timings.side_switch_seconds)

    def stop(self) -> None:
        """Ends the session at once; what was done is kept."""
        self._do(Playback.stop)

    def make_easier(self) -> None:
        """Exchanges the current exercise for its easier form, or says how to make it easier."""
        if self._playback is None or self._playback.is_over:
            return
        timeline, segment = self._playback.timeline, self._playback.segment
        segments = easier_segments(timeline, segment, self._exercises, self._timings, self._suits)
        if segments is None:
            easier = self._exercises[segment.exercise_id].easier
            self.noticed.emit(easier.text if easier else _("Make it smaller, or go on to the next exercise."))
            return
        self._apply(self._playback.replace_step(self._clock.monotonic(), segments))

    def _do(self, act: Callable[..., Change], *values: float) -> None:
        """What the person asks for, now; without a session under way, nothing."""
        if self._playback is not None and not self._playback.is_over:
            self._apply(act(self._playback, self._clock.monotonic(), *values))

    def _apply(self, change: Change) -> None:
        """Takes the new value over and tells of everything that happened."""
        before = self._playback
        self._playback, events = change
        for event in events:
            self._tell(event)
        after = self._playback
        if before is not None and (before.anchor, before.status) != (after.anchor, after.status):
            self._next_progress = 0.0  # somewhere else: noted at once, so that a crash is taken up there
            self.clock_moved.emit()
        self._show()

    def _tell(self, event: Event) -> None:
        match event:
            case SegmentStarted(segment=segment):
                self._enter(segment.phase, segment.kind)
                self.segment_started.emit(segment)
            case WorkEnded():
                self._record(event)
            case TimelineChanged(timeline=timeline):
                self.timeline_changed.emit(timeline)
            case Paused():
                self._asked_after_pause = False
                self._machine.send(Command.PAUSE)
            case Resumed(segment=segment):
                self._enter(segment.phase, segment.kind)
            case Ended():
                self._end(event)

    def _enter(self, phase: Phase, kind: SegmentKind) -> None:
        """Moves the machine to a place, unless the person went there in a pause: then resuming enters it."""
        if self._playback is not None and self._playback.status is not Status.PAUSED:
            self._machine.send(Place(phase, kind))

    def _record(self, event: WorkEnded) -> None:
        assert self._ledger is not None
        name = self._exercises[event.segment.exercise_id].name
        self._ledger = ledger.with_work(self._ledger, event, name)
        self.step_recorded.emit(self._ledger.steps[-1])

    def _end(self, event: Ended) -> None:
        assert self._ledger is not None
        assert self._playback is not None
        self._ticker.wake_in(None)
        self._ticker.show_count(None)
        self._machine.send(Command.FINISH if event.reached_the_end else Command.STOP)
        late = timedelta(seconds=max(0.0, self._clock.monotonic() - event.at) / self._speed)
        self.ended.emit(
            ledger.closed(
                self._ledger,
                ended_at=self._clock.now() - late,
                active_seconds=self._playback.active(event.at),
                paused_seconds=self._playback.pauses(event.at),
                reached_the_end=event.reached_the_end,
            )
        )

    def _on_due(self) -> None:
        """Something may have happened: ask, tell, and ask for the next moment."""
        if self._playback is None or self._playback.is_over:
            return
        now = self._clock.monotonic()
        if self._playback.status is Status.PAUSED:
            self._look_at_pause(now - self._playback.changed_at)
            return
        slept = self._clock.suspended() - self._suspended
        if slept > SLEPT_SECONDS:
            self._suspended += slept
            self._apply(self._playback.pause(now))
            self.noticed.emit(wording.paused_by_sleep_text())
        else:
            self._apply(self._playback.advance(now))

    def _look_at_pause(self, paused_for: float) -> None:
        """After five minutes of pause a question, after fifteen the end (evidence.md §14.3)."""
        if paused_for >= PAUSE_ENDS_AFTER_SECONDS:
            self.stop()
            self.noticed.emit(wording.ended_by_pause_text())
        elif paused_for >= PAUSE_ASKS_AFTER_SECONDS and not self._asked_after_pause:
            self._asked_after_pause = True
            self.noticed.emit(wording.long_pause_text())
        self._show()

    def _show(self) -> None:
        """Shows the moment, tells the progress when it is time, and asks for the next deadline."""
        current, now = self._playback, self._clock.monotonic()
        if current is None or current.is_over:
            return
        if now >= self._next_progress or current.status is Status.PAUSED:
            self._next_progress = now + PROGRESS_EVERY_SECONDS
            self._tell_progress(current, now)
        self._show_moment()
        self._wake_next()

    def _show_moment(self) -> None:
        """Shows the moment, and asks for the next tick while time runs."""
        if (view := self.view()) is not None:
            self._ticker.show_count(view.counted_seconds if view.status is Status.RUNNING else None)
            self.ticked.emit(view)

    def _tell_progress(self, current: Playback, now: float) -> None:
        assert self._ledger is not None
        before = self._ledger
        active, paused = before.active_seconds + current.active(now), before.paused_seconds + current.pauses(now)
        self.progressed.emit(current.position(now), active, paused)

    def _wake_next(self) -> None:
        current, now = self._playback, self._clock.monotonic()
        if current is None or current.is_over:
            return
        if current.status is Status.PAUSED:
            limit = PAUSE_ENDS_AFTER_SECONDS if self._asked_after_pause else PAUSE_ASKS_AFTER_SECONDS
            self._ticker.wake_in(current.changed_at + limit - now)
            return
        deadlines = [moment for moment in (current.deadline, self._next_progress) if moment is not None]
        self._ticker.wake_in(min(deadlines) - now)
