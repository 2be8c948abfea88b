"""One moment on three clocks: what a value that never asks the time is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """``monotonic`` stands still in sleep, ``boot`` counts it, ``wall`` is what people read and may set.

    Lengths are differences of ``boot``; ``boot`` minus ``monotonic`` grows by what the computer slept; ``wall`` is for
    working hours, days and the record.
    """

    monotonic: float
    boot: float
    wall: datetime

    @property
    def slept_seconds(self) -> float:
        """All sleep since the computer was started."""
        return self.boot - self.monotonic

    def wall_at(self, boot: float) -> datetime:
        """The wall clock at another moment, as it is set now."""
        return self.wall + timedelta(seconds=boot - self.boot)
