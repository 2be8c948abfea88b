"""A session as a document of plain values and back, without loss; a foreign document is checked in every part."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import ANY_SHARE, SessionRecord, StepRecord
from hipback_desktop.storage.cells import MOST_SECONDS, UnreadableRowError, moment_values
from hipback_desktop.storage.rows import log_values, session_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hipback_desktop.storage.cells import Row

MOST_STEPS: Final = 2_000
MOST_COUNT: Final = 1_000_000
LONGEST_ID: Final = 100
LONGEST_TEXT: Final = 100_000
YEARS: Final = range(1969, 2200)

LOG_KEYS: Final = (
    "stiffness_before", "stiffness_after", "discomfort", "effort", "felt_sharp", "stop_reason", "stop_exercise",
    "since_last_time", "note",
)  # fmt: skip
STEP_KEYS: Final = (
    "exercise", "name", "phase", "side", "set_number", "planned_seconds", "done_seconds", "planned_reps", "done_reps",
    "outcome",
)  # fmt: skip
SESSION_KEYS: Final = (
    "id", "routine", "name", "started_at", "ended_at", "planned_seconds", "active_seconds", "paused_seconds", "outcome",
    "origin", *LOG_KEYS,
)  # fmt: skip
EDITED_KEY: Final = "edited_at"
SHARE_KEY: Final = "set_counts_from"
NEWER_KEYS: Final = (EDITED_KEY, SHARE_KEY)
"""Not in every file: they are newer than the first of them."""


class ForeignDocumentError(ValueError):
    """A document is not one of a session; the text says what is wrong with it."""


@contextmanager
def told_of(number: int) -> Iterator[None]:
    """Says of what is wrong inside in which session of the file it is."""
    try:
        yield
    except ForeignDocumentError as error:
        raise ForeignDocumentError(_("session {number}: {reason}").format(number=number, reason=error)) from error


def document_of(record: SessionRecord) -> dict[str, Any]:
    """The session with everything that is kept of it."""
    log = dict(zip(LOG_KEYS, log_values(record.log), strict=True))
    return {
        "id": record.id,
        "routine": record.routine_id,
        "name": record.name,
        "started_at": record.started_at.isoformat(),
        "ended_at": record.ended_at.isoformat(),
        "planned_seconds": record.planned_seconds,
        "active_seconds": record.active_seconds,
        "paused_seconds": record.paused_seconds,
        "outcome": record.outcome.value,
        "origin": record.origin.value,
        **log,
        EDITED_KEY: None if record.edited_at is None else record.edited_at.isoformat(),
        SHARE_KEY: record.set_counts_from,
        "steps": [_step_document(step) for step in record.steps],
    }


def _step_document(step: StepRecord) -> dict[str, Any]:
    return {
        "exercise": step.exercise_id,
        "name": step.exercise_name,
        "phase": step.phase.value,
        "side": None if step.side is None else step.side.value,
        "set_number": step.set_number,
        "planned_seconds": step.planned_seconds,
        "done_seconds": step.done_seconds,
        "planned_reps": step.planned_reps,
        "done_reps": step.done_reps,
        "outcome": step.outcome.value,
    }


def record_from(document: object) -> SessionRecord:
    """The session of a document."""
    if not isinstance(document, dict):
        raise ForeignDocumentError(_("it is no session"))
    steps = document.get("steps")
    if not isinstance(steps, list) or len(steps) > MOST_STEPS:
        raise ForeignDocumentError(_("“{key}” is missing or not usable").format(key="steps"))
    row = (
        _text(document, "id", LONGEST_ID, least=1),
        _text(document, "routine"),
        _text(document, "name"),
        *_moment(document, "started_at"),
        *_moment(document, "ended_at"),
        *(_seconds(document, key) for key in ("planned_seconds", "active_seconds", "paused_seconds")),
        _text(document, "outcome"),
        _text(document, "origin"),
        *(_moment(document, EDITED_KEY) if document.get(EDITED_KEY) is not None else (None, None)),
        _share(document),
        *_log_values(document),
    )
    try:
        return session_from(row, [_step_row(step) for step in steps])
    except UnreadableRowError as error:
        raise ForeignDocumentError(_("a word in it is unknown, or a number out of place")) from error


def _log_values(document: Mapping[str, Any]) -> Row:
    answers = {"note": "", **document}
    for key in LOG_KEYS:
        value = answers.get(key)
        if isinstance(value, str):
            _text(answers, key)
        elif isinstance(value, bool) != (key == "felt_sharp") and value is not None:
            raise _unusable(key)
    return tuple(answers.get(key) for key in LOG_KEYS)


def _step_row(step: object) -> Row:
    if not isinstance(step, dict):
        raise _unusable("steps")
    return (
        _text(step, "exercise"),
        _text(step, "name"),
        _text(step, "phase"),
        None if step.get("side") is None else _text(step, "side"),
        _count(step, "set_number", least=1),
        _seconds(step, "planned_seconds"),
        _seconds(step, "done_seconds"),
        None if step.get("planned_reps") is None else _count(step, "planned_reps"),
        None if step.get("done_reps") is None else _count(step, "done_reps"),
        _text(step, "outcome"),
    )


def _unusable(key: str) -> ForeignDocumentError:
    return ForeignDocumentError(_("“{key}” is missing or not usable").format(key=key))


def _text(values: Mapping[str, Any], key: str, longest: int = LONGEST_TEXT, least: int = 0) -> str:
    value = values.get(key)
    if not isinstance(value, str) or not least <= len(value) <= longest:
        raise _unusable(key)
    try:
        value.encode()
    except UnicodeEncodeError as error:  # half a surrogate pair, which no database takes
        raise _unusable(key) from error
    return value


def _seconds(values: Mapping[str, Any], key: str) -> float:
    value = values.get(key)
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not 0 <= value <= MOST_SECONDS:
        raise _unusable(key)
    return float(value) + 0.0  # and never the zero below zero


def _share(values: Mapping[str, Any]) -> float:
    """Who wrote a file without it counted every set that was begun."""
    if values.get(SHARE_KEY) is None:
        return ANY_SHARE
    share = _seconds(values, SHARE_KEY)
    if share > 1:
        raise _unusable(SHARE_KEY)
    return share


def _count(values: Mapping[str, Any], key: str, least: int = 0) -> int:
    value = values.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= MOST_COUNT:
        raise _unusable(key)
    return value


def _moment(values: Mapping[str, Any], key: str) -> tuple[int, int]:
    try:
        moment = datetime.fromisoformat(_text(values, key, LONGEST_ID))
    except ValueError as error:
        raise _unusable(key) from error
    offset = moment.utcoffset()
    if offset is None or offset % timedelta(seconds=1) or moment.year not in YEARS:
        raise _unusable(key)
    return moment_values(moment)
