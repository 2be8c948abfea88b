"""Stand-ins for the outside world."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.builders import NOON


class FakeClock:
    """A clock that moves only when told."""

    def __init__(self, monotonic: float = 1000.0, now: datetime = NOON) -> None:
        self._monotonic = monotonic
        self._suspended = 0.0
        self._now = now

    def monotonic(self) -> float:
        return self._monotonic

    def suspended(self) -> float:
        return self._suspended

    def now(self) -> datetime:
        return self._now

    def advance(self, seconds: float, *, asleep: float = 0) -> None:
        """Lets ``seconds`` pass, after ``asleep`` seconds in which the computer slept."""
        self._monotonic += seconds
        self._suspended += asleep
        self._now += timedelta(seconds=seconds + asleep)


class FakeKeepAwake:
    """A screen that says whether it is kept on; ``wishes`` has every change."""

    def __init__(self) -> None:
        self.wishes: list[bool] = []

    @property
    def is_held(self) -> bool:
        return self.wishes[-1:] == [True]

    def hold(self) -> None:
        self.wishes.append(True)

    def release(self) -> None:
        self.wishes.append(False)
