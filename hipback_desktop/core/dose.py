"""The amount of an exercise: sets of a hold, of reps, or of a time, per side where it has sides."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dose:
    """Sets of either ``seconds`` (hold, timed, roll) or ``reps`` at ``seconds_per_rep``.

    For an exercise done on each side, ``seconds`` and ``reps`` are per side; for an alternating one ``reps`` is the
    total of both sides and therefore even (domain.md §8.1, counting rule). ``most_sets``, ``most_seconds`` and
    ``most_reps`` are the upper end where domain.md gives a range.
    """

    sets: int = 1
    seconds: float | None = None
    reps: int | None = None
    seconds_per_rep: float | None = None
    most_sets: int | None = None
    most_seconds: float | None = None
    most_reps: int | None = None

    def __post_init__(self) -> None:
        if self.sets < 1:
            raise ValueError(f"a dose has at least one set, not {self.sets}")
        if (self.seconds is None) == (self.reps is None):
            raise ValueError("a dose has either seconds or reps")
        if self.reps is not None and (self.seconds_per_rep is None or self.reps < 1):
            raise ValueError("reps need a pace and are at least 1")
        if self.work_seconds <= 0:
            raise ValueError("a set takes more than no time")

    @property
    def work_seconds(self) -> float:
        """Seconds of one set on one side."""
        return self.seconds if self.seconds is not None else (self.reps or 0) * (self.seconds_per_rep or 0)
