"""What is kept of the days at the desk: as it was told, once, and no more than can be read."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from hipback_desktop.core.holds import Hold
from hipback_desktop.core.kept_reminder import KeptReminder, kept_from
from hipback_desktop.core.prompt import Answer, Closed, Prompt, PromptOutcome, Refusal, Refused, Surface, Wait
from hipback_desktop.core.spans import Corrected, Source, Span, SpanKind
from hipback_desktop.storage.break_store import BreakStore
from hipback_desktop.storage.database import Database
from tests.builders import NOON
from tests.core.sitter import HOUR, MINUTE, Sitter

TODAY, TOMORROW = NOON.date(), NOON.date() + timedelta(days=1)
KATHMANDU = timezone(timedelta(hours=5, minutes=45))


@pytest.fixture
def breaks(database: Database) -> BreakStore:
    return BreakStore(database)


def a_span(**changes: Any) -> Span:
    values: dict[str, Any] = {
        "kind": SpanKind.AWAY,
        "source": Source.IDLE,
        "started_at": NOON,
        "ended_at": NOON + timedelta(minutes=10),
        "seconds": 600.0,
        **changes,
    }
    return Span(**values)


def a_prompt(**changes: Any) -> Prompt:
    values: dict[str, Any] = {
        "due_at": NOON,
        "shown_at": NOON + timedelta(minutes=1),
        "surface": Surface.WINDOW,
        "outcome": PromptOutcome.STARTED,
        "outcome_at": NOON + timedelta(minutes=2),
        "routine_id": "desk_break",
        **changes,
    }
    return Prompt(**values)


def write(database: Database, statement: str, *values: object) -> None:
    with database.writing() as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement, values)


def test_a_day_is_kept_as_it_was_told(breaks: BreakStore) -> None:
    sitter = Sitter()
    sitter.until_prompted()
    sitter.can_answer()
    sitter.answers(Answer.WALK)
    sitter.walks(2 * MINUTE)
    sitter.types(HOUR)
    sitter.switches_off()
    breaks.add(sitter.events)
    breaks.add(sitter.events)
    assert breaks.spans(TODAY, TODAY) == tuple(sitter.of(Span))
    assert breaks.prompts(TODAY, TODAY) == tuple(sitter.closed)
    assert [span.kind for span in breaks.spans(TODAY, TODAY)] == [SpanKind.SITTING, SpanKind.SESSION, SpanKind.SITTING]


def test_what_is_not_worth_keeping_is_not_written(breaks: BreakStore) -> None:
    breaks.add([Refused(Refusal.TOO_EARLY)])
    assert breaks.spans(TODAY, TODAY) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"shown_at": None, "surface": None, "held_by": Hold.CALL, "routine_id": None},
        {"shown_at": None, "surface": None, "held_by": Wait.NOT_SITTING, "routine_id": None},
    ],
)
def test_a_prompt_is_what_it_was(breaks: BreakStore, changes: dict[str, Any]) -> None:
    prompt = a_prompt(due_at=datetime(2026, 3, 18, 23, 59, tzinfo=KATHMANDU), snooze_number=2, **changes)
    breaks.add([Closed(prompt)])
    assert breaks.prompts(date(2026, 3, 18), date(2026, 3, 18)) == (prompt,)
    assert breaks.prompts(TOMORROW, TOMORROW) == ()


def test_a_night_is_two_spans(breaks: BreakStore) -> None:
    breaks.add([a_span(ended_at=NOON + timedelta(hours=20), seconds=20 * HOUR)])
    assert [span.seconds for span in breaks.spans(TODAY, TODAY)] == [12 * HOUR]
    assert [span.seconds for span in breaks.spans(TOMORROW, TOMORROW)] == [8 * HOUR]


def test_an_absence_that_was_none_is_put_right(breaks: BreakStore) -> None:
    others = [a_span(kind=SpanKind.STANDING, started_at=NOON - timedelta(hours=1), ended_at=NOON)]
    late = NOON + timedelta(hours=11, minutes=55)
    absence = a_span(started_at=late, ended_at=late + timedelta(minutes=10))
    corrected = a_span(
        kind=SpanKind.SITTING, source=Source.SAID, started_at=late, ended_at=late + timedelta(minutes=10)
    )
    breaks.add([*others, absence, Corrected(corrected)])
    found = breaks.spans(TODAY, TOMORROW)
    assert [(span.kind, span.source, span.seconds) for span in found] == [
        (SpanKind.STANDING, Source.IDLE, 600),
        (SpanKind.SITTING, Source.SAID, 300),
        (SpanKind.SITTING, Source.SAID, 300),
    ]


def a_kept_reminder() -> KeptReminder:
    sitter = Sitter()
    sitter.until_prompted()
    sitter.pauses(HOUR)
    return kept_from(sitter.reminder, sitter.now)


def test_the_reminder_is_kept_and_exchanged(breaks: BreakStore) -> None:
    assert breaks.kept() is None
    assert breaks.keep(kept_from(Sitter().reminder, Sitter().now))
    assert breaks.keep(a_kept_reminder())
    assert breaks.kept() == a_kept_reminder()


@pytest.mark.expects_log
@pytest.mark.parametrize("content", ["nonsense", "[]", "{}", b"\0\xff"])
def test_33_a_reminder_that_cannot_be_read_begins_anew(
    breaks: BreakStore, database: Database, content: object, caplog: pytest.LogCaptureFixture
) -> None:
    write(database, "INSERT INTO kept_reminder VALUES (1, ?)", content)
    assert breaks.kept() is None
    assert "begins anew" in caplog.text


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE sitting_span SET source = 'a dream'",
        "UPDATE sitting_span SET seconds = x'00'",
        "UPDATE sitting_span SET ended_utc_us = 9000000000000000000",
        "UPDATE break_prompt SET outcome = 'forgotten'",
        "UPDATE break_prompt SET shown_offset_seconds = NULL",
        "UPDATE break_prompt SET surface = 'a cloud'",
    ],
)
def test_what_damage_has_made_unreadable_is_left_out(
    breaks: BreakStore, database: Database, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    breaks.add([a_span(), Closed(a_prompt())])
    write(database, damage)
    assert len(breaks.spans(TODAY, TODAY)) + len(breaks.prompts(TODAY, TODAY)) == 1
    assert "left out" in caplog.text
