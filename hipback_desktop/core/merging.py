"""What two copies of a session come to, the same whichever is taken into which."""

from __future__ import annotations

import math
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from hipback_desktop.core.record import ComfortLog

if TYPE_CHECKING:
    from datetime import datetime

    from hipback_desktop.core.record import SessionRecord


def merged(one: SessionRecord, other: SessionRecord) -> SessionRecord:
    """The one edited last; of two edited at the same time, or never, the one in which more was done, with every answer.

    What a person took back in an edit does not come back with a copy from before it.
    """
    if one.edited_at != other.edited_at:
        return max(one, other, key=_edited)
    return replace(max(one, other, key=_weight), log=_merged_log(one.log, other.log))


def taken_in(known: SessionRecord, copy: SessionRecord) -> SessionRecord:
    """The session that is here with what a copy adds; it goes on counting from where it did here.

    A figure that was seen here stays, so two computers that counted a session otherwise go on doing so.
    """
    return replace(merged(known, copy), set_counts_from=known.set_counts_from)


def believed(record: SessionRecord, now: datetime) -> SessionRecord:
    """A copy from elsewhere; an edit dated later than now counts as made when the session ended.

    It would otherwise win over every edit until then; and as made now, anew with each time it is taken in.
    """
    if record.edited_at is None or record.edited_at <= now:
        return record
    return replace(record, edited_at=record.ended_at)


def _edited(record: SessionRecord) -> float:
    return -math.inf if record.edited_at is None else record.edited_at.timestamp()


def _weight(record: SessionRecord) -> tuple[Any, ...]:
    return record.active_seconds, record.ended_at, repr(replace(record, log=ComfortLog()))


def _merged_log(one: ComfortLog, other: ComfortLog) -> ComfortLog:
    answers = {field.name: (getattr(one, field.name), getattr(other, field.name)) for field in fields(ComfortLog)}
    return ComfortLog(**{name: max(given, key=_fullness) for name, given in answers.items()})


def _fullness(answer: Any) -> tuple[Any, ...]:
    """Any answer is more than none, the longer note more than the shorter."""
    if answer is None:
        return (0,)
    return (1, len(answer), answer) if isinstance(answer, str) else (1, answer)
