"""What was done, newest first."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final

from hipback_desktop.cli.opening import readable_database
from hipback_desktop.cli.output import print_json
from hipback_desktop.core import wording
from hipback_desktop.core.clock_time import clock_time
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import is_preview
from hipback_desktop.storage.session_store import SessionStore

if TYPE_CHECKING:
    import argparse

    from hipback_desktop.core.record import SessionRecord

DONE = 0
_WHERE_DAYS_BEGIN: Final = timezone(timedelta(hours=23, minutes=59))
"""No place is in a day before."""


def show_history(options: argparse.Namespace) -> int:
    """Prints the sessions of the data folder."""
    day: date | None = options.since
    since = datetime.combine(day, time.min, _WHERE_DAYS_BEGIN) if day else None
    with readable_database(options) as database:
        records = SessionStore(database).records(since=since)
    if day:  # where the person was, as everywhere: the day that is printed
        records = tuple(record for record in records if record.started_at.date() >= day)
    if options.json:
        print_json([record_document(record) for record in records])
        return DONE
    if not records:
        print(_("No session since {date}.").format(date=day) if day else _("No session yet."))
    times = [clock_time(record.started_at) for record in records]
    widest = max(map(len, times), default=0)
    for record, at in zip(records, times, strict=True):
        done = wording.clock_text(int(record.active_seconds))  # what was done, which the window rounds down too
        outcome = wording.ending_name(record)
        print(f"{record.started_at:%Y-%m-%d} {at:>{widest}}  {done:>6}  {record.name} ({outcome})")
    return DONE


def record_document(record: SessionRecord) -> dict[str, Any]:
    """A session as ``hipback history --json`` prints it."""
    log = record.log
    return {
        "id": record.id,
        "routine": record.routine_id,
        "name": record.name,
        "started_at": record.started_at.isoformat(),
        "ended_at": record.ended_at.isoformat(),
        "planned_seconds": round(record.planned_seconds, 3),
        "active_seconds": round(record.active_seconds, 3),
        "paused_seconds": round(record.paused_seconds, 3),
        "outcome": record.outcome,
        "origin": record.origin,
        "preview": is_preview(record),
        "stiffness_before": log.stiffness_before,
        "stiffness_after": log.stiffness_after,
        "discomfort": log.discomfort,
        "effort": log.effort,
        "felt_sharp": log.felt_sharp,
        "stop_reason": log.stop_reason,
        "note": log.note,
        "steps": [_step_document(asdict(step)) for step in record.steps],
    }


def _step_document(step: dict[str, Any]) -> dict[str, Any]:
    return {
        "exercise": step["exercise_id"],
        "name": step["exercise_name"],
        "phase": step["phase"],
        "side": step["side"],
        "set_number": step["set_number"],
        "planned_seconds": round(step["planned_seconds"], 3),
        "done_seconds": round(step["done_seconds"], 3),
        "planned_reps": step["planned_reps"],
        "done_reps": step["done_reps"],
        "outcome": step["outcome"],
    }
