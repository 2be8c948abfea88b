"""What was done, newest first."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from hipback_desktop import paths
from hipback_desktop.core import wording
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore

if TYPE_CHECKING:
    import argparse

    from hipback_desktop.core.record import SessionRecord

DONE = 0


def show_history(options: argparse.Namespace) -> int:
    """Prints the sessions of the data folder."""
    database = open_database(paths.folders(options.data_dir).database)
    try:
        since = datetime.combine(options.since, time.min).astimezone() if options.since else None
        records = SessionStore(database).records(since=since)
    finally:
        database.close()
    if options.json:
        print(json.dumps([record_document(record) for record in records], ensure_ascii=False, indent=2))
        return DONE
    if not records:
        print("No session yet.")
    for record in records:
        done = wording.clock_text(record.active_seconds)
        outcome = wording.outcome_name(record.outcome).lower()
        print(f"{record.started_at:%Y-%m-%d %H:%M}  {done:>6}  {record.name} ({outcome})")
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
