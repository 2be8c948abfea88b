"""One moment of a session as it is shown: computed from the playback, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hipback_desktop.core.breath import rhythm_of
from hipback_desktop.core.timeline import SegmentKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from hipback_desktop.core.breath import Breath
    from hipback_desktop.core.exercise import Exercise, Phase
    from hipback_desktop.core.playback import Playback, Status
    from hipback_desktop.core.timeline import Segment, Timeline


@dataclass(frozen=True, slots=True)
class SessionView:
    """Everything a page needs to show one moment; seconds as they are, rounding is the page's matter.

    ``exercise`` is the one under way or, in a lead-in, the one to get ready for. ``upcoming`` is the work after
    the one that is shown (another exercise, side or set), with its exercise; both None at the end. ``lead_in_seconds``
    is above 0 only while the clock waits after a pause. ``position_seconds`` stays in the segment, however long an open
    one takes. ``ends_at`` is the wall-clock moment the session will end if not paused. ``left_out`` are the stretches
    of the timeline that were skipped.
    """

    status: Status
    timeline: Timeline
    segment: Segment
    exercise: Exercise
    upcoming: Segment | None
    upcoming_exercise: Exercise | None
    elapsed_seconds: float
    remaining_seconds: float
    position_seconds: float
    lead_in_seconds: float
    done_reps: int
    paused_seconds: float
    ends_at: datetime
    left_out: tuple[tuple[float, float], ...] = ()

    @property
    def phase(self) -> Phase:
        """The phase the session is in."""
        return self.segment.phase

    @property
    def breath(self) -> Breath | None:
        """Where the breath is; None where people breathe as they like, and before and after work."""
        rhythm = rhythm_of(self.exercise)
        if rhythm is None or not self.is_work or self.segment.is_open or self.lead_in_seconds > 0:
            return None
        return rhythm.at(self.elapsed_seconds)

    @property
    def counted_seconds(self) -> float:
        """What is counted in figures: the seconds left, or below 0 those that an open set has taken."""
        if self.lead_in_seconds > 0:
            return self.lead_in_seconds
        return -self.elapsed_seconds if self.is_work and self.segment.is_open else self.remaining_seconds

    @property
    def is_work(self) -> bool:
        """True while the person works, False in every lead-in and rest."""
        return self.segment.kind is SegmentKind.WORK


def view_of(playback: Playback, exercises: Mapping[str, Exercise], now: float, ends_at: datetime) -> SessionView:
    """The view of a playback at the monotonic moment ``now``."""
    segment = playback.segment
    upcoming = _upcoming(playback.timeline, segment)
    return SessionView(
        status=playback.status,
        timeline=playback.timeline,
        segment=segment,
        exercise=exercises[segment.exercise_id],
        upcoming=upcoming,
        upcoming_exercise=exercises[upcoming.exercise_id] if upcoming else None,
        elapsed_seconds=playback.elapsed(now),
        remaining_seconds=playback.remaining(now),
        position_seconds=min(playback.position(now), segment.end_seconds),
        lead_in_seconds=playback.lead_in(now),
        done_reps=playback.done_reps(now),
        paused_seconds=playback.pauses(now),
        ends_at=ends_at,
        left_out=playback.left_out,
    )


def _upcoming(timeline: Timeline, current: Segment) -> Segment | None:
    """The next work that is not the one shown now."""
    shown = (current.step_index, current.side, current.set_number)
    for segment in timeline.segments[current.index + 1 :]:
        if segment.kind is SegmentKind.WORK and (segment.step_index, segment.side, segment.set_number) != shown:
            return segment
    return None
