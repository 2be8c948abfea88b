"""A session as a short script: a person who presses keys at moments, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from hipback_desktop.core.events import Ended, Event, Paused, Resumed, SegmentStarted, TimelineChanged, WorkEnded
from hipback_desktop.core.playback import Change, Playback, begin
from hipback_desktop.core.timeline import Segment, Timeline

BEGAN = 1000.0


def told(events: Sequence[Event]) -> list[str]:
    """Events in short: “work 30 completed”, “started rest”, “ended True”."""
    return [_told(event) for event in events]


def _told(event: Event) -> str:
    match event:
        case SegmentStarted(segment=segment):
            return f"started {segment.kind} {segment.exercise_id}"
        case WorkEnded():
            reps = "" if event.done_reps is None else f" {event.done_reps} reps"
            return f"{event.segment.exercise_id} {event.done_seconds:g} s{reps} {event.outcome}"
        case Paused():
            return "paused"
        case Resumed(lead_in_seconds=seconds):
            return f"resumed in {seconds:g}"
        case TimelineChanged():
            return "changed"
        case Ended(reached_the_end=reached_the_end):
            return "finished" if reached_the_end else "stopped"


class Person:
    """Follows a timeline from second 1000 of the clock on; every command returns what it brought, in short."""

    def __init__(self, timeline: Timeline, from_index: int = 0) -> None:
        self.now = BEGAN
        self.playback, self.events = begin(timeline, self.now, from_index)

    def wait(self, seconds: float) -> list[str]:
        self.now += seconds
        return self._took(self.playback.advance(self.now))

    def pause(self) -> list[str]:
        return self._took(self.playback.pause(self.now))

    def resume(self, lead_in_seconds: float = 0) -> list[str]:
        return self._took(self.playback.resume(self.now, lead_in_seconds))

    def is_done(self) -> list[str]:
        return self._took(self.playback.finish_segment(self.now))

    def next(self) -> list[str]:
        return self._took(self.playback.next_step(self.now))

    def previous(self) -> list[str]:
        return self._took(self.playback.previous_step(self.now))

    def extend(self, seconds: float) -> list[str]:
        return self._took(self.playback.extend(self.now, seconds))

    def repeat(self, lead_in_seconds: float = 5) -> list[str]:
        return self._took(self.playback.repeat_side(self.now, lead_in_seconds))

    def replace(self, replacement: Sequence[Segment]) -> list[str]:
        return self._took(self.playback.replace_step(self.now, replacement))

    def stop(self) -> list[str]:
        return self._took(self.playback.stop(self.now))

    @property
    def position(self) -> float:
        return self.playback.position(self.now)

    @property
    def remaining(self) -> float:
        return self.playback.remaining(self.now)

    def _took(self, change: Change) -> list[str]:
        self.playback, events = change
        self.events = (*self.events, *events)
        return told(events)


def ideal_moments(playback: Playback, events: Sequence[Event]) -> list[float]:
    """When things happened, in seconds since the session began."""
    return [event.at - playback.started_at for event in events if not isinstance(event, TimelineChanged)]
