"""Lengths of time as people type them."""

from __future__ import annotations

import pytest

from hipback_desktop.core.duration_words import seconds_from
from hipback_desktop.core.errors import UserError

DAY = 86_400


@pytest.mark.parametrize(
    "text, seconds",
    [
        ("1h", 3600),
        ("10m", 600),
        ("10", 600),
        ("90 min", 5400),
        ("1.5h", 5400),
        ("1,5 hours", 5400),
        ("1h30", 5400),
        ("1h 30m", 5400),
        ("2 Hours", 7200),
        ("90s", 90),
        ("1 minute", 60),
    ],
)
def test_a_length_is_read(text: str, seconds: float) -> None:
    assert seconds_from(text, 60, DAY) == seconds


@pytest.mark.parametrize("text", ["", "h", "soon", "-5m", "1d", "1h30x", "1e3", "10m10m10m", "٣m"])
def test_anything_else_is_told_with_an_example(text: str) -> None:
    with pytest.raises(UserError, match="write it like"):
        seconds_from(text, 60, DAY)


@pytest.mark.parametrize("text", ["30s", "0", "25h", "999999h"])
def test_what_is_out_of_bounds_is_told_with_the_bounds(text: str) -> None:
    with pytest.raises(UserError, match="from 1 to 1440 minutes"):
        seconds_from(text, 60, DAY)
