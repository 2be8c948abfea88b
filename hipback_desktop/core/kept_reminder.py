"""What of a reminder outlives the program: written every minute and at the end, used at the start unless stale.

A counter that is older than a break is dropped, as the person may well have taken one meanwhile; a pause is kept until
it ends. All moments are on the wall clock, as the others begin anew with the computer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from hipback_desktop.core.evidence import ACTIVE_SECONDS
from hipback_desktop.core.holds import Hold
from hipback_desktop.core.prompt import ReminderState, Wait
from hipback_desktop.core.reminder import switch_on

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.core.break_rules import BreakRules
    from hipback_desktop.core.moment import Moment
    from hipback_desktop.core.reminder import Reminder

LONGEST_PAUSE = timedelta(days=2)
"""No pause that can be asked for is longer, so what claims to be is no pause."""


@dataclass(frozen=True, slots=True)
class KeptReminder:
    """A reminder at ``written_at``."""

    written_at: datetime
    sat_seconds: float
    counts_from_seconds: float
    snoozes: int
    prompted_at: datetime | None
    snoozed_until: datetime | None
    paused_until: datetime | None

    def __post_init__(self) -> None:
        moments = (self.written_at, self.prompted_at, self.snoozed_until, self.paused_until)
        if any(moment is not None and moment.utcoffset() is None for moment in moments):
            raise ValueError("a moment without an offset")
        most = self.sat_seconds + ACTIVE_SECONDS  # who leaves right after a skip has the last minute taken back
        if not (0 <= self.sat_seconds <= 1e9 and 0 <= self.counts_from_seconds <= most and self.snoozes >= 0):
            raise ValueError("a counter that cannot be")

    def is_fresh(self, rules: BreakRules, now: Moment) -> bool:
        """Whether it is of a moment ago: neither older than a break nor from the future."""
        return timedelta() <= now.wall - self.written_at <= timedelta(seconds=rules.break_seconds)


def kept_from(reminder: Reminder, now: Moment) -> KeptReminder:
    """What is to be written now."""

    def wall(boot: float | None) -> datetime | None:
        return None if boot is None else now.wall_at(boot)

    return KeptReminder(
        written_at=now.wall,
        sat_seconds=reminder.sitting.sat(now.boot),
        counts_from_seconds=reminder.counts_from_seconds,
        snoozes=reminder.snoozes,
        prompted_at=wall(reminder.prompted_at),
        snoozed_until=wall(reminder.snoozed_until),
        paused_until=wall(reminder.paused_until),
    )


def switched_on_again(kept: KeptReminder | None, rules: BreakRules, now: Moment) -> Reminder:
    """The reminder at the start of the program."""
    if kept is None:
        return switch_on(rules, now)
    is_fresh = kept.is_fresh(rules, now)
    reminder = switch_on(rules, now, kept.sat_seconds if is_fresh else 0)
    pause = kept.paused_until - now.wall if kept.paused_until else timedelta()
    if timedelta() < pause <= LONGEST_PAUSE:
        until = now.boot + pause.total_seconds()
        reminder = replace(reminder, paused_until=until, holds=frozenset({Hold.PAUSED}), reason=Hold.PAUSED)
    return _with_prompts(reminder, kept, now) if is_fresh else reminder


def _with_prompts(reminder: Reminder, kept: KeptReminder, now: Moment) -> Reminder:
    """The last prompt is as long ago as it was when that was written: the clock may have been set since."""
    prompted_at = None
    if kept.prompted_at is not None:
        prompted_at = now.boot - max(0.0, (kept.written_at - kept.prompted_at).total_seconds())
    reminder = replace(
        reminder,
        counts_from_seconds=kept.counts_from_seconds,
        snoozes=kept.snoozes,
        prompted_at=prompted_at,
    )
    if kept.snoozed_until is None or kept.snoozed_until <= now.wall:
        return reminder
    snoozed_until = now.boot + (kept.snoozed_until - now.wall).total_seconds()
    reason = Hold.PAUSED if reminder.paused_until is not None else Wait.SNOOZED
    return replace(reminder, state=ReminderState.SNOOZED, snoozed_until=snoozed_until, reason=reason)


def values_of(kept: KeptReminder) -> dict[str, Any]:
    """As plain values, for a file."""
    return {
        "written_at": kept.written_at.isoformat(),
        "sat_seconds": kept.sat_seconds,
        "counts_from_seconds": kept.counts_from_seconds,
        "snoozes": kept.snoozes,
        "prompted_at": kept.prompted_at and kept.prompted_at.isoformat(),
        "snoozed_until": kept.snoozed_until and kept.snoozed_until.isoformat(),
        "paused_until": kept.paused_until and kept.paused_until.isoformat(),
    }


def kept_from_values(values: Mapping[str, Any]) -> KeptReminder:
    """From what a file held; ValueError when that cannot be."""

    def moment(name: str) -> datetime | None:
        return None if values[name] is None else datetime.fromisoformat(values[name])

    try:
        return KeptReminder(
            written_at=datetime.fromisoformat(values["written_at"]),
            sat_seconds=float(values["sat_seconds"]),
            counts_from_seconds=float(values["counts_from_seconds"]),
            snoozes=int(values["snoozes"]),
            prompted_at=moment("prompted_at"),
            snoozed_until=moment("snoozed_until"),
            paused_until=moment("paused_until"),
        )
    except (KeyError, TypeError, OverflowError) as error:
        raise ValueError(f"not a reminder: {error!r}") from error
