"""Times of day without Qt: as 18:05 is written where the person lives."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hipback_desktop.core.clock_time import clock_time

EVENING, MORNING = datetime(2026, 11, 26, 18, 5, tzinfo=UTC), datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("like", "evening", "morning"),
    [
        ("18:05:00", "18:05", "09:30"),
        ("18.05.00", "18:05", "09:30"),
        ("06:05:00 PM", "6:05 PM", "9:30 AM"),
        ("6:05:00 PM", "6:05 PM", "9:30 AM"),
        ("PM 06:05:00", "6:05 PM", "9:30 AM"),
    ],
)
def test_a_time_is_read_as_clocks_are(like: str, evening: str, morning: str) -> None:
    assert (clock_time(EVENING, like), clock_time(MORNING, like)) == (evening, morning)
