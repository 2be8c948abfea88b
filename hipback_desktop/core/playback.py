"""Playing a timeline: a frozen value that holds one anchor in time and computes the rest.

``anchor`` is the monotonic moment at which second 0 of the timeline would have been; a deadline is ``anchor`` plus a
segment's end. Nothing is counted, so a stalled event loop or a long pause moves nothing, and advancing in any partition
of time gives the same events. Every change answers with the new value and the events it brought.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from hipback_desktop.core.events import (
    Ended,
    Event,
    Paused,
    Resumed,
    SegmentStarted,
    TimelineChanged,
)
from hipback_desktop.core.leaving import passed_over, with_left_out, work_ended
from hipback_desktop.core.record import Outcome
from hipback_desktop.core.timeline import SegmentKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hipback_desktop.core.timeline import Segment, Timeline

PREVIOUS_WITHIN_SECONDS = 2.0
"""Going back this soon after a step began means the step before it: press twice."""


class Status(StrEnum):
    """Whether time runs."""

    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"


Change = tuple["Playback", tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class Playback:
    """One performance of a timeline at one moment of its life.

    ``held_seconds`` is the position while paused, and while running the earliest position (a lead-in after a pause
    lets the clock catch up with it). ``paused_seconds`` leaves out the pause that is under way. ``just_done`` is the
    work that ended by itself or was called done, until the person goes elsewhere; ``left_out`` are the stretches
    of the timeline, in seconds, that were skipped and not gone back to.
    """

    timeline: Timeline
    status: Status
    index: int
    anchor: float
    held_seconds: float
    started_at: float
    paused_seconds: float = 0
    changed_at: float = 0
    just_done: int | None = None
    left_out: tuple[tuple[float, float], ...] = ()

    @property
    def segment(self) -> Segment:
        """The current segment; after the end, the last one."""
        return self.timeline.segments[self.index]

    @property
    def deadline(self) -> float | None:
        """The monotonic moment the current segment ends; None when nothing will end by itself."""
        if self.status is not Status.RUNNING or self.segment.is_open:
            return None
        return self.anchor + self.segment.end_seconds

    @property
    def is_over(self) -> bool:
        """True once finished or stopped."""
        return self.status in (Status.FINISHED, Status.STOPPED)

    def position(self, now: float) -> float:
        """Seconds into the timeline."""
        if self.status is not Status.RUNNING:
            return self.held_seconds
        return max(self.held_seconds, now - self.anchor)

    def elapsed(self, now: float) -> float:
        """Seconds into the current segment."""
        return max(0.0, self.position(now) - self.segment.start_seconds)

    def remaining(self, now: float) -> float:
        """Seconds left of the current segment, never below 0."""
        return max(0.0, self.segment.end_seconds - self.position(now))

    def left_of_session(self, now: float) -> float:
        """Seconds until the session ends, without pauses to come; an open set is over at its estimate or now."""
        after = self.timeline.seconds - self.segment.end_seconds
        return self.lead_in(now) + self.remaining(now) + after

    def lead_in(self, now: float) -> float:
        """Seconds until the clock goes on after a pause."""
        if self.status is not Status.RUNNING:
            return 0
        return max(0.0, self.anchor + self.held_seconds - now)

    def pauses(self, now: float) -> float:
        """All seconds paused so far."""
        return self.paused_seconds + (now - self.changed_at if self.status is Status.PAUSED else 0)

    def active(self, now: float) -> float:
        """All seconds the clock ran so far."""
        end = self.changed_at if self.is_over else now
        return end - self.started_at - self.pauses(now)

    def done_reps(self, now: float) -> int:
        """Full reps of the current set so far, by its pace; 0 for work without reps.

        A set made longer has more reps than planned; an open one has no more, however long the person takes.
        """
        reps, pace = self.segment.reps, self.segment.seconds_per_rep
        if reps is None or pace is None or self.segment.kind is not SegmentKind.WORK:
            return 0
        by_pace = int(self.elapsed(now) / pace + 1e-6)
        return min(reps, by_pace) if self.segment.is_open else by_pace

    def advance(self, now: float) -> Change:
        """What happened by ``now``."""
        playback, events = self, list[Event]()
        while (deadline := playback.deadline) is not None and now >= deadline:
            events += work_ended(playback, Outcome.COMPLETED, deadline)
            playback, entered = _entered(_with_done(playback), playback.index + 1, deadline)
            events += entered
        return playback, tuple(events)

    def pause(self, now: float) -> Change:
        """Stops the clock; no effect unless it runs."""
        playback, events = self.advance(now)
        if playback.status is not Status.RUNNING:
            return playback, events
        held = replace(playback, status=Status.PAUSED, held_seconds=playback.position(now), changed_at=now)
        return held, (*events, Paused(now))

    def resume(self, now: float, lead_in_seconds: float = 0) -> Change:
        """Lets the clock go on after a lead-in; no effect unless paused."""
        if self.status is not Status.PAUSED:
            return self, ()
        running = replace(
            self,
            status=Status.RUNNING,
            anchor=now + lead_in_seconds - self.held_seconds,
            paused_seconds=self.pauses(now),
            changed_at=now,
        )
        return running, (Resumed(self.segment, now, lead_in_seconds),)

    def finish_segment(self, now: float) -> Change:
        """Ends the current segment now: the set is done, or the person is ready."""
        playback, events = self.advance(now)
        if playback.is_over:
            return playback, events
        shorter = playback.timeline.with_seconds(playback.index, playback.elapsed(now))
        ended = work_ended(playback, Outcome.COMPLETED, now)
        done = _with_done(playback).just_done
        playback, entered = _moved(replace(playback, timeline=shorter), playback.index + 1, now, done)
        return playback, (*events, TimelineChanged(shorter), *ended, *entered)

    def next_step(self, now: float) -> Change:
        """Leaves the current step for the lead-in of the next; the last step ends the session."""
        playback, events = self.advance(now)
        if playback.is_over:
            return playback, events
        target = playback.timeline.step_range(playback.segment.step_index).stop
        skipped = passed_over(playback, target, now)
        playback, entered = _moved(replace(playback, left_out=with_left_out(playback, now)), target, now)
        return playback, (*events, *skipped, *entered)

    def previous_step(self, now: float) -> Change:
        """Restarts the current step as planned; within two seconds of its beginning, goes to the step before."""
        playback, events = self.advance(now)
        if playback.is_over:
            return playback, events
        step = playback.timeline.step_range(playback.segment.step_index)
        just_begun = playback.index == step.start and playback.elapsed(now) < PREVIOUS_WITHIN_SECONDS
        target = step.start
        if just_begun and step.start > 0:
            before = playback.timeline.segments[step.start - 1].step_index
            target = playback.timeline.step_range(before).start
        ended = work_ended(playback, Outcome.STOPPED, now)
        timeline = playback.timeline.as_planned(range(target, playback.index + 1))
        changed = (TimelineChanged(timeline),) if timeline != playback.timeline else ()
        playback, entered = _moved(replace(playback, timeline=timeline), target, now)
        return playback, (*events, *ended, *changed, *entered)

    def extend(self, now: float, seconds: float) -> Change:
        """Makes the current segment longer or shorter; shortened below what is done, it ends now.

        No effect on an open one: it takes as long as it takes.
        """
        playback, events = self.advance(now)
        if playback.is_over or playback.segment.is_open:
            return playback, events
        length = playback.segment.seconds + seconds
        if length <= playback.elapsed(now):
            playback, ended = playback.finish_segment(now)
            return playback, (*events, *ended)
        timeline = playback.timeline.with_seconds(playback.index, length)
        return replace(playback, timeline=timeline), (*events, TimelineChanged(timeline))

    def repeat_side(self, now: float, lead_in_seconds: float) -> Change:
        """Adds the current set once more; in a lead-in, the set that was just done, or else the one that is shown."""
        playback, events = self.advance(now)
        if playback.is_over:
            return playback, events
        meant = _work_to_repeat(playback)
        timeline = playback.timeline.with_repeat(meant, lead_in_seconds)
        again = replace(playback, timeline=timeline)
        if meant >= playback.index:
            return again, (*events, TimelineChanged(timeline))
        again, entered = _moved(again, meant + 1, now)
        return again, (*events, TimelineChanged(timeline), *entered)

    def replace_step(self, now: float, replacement: Sequence[Segment]) -> Change:
        """Exchanges the current step, which begins anew with its lead-in."""
        playback, events = self.advance(now)
        if playback.is_over:
            return playback, events
        ended = work_ended(playback, Outcome.STOPPED, now)
        step_index = playback.segment.step_index
        start = playback.timeline.step_range(step_index).start
        timeline = playback.timeline.with_step(step_index, replacement)
        playback, entered = _moved(replace(playback, timeline=timeline), start, now)
        return playback, (*events, *ended, TimelineChanged(timeline), *entered)

    def stop(self, now: float) -> Change:
        """Ends the session where it is."""
        playback, events = self.advance(now)
        if playback.is_over:
            return playback, events
        ended = work_ended(playback, Outcome.STOPPED, now)
        stopped = replace(
            playback,
            status=Status.STOPPED,
            held_seconds=playback.position(now),
            paused_seconds=playback.pauses(now),
            changed_at=now,
        )
        return stopped, (*events, *ended, Ended(reached_the_end=False, at=now))


def begin(timeline: Timeline, now: float, from_index: int = 0) -> Change:
    """A performance that starts now, at the beginning of one of the segments."""
    start = timeline.segments[from_index].start_seconds
    playback = Playback(timeline, Status.RUNNING, from_index, now - start, start, started_at=now, changed_at=now)
    return playback, (SegmentStarted(playback.segment, now),)


def _work_to_repeat(playback: Playback) -> int:
    """The index of the work under way, of the work that was just done, or of the work that is led in to."""
    if playback.segment.kind is not SegmentKind.WORK and playback.just_done is not None:
        return playback.just_done
    return next(s.index for s in playback.timeline.segments[playback.index :] if s.kind is SegmentKind.WORK)


def _with_done(playback: Playback) -> Playback:
    """The same, its work done if it is work."""
    return replace(playback, just_done=playback.index) if playback.segment.kind is SegmentKind.WORK else playback


def _moved(playback: Playback, index: int, now: float, just_done: int | None = None) -> Change:
    """To the beginning of another segment, the clock re-anchored; a paused one stays paused."""
    playback = replace(playback, just_done=just_done)
    if index >= len(playback.timeline.segments):
        return _entered(playback, index, now)
    start = playback.timeline.segments[index].start_seconds
    left_out = tuple(span for span in playback.left_out if span[1] <= start)
    return _entered(replace(playback, anchor=now - start, held_seconds=start, left_out=left_out), index, now)


def _entered(playback: Playback, index: int, at: float) -> Change:
    """Into a segment, or over the end."""
    if index < len(playback.timeline.segments):
        return replace(playback, index=index), (SegmentStarted(playback.timeline.segments[index], at),)
    finished = replace(
        playback,
        index=len(playback.timeline.segments) - 1,
        status=Status.FINISHED,
        held_seconds=playback.timeline.seconds,
        paused_seconds=playback.pauses(at),
        changed_at=at,
    )
    return finished, (Ended(reached_the_end=True, at=at),)
