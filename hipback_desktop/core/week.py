"""Weeks: on which day one begins, and what it is called."""

from __future__ import annotations

from datetime import date, timedelta

WEEK = timedelta(days=7)
_WEEKDAYS = {"monday": 0, "saturday": 5, "sunday": 6}.get


def week_start(day: date, first_day: str = "monday") -> date:
    """The first day of the week that a day is in."""
    return day - timedelta(days=(day.weekday() - (_WEEKDAYS(first_day) or 0)) % 7)


def week_name(starts_on: date) -> str:
    """“2026-W47”: the ISO week that most days of the week are in."""
    year, number, _ = (starts_on + WEEK / 2).isocalendar()
    return f"{year}-W{number:02d}"


def weeks_between(first: date, last: date) -> tuple[date, ...]:
    """The first days of all weeks from one to another, both included."""
    return tuple(first + WEEK * number for number in range((last - first) // WEEK + 1))
