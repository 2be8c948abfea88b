"""The hours in which a person wants to be reminded: ranges of local time on days of the week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Hours:
    """From ``start`` up to ``end`` on some weekdays, Monday being 0; past midnight when the end is not after the start.

    The part after midnight belongs to the day it began on: Friday from 22 to 2 ends on Saturday.
    """

    weekdays: frozenset[int]
    start: time
    end: time

    def __post_init__(self) -> None:
        if not self.weekdays <= set(range(7)):
            raise ValueError("weekdays are 0 to 6")

    def include(self, local: datetime) -> bool:
        """Whether a local moment lies within."""
        clock, today = local.time(), local.weekday()
        if self.start < self.end:
            return today in self.weekdays and self.start <= clock < self.end
        yesterday = (local - timedelta(days=1)).weekday()
        return (today in self.weekdays and clock >= self.start) or (yesterday in self.weekdays and clock < self.end)


OFFICE_HOURS = Hours(frozenset(range(5)), time(9), time(18))
"""What the first setting of hours offers."""


def are_open(hours: Iterable[Hours], local: datetime) -> bool:
    """Whether any of the ranges includes the moment; without ranges it is always so."""
    ranges = tuple(hours)
    return not ranges or any(one.include(local) for one in ranges)
