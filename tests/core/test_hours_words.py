"""Hours as people write them."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.hours import OFFICE_HOURS, Hours, are_open
from hipback_desktop.core.hours_words import EVERY_DAY, hours_from, hours_text, hours_to_keep, kept_hours
from tests.builders import NOON

WORKDAYS, WEEKEND = frozenset(range(5)), frozenset({5, 6})


@pytest.mark.parametrize(
    "text, weekdays, start, end",
    [
        ("Mon–Fri 9:00–18:00", WORKDAYS, time(9), time(18)),
        ("mon-fri 9-18", WORKDAYS, time(9), time(18)),
        ("Mon.–Fri. 9-18", WORKDAYS, time(9), time(18)),
        ("Monday to Friday: 9.00 to 18.00", WORKDAYS, time(9), time(18)),
        ("Sat Sun 10:30–12", WEEKEND, time(10, 30), time(12)),
        ("Fri-Mon 8-9", frozenset({4, 5, 6, 0}), time(8), time(9)),
        ("9am–5:30pm", EVERY_DAY, time(9), time(17, 30)),
        ("12 am - 12 pm", EVERY_DAY, time(0), time(12)),
        ("22:00–2:00", EVERY_DAY, time(22), time(2)),
        ("every day 0:00–24:00", EVERY_DAY, time(0), time(0)),
        ("Tu+Th 13-14", frozenset({1, 3}), time(13), time(14)),
    ],
)
def test_a_range_is_read(text: str, weekdays: frozenset[int], start: time, end: time) -> None:
    assert hours_from(text) == (Hours(weekdays, start, end),)


def test_days_hold_for_the_ranges_after_them() -> None:
    assert hours_from("Mon–Fri 9–12, 13–18; Sat 10–12") == (
        Hours(WORKDAYS, time(9), time(12)),
        Hours(WORKDAYS, time(13), time(18)),
        Hours(frozenset({5}), time(10), time(12)),
    )


@pytest.mark.parametrize("text", ["", "  ", ",", "\n"])
def test_nothing_is_no_range_and_always_open(text: str) -> None:
    assert hours_from(text) == ()
    assert are_open(hours_from(text), NOON)


def test_around_the_clock_is_open_around_the_clock() -> None:
    [hours] = hours_from("0–24")
    assert all(hours.include(NOON.replace(hour=hour, minute=59)) for hour in range(24))


@pytest.mark.parametrize(
    "text, told",
    [
        ("Mon–Fri", "names no times"),
        ("nine to five", "names no times"),
        ("Mon 9–", "names no times"),
        ("Mon–Fri 25–26", "not a time of day"),
        ("9:60–10", "not a time of day"),
        ("13 pm–14", "not a time of day"),
        ("24:30–2", "not a time of day"),
        ("Monkey 9–18", "no day of the week"),
        ("M 9–18", "no day of the week"),
        ("Mon–Xyz 9–18", "no day of the week"),
    ],
)
def test_what_cannot_be_understood_is_told_with_an_example(text: str, told: str) -> None:
    with pytest.raises(UserError, match=told) as error:
        hours_from(text)
    assert "9:00–18:00" in str(error.value)


def test_office_hours_are_written_as_people_write_them() -> None:
    assert hours_text([OFFICE_HOURS]) == "Mon–Fri 9:00–18:00"
    night = Hours(frozenset({4, 5}), time(22), time(2))
    assert hours_text([OFFICE_HOURS, night]) == "Mon–Fri 9:00–18:00, Fri Sat 22:00–2:00"


@given(
    st.lists(
        st.builds(
            Hours,
            st.frozensets(st.integers(0, 6), min_size=1),
            st.times().map(lambda at: at.replace(second=0, microsecond=0)),
            st.times().map(lambda at: at.replace(second=0, microsecond=0)),
        ),
        max_size=4,
    )
)
def test_what_is_written_is_read_again(hours: list[Hours]) -> None:
    assert hours_from(hours_text(hours)) == kept_hours(hours_to_keep(hours)) == tuple(hours)
