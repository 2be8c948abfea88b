"""What can happen while a timeline is played; each is a value with the monotonic moment it happened at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipback_desktop.core.record import Outcome
    from hipback_desktop.core.timeline import Segment, Timeline


@dataclass(frozen=True, slots=True)
class SegmentStarted:
    """A segment began at the monotonic moment ``at``."""

    segment: Segment
    at: float


@dataclass(frozen=True, slots=True)
class WorkEnded:
    """A set on one side ended, or was passed over with ``done_seconds`` 0."""

    segment: Segment
    done_seconds: float
    done_reps: int | None
    outcome: Outcome
    at: float


@dataclass(frozen=True, slots=True)
class Paused:
    """The clock was stopped."""

    at: float


@dataclass(frozen=True, slots=True)
class Resumed:
    """The clock goes on ``lead_in_seconds`` after ``at``, in ``segment``."""

    segment: Segment
    at: float
    lead_in_seconds: float


@dataclass(frozen=True, slots=True)
class TimelineChanged:
    """Lengths or segments changed; ends and cues are to be computed anew."""

    timeline: Timeline


@dataclass(frozen=True, slots=True)
class Ended:
    """The session is over; ``at`` is the ideal moment, not the moment somebody looked."""

    reached_the_end: bool
    at: float


Event = SegmentStarted | WorkEnded | Paused | Resumed | TimelineChanged | Ended
