"""What a session was: planned beside done, per step, side and set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from hipback_desktop.core.exercise import Phase, Side
    from hipback_desktop.core.timeline import Timeline


PREVIEW_FROM_SPEED = 1.5
"""Faster than this nobody exercises along."""
ENOUGH_SHARE = 0.5
"""Of what was planned: who did less of a set only tried it, and who did less of a session did not complete it."""
ANY_SHARE = 0.0
"""From which a set counted before there was such a thing: any second of it."""


class Outcome(StrEnum):
    """How a session or one of its steps ended."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    SKIPPED = "skipped"


class SessionOrigin(StrEnum):
    """What a session came from."""

    ROUTINE = "routine"
    BREAK = "break"
    MANUAL = "manual"


class StopReason(StrEnum):
    """What a person may say after pressing Stop (evidence.md §14.3)."""

    DONE_FOR_NOW = "done_for_now"
    TOO_HARD = "too_hard"
    UNCOMFORTABLE = "uncomfortable"
    SHARP = "sharp"
    NUMB = "numb"
    UNWELL = "unwell"


class SinceLastTime(StrEnum):
    """The answer to the question at the next start, 18 hours later or more (evidence.md §14.4)."""

    BETTER = "better"
    SAME = "same"
    SORE_BUT_SETTLED = "sore_but_settled"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One set on one side: what was planned and what was done."""

    exercise_id: str
    exercise_name: str
    phase: Phase
    side: Side | None
    set_number: int
    planned_seconds: float
    done_seconds: float
    planned_reps: int | None
    done_reps: int | None
    outcome: Outcome

    def is_done(self, from_share: float = ENOUGH_SHARE) -> bool:
        """Whether enough of it was done to count, and it was not only tried on the way past."""
        is_enough = self.outcome is Outcome.COMPLETED or self.done_seconds >= from_share * self.planned_seconds
        return self.done_seconds > 0 and is_enough


@dataclass(frozen=True, slots=True)
class ComfortLog:
    """What a person may say about a session; every answer is optional, ratings are 0 to 10 (evidence.md §14.4)."""

    stiffness_before: int | None = None
    stiffness_after: int | None = None
    discomfort: int | None = None
    effort: int | None = None
    felt_sharp: bool | None = None
    stop_reason: StopReason | None = None
    stop_exercise_id: str | None = None
    since_last_time: SinceLastTime | None = None
    note: str = ""

    def __post_init__(self) -> None:
        for rating in (self.stiffness_before, self.stiffness_after, self.discomfort, self.effort):
            if rating is not None and not 0 <= rating <= 10:  # the scale of evidence.md §14.4
                raise ValueError(f"a rating is 0 to 10, not {rating}")


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One performance of a routine; ``started_at`` and ``ended_at`` carry the local offset.

    ``edited_at`` is when the person last changed what had been kept of it. ``set_counts_from`` is the share of a set
    that was enough when it was kept: what somebody has seen counted goes on counting, and no more does.
    """

    id: str
    routine_id: str
    name: str
    started_at: datetime
    ended_at: datetime
    planned_seconds: float
    active_seconds: float
    paused_seconds: float
    outcome: Outcome
    origin: SessionOrigin
    steps: tuple[StepRecord, ...]
    log: ComfortLog = ComfortLog()
    edited_at: datetime | None = None
    set_counts_from: float = ENOUGH_SHARE


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session as far as it has been journalled: enough to go on after a crash, or to keep what was done."""

    id: str
    routine_id: str
    name: str
    origin: SessionOrigin
    started_at: datetime
    updated_at: datetime
    planned_seconds: float
    active_seconds: float
    paused_seconds: float
    position_seconds: float
    timeline: Timeline
    steps: tuple[StepRecord, ...]
    stiffness_before: int | None = None


def session_outcome(steps: tuple[StepRecord, ...], *, reached_the_end: bool) -> Outcome:
    """Completed when the end was reached and enough was done; skipped when nothing was done, else stopped early."""
    if not any(step.done_seconds > 0 for step in steps):
        return Outcome.SKIPPED
    return Outcome.COMPLETED if reached_the_end and _is_enough(steps) else Outcome.STOPPED


def _is_enough(steps: tuple[StepRecord, ...]) -> bool:
    """By the sets or by their time, whichever says more; a set that was stopped was begun once more further on."""
    sets = [step for step in steps if step.outcome is not Outcome.STOPPED]
    planned = [step.planned_seconds for step in sets]
    done = [step.planned_seconds for step in sets if step.is_done()]
    return len(done) >= ENOUGH_SHARE * len(planned) or sum(done) >= ENOUGH_SHARE * sum(planned)


def is_preview(record: SessionRecord) -> bool:
    """Whether a session was looked at in fast motion (``--speed``): more time passed in it than on the wall.

    Pauses are part of both: without them, one long enough would make a preview look like a session that was done.
    """
    took = record.ended_at - record.started_at
    return record.active_seconds + record.paused_seconds > PREVIEW_FROM_SPEED * took.total_seconds()
