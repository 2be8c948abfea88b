"""How the days at the desk were spent, what came of each prompt for a break, and the reminder as it stands."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Final, TypeVar

from hipback_desktop.core.kept_reminder import kept_from_values, values_of
from hipback_desktop.core.prompt import Closed, Prompt, PromptOutcome, Surface, reason_from
from hipback_desktop.core.spans import Corrected, Source, Span, SpanKind, by_day, local_day
from hipback_desktop.storage.cells import (
    UnreadableRowError,
    check_kinds,
    kept_seconds,
    kept_text,
    moment_from,
    moment_values,
    utc_us_of,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from datetime import date

    from hipback_desktop.core.kept_reminder import KeptReminder
    from hipback_desktop.core.reminder import Event
    from hipback_desktop.storage.cells import Kinds, Row
    from hipback_desktop.storage.database import Database

logger = logging.getLogger(__name__)

Value = TypeVar("Value")

_SPANS: Final = """
    SELECT started_utc_us, started_offset_seconds, ended_utc_us, ended_offset_seconds, kind, source, seconds
    FROM sitting_span WHERE local_day BETWEEN ? AND ? ORDER BY started_utc_us, kind"""
_PROMPTS: Final = """
    SELECT due_utc_us, due_offset_seconds, shown_utc_us, shown_offset_seconds, outcome_utc_us, outcome_offset_seconds,
        outcome, snooze_number, surface, held_by, routine_id
    FROM break_prompt WHERE local_day BETWEEN ? AND ? ORDER BY due_utc_us"""
_SPAN_KINDS: Final[Kinds] = (*(int,) * 4, *(str,) * 2, float)
_PROMPT_KINDS: Final[Kinds] = (*(int,) * 2, *(int | None,) * 2, *(int,) * 2, str, int, *(str | None,) * 3)


class BreakStore:
    """Adds and finds spans and prompts; what cannot be read is left where it is and left out, with a log line."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, events: Iterable[Event]) -> None:
        """Keeps what of a step of the reminder is worth keeping; what is there already stays as it is."""
        worth = [event for event in events if isinstance(event, Span | Corrected | Closed)]
        if not worth:
            return
        with self._database.writing(is_durable=False) as connection:
            for event in worth:
                _keep(connection, event)

    def spans(self, first: date, last: date) -> tuple[Span, ...]:
        """Those of the days from one to another, both included; none goes over midnight."""
        return self._read(_SPANS, first, last, _span_from)

    def prompts(self, first: date, last: date) -> tuple[Prompt, ...]:
        """Those that were due on these days."""
        return self._read(_PROMPTS, first, last, _prompt_from)

    def keep(self, kept: KeptReminder) -> bool:
        """Exchanges the reminder as it stands; not worth a wait, so False when it was skipped."""
        content = json.dumps(values_of(kept))
        return self._database.write_or_skip("INSERT OR REPLACE INTO kept_reminder VALUES (1, ?)", (content,))

    def kept(self) -> KeptReminder | None:
        """The reminder as it stood; None, with a log line, when that cannot be read."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT content FROM kept_reminder").fetchone()
        if row is None:
            return None
        try:
            check_kinds(row, (str,))
            return kept_from_values(json.loads(row[0]))
        except ValueError as error:
            logger.warning("The reminder begins anew, as what was kept of it cannot be read: %s", error)
            return None

    def _read(self, query: str, first: date, last: date, made_from: Callable[[Row], Value]) -> tuple[Value, ...]:
        found: list[Value] = []
        with self._database.reading() as connection:
            for row in connection.execute(query, (first.toordinal(), last.toordinal())):
                try:
                    found.append(made_from(row))
                except ValueError as error:
                    logger.warning("A part of a day at the desk cannot be read and is left out: %s", error)
        return tuple(found)


def _keep(connection: sqlite3.Connection, event: Span | Corrected | Closed) -> None:
    match event:
        case Span():
            connection.executemany(
                "INSERT OR IGNORE INTO sitting_span VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [_span_values(part) for part in by_day(event)],
            )
        case Corrected(span):
            connection.executemany(
                "UPDATE OR IGNORE sitting_span SET kind = ?, source = ? WHERE started_utc_us = ? AND kind = ?",
                [
                    (span.kind.value, span.source.value, utc_us_of(part.started_at), SpanKind.AWAY.value)
                    for part in by_day(span)
                ],
            )
        case _:
            connection.execute(
                "INSERT OR IGNORE INTO break_prompt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                _prompt_values(event.prompt),
            )


def _span_values(span: Span) -> Row:
    return (
        *moment_values(span.started_at),
        *moment_values(span.ended_at),
        local_day(span.started_at).toordinal(),
        span.kind.value,
        span.source.value,
        kept_seconds(span.seconds),
    )


def _span_from(row: Row) -> Span:
    check_kinds(row, _SPAN_KINDS)
    started, started_offset, ended, ended_offset, kind, source, seconds = row
    return Span(
        SpanKind(kind), Source(source), moment_from(started, started_offset), moment_from(ended, ended_offset), seconds
    )


def _prompt_values(prompt: Prompt) -> Row:
    assert prompt.outcome is not None
    assert prompt.outcome_at is not None
    return (
        *moment_values(prompt.due_at),
        local_day(prompt.due_at).toordinal(),
        *((None, None) if prompt.shown_at is None else moment_values(prompt.shown_at)),
        *moment_values(prompt.outcome_at),
        prompt.outcome.value,
        prompt.snooze_number,
        prompt.surface and prompt.surface.value,
        prompt.held_by and prompt.held_by.value,
        None if prompt.routine_id is None else kept_text(prompt.routine_id),
    )


def _prompt_from(row: Row) -> Prompt:
    check_kinds(row, _PROMPT_KINDS)
    due, due_offset, shown, shown_offset, ended, ended_offset, outcome, number, surface, held_by, routine_id = row
    if (shown is None) is not (shown_offset is None):
        raise UnreadableRowError(f"half a moment in {row}")
    return Prompt(
        due_at=moment_from(due, due_offset),
        snooze_number=number,
        shown_at=None if shown is None else moment_from(shown, shown_offset),
        surface=surface and Surface(surface),
        outcome=PromptOutcome(outcome),
        outcome_at=moment_from(ended, ended_offset),
        held_by=held_by and reason_from(held_by),
        routine_id=routine_id,
    )
