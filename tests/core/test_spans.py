"""The record of a day: cut at midnight, trusted as far as its source (breaks.md §12.5)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hipback_desktop.core.spans import OpenSpan, Source, Span, SpanKind, by_day, local_day

VIENNA = ZoneInfo("Europe/Vienna")


def a_span(started_at: datetime, ended_at: datetime, seconds: float) -> Span:
    return Span(SpanKind.SITTING, Source.INPUT, started_at, ended_at, seconds)


def test_9_a_span_is_cut_at_midnight() -> None:
    evening = datetime(2026, 3, 18, 23, 30, tzinfo=VIENNA)
    parts = list(by_day(a_span(evening, evening + timedelta(hours=1, minutes=30), 5400)))
    assert [(local_day(part.started_at), part.seconds) for part in parts] == [
        (date(2026, 3, 18), 1800),
        (date(2026, 3, 19), 3600),
    ]
    assert parts[0].ended_at == parts[1].started_at == datetime(2026, 3, 19, tzinfo=VIENNA)


def test_9_nights_and_days_add_up() -> None:
    evening = datetime(2026, 3, 18, 18, tzinfo=VIENNA)
    parts = list(by_day(a_span(evening, evening + timedelta(days=2), 100_000)))
    assert len(parts) == 3
    assert sum(part.seconds for part in parts) == pytest.approx(100_000)


def test_9_a_span_of_one_day_stays_whole() -> None:
    noon = datetime(2026, 3, 18, 12, tzinfo=VIENNA)
    whole = a_span(noon, noon + timedelta(hours=12), 43_200)
    assert list(by_day(whole)) == [whole]


def test_8_the_day_is_that_of_the_place() -> None:
    late = datetime(2026, 3, 18, 23, 30, tzinfo=VIENNA)
    assert local_day(late) == date(2026, 3, 18)
    assert local_day(late.astimezone(ZoneInfo("Asia/Tokyo"))) == date(2026, 3, 19)


def test_nothing_is_kept_of_nothing() -> None:
    noon = datetime(2026, 3, 18, 12, tzinfo=VIENNA)
    assert OpenSpan(SpanKind.AWAY, 10, noon, 0).closed(Source.IDLE, 10, noon, 0) is None
