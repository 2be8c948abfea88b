"""A calendar holds what was done and the days of the goals, and nothing that is nobody's business."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.plan_days import PlannedDay
from hipback_desktop.core.record import ComfortLog, Outcome
from hipback_desktop.storage.session_calendar import calendar_lines
from tests.ical import events_in
from tests.storage.builders import STARTED, a_record

NOW = datetime(2026, 3, 18, 12, tzinfo=UTC)
PLANNED = (PlannedDay(date(2026, 3, 20), Phase.STRETCH), PlannedDay(date(2026, 3, 21), Phase.STRENGTHEN))
NAME = "Évening; wind-down, “slowly”: " + "hips and " * 20 + "back\nand more\\"
LOG = ComfortLog(stiffness_before=9, discomfort=8, note="nobody's business")
RECORDS = (
    a_record(1, name=NAME, log=LOG),
    a_record(2, ended_at=STARTED + timedelta(days=2), active_seconds=0, paused_seconds=0),
    a_record(3, outcome=Outcome.SKIPPED),
    a_record(4, active_seconds=6000),
)


def written() -> bytes:
    return "".join(calendar_lines(RECORDS, PLANNED, NOW)).encode()


def test_both_readers_find_the_sessions_done_and_the_days_planned() -> None:
    ours = events_in(written())
    theirs: list[Any] = Calendar.from_ical(written()).walk("VEVENT")
    assert [event.properties["UID"] for event in ours] == [str(event["UID"]) for event in theirs]
    assert len(ours) == 4  # nothing done, and a preview, are left out
    first, second, planned, _ = theirs
    assert first["SUMMARY"] == NAME
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (RECORDS[0].started_at, RECORDS[0].ended_at)
    assert first["DTSTART"].dt.tzinfo is not None
    assert [event["DESCRIPTION"] for event in (first, second)] == ["10 of 10 min", "0 s of 10 min"]  # as in History
    assert second["DTEND"].dt >= second["DTSTART"].dt
    assert (planned["DTSTART"].dt, planned["DTEND"].dt) == (date(2026, 3, 20), date(2026, 3, 21))
    assert (planned["STATUS"], planned["SUMMARY"]) == ("TENTATIVE", "Hipback: Stretch")


def test_a_calendar_that_knows_the_session_sees_that_it_was_changed_since() -> None:
    edited = a_record(1, edited_at=STARTED + timedelta(days=9))
    stamps = [
        events_in("".join(calendar_lines([record], (), NOW)).encode())[0].properties["DTSTAMP"]
        for record in (a_record(1), edited)
    ]
    assert stamps == ["20260302T015500Z", "20260310T014500Z"]


def test_a_calendar_says_nothing_of_how_it_felt() -> None:
    assert b"business" not in written()


def test_writing_it_again_gives_the_same_bytes() -> None:
    assert written() == written()


def test_an_empty_calendar_is_one() -> None:
    assert events_in("".join(calendar_lines((), (), NOW)).encode()) == []


def test_ten_years_are_written_piece_by_piece() -> None:
    pieces = calendar_lines((a_record(n, started_at=STARTED + timedelta(hours=n)) for n in range(500)), (), NOW)
    assert max(map(len, pieces)) < 1000


def test_the_library_is_not_loaded_before_a_calendar_is_written() -> None:
    code = (
        "import sys, hipback_desktop.cli.exchange, hipback_desktop.storage.session_calendar,"
        " hipback_desktop.app.program; print('icalendar' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
