"""What was done on a day, and which sessions are part of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.record import Outcome, SessionOrigin, is_preview

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hipback_desktop.core.record import SessionRecord

DAY_COUNTS_FROM_SECONDS = 300
DAY_COUNTS_FROM_EXERCISES = 3


@dataclass(frozen=True, slots=True)
class Day:
    """What was done on one local day, that on which each session began; ``exercises`` of the session with the most."""

    day: date
    sessions: int
    seconds: float
    exercises: int
    stretches: bool
    strengthens: bool

    @property
    def counts(self) -> bool:
        """Whether it is a day towards the goals: five minutes, or three exercises (evidence.md §14.8)."""
        return self.seconds >= DAY_COUNTS_FROM_SECONDS or self.exercises >= DAY_COUNTS_FROM_EXERCISES


def days_of(records: Iterable[SessionRecord]) -> tuple[Day, ...]:
    """The days on which something was done, in order."""
    days: dict[date, Day] = {}
    for record in filter(is_counted, records):
        day = record.started_at.date()
        so_far = days.get(day, Day(day, 0, 0, 0, stretches=False, strengthens=False))
        days[day] = Day(
            day,
            so_far.sessions + 1,
            so_far.seconds + record.active_seconds,
            max(so_far.exercises, exercises_done(record)),
            so_far.stretches or works(record, Phase.STRETCH),
            so_far.strengthens or works(record, Phase.STRENGTHEN),
        )
    return tuple(days[day] for day in sorted(days))


def is_counted(record: SessionRecord) -> bool:
    """Whether a session counts: something was done in it, it is no preview, and no break, which are counted apart."""
    return record.outcome is not Outcome.SKIPPED and record.origin is not SessionOrigin.BREAK and not is_preview(record)


def exercises_done(record: SessionRecord) -> int:
    """How many different exercises were done, a set of each at least."""
    return len({step.exercise_id for step in record.steps if step.is_done(record.set_counts_from)})


def works(record: SessionRecord, phase: Phase) -> bool:
    """Whether a set of a phase was done."""
    return any(step.phase is phase and step.is_done(record.set_counts_from) for step in record.steps)
