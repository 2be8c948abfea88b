"""The rhythm of the breath: one value for the voice, the pacer and the figure (domain.md P6)."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Mode, Phase

if TYPE_CHECKING:
    from hipback_desktop.core.exercise import Exercise


@dataclass(frozen=True, slots=True)
class Rhythm:
    """So long in, so long out, again and again; ``first_in_at`` seconds into the work the first breath in begins.

    What lies before it is the end of a breath out, with which one settles.
    """

    in_seconds: float = 4
    out_seconds: float = 6
    first_in_at: float = 2

    @property
    def seconds(self) -> float:
        """One breath, in and out."""
        return self.in_seconds + self.out_seconds

    @property
    def first_out_at(self) -> float:
        """When the first breath out begins that a breath in came before."""
        return self.first_in_at + self.in_seconds

    def at(self, elapsed_seconds: float) -> Breath:
        """Where the breath is at a moment of the work."""
        since_in = (elapsed_seconds - self.first_in_at) % self.seconds
        if since_in < self.in_seconds:
            return Breath(True, since_in / self.in_seconds, self.in_seconds - since_in)
        since_out = since_in - self.in_seconds
        return Breath(False, since_out / self.out_seconds, self.out_seconds - since_out)


@dataclass(frozen=True, slots=True)
class Breath:
    """One moment of a rhythm: ``fraction`` of the way through the breath in or out, and how long until it turns."""

    goes_in: bool
    fraction: float
    seconds_left: float

    @property
    def fullness(self) -> float:
        """0 empty, 1 full, slow at both ends as lungs are."""
        risen = (1 - cos(pi * self.fraction)) / 2
        return risen if self.goes_in else 1 - risen


STRETCHED = Rhythm()
"""Of every hold that is breathed into: from second 6 on one exhales into the stretch."""
CALM = Rhythm(first_in_at=0)
"""Of belly breathing (domain.md §7.6, S2)."""


def leading_rhythm(exercise: Exercise) -> Rhythm | None:
    """The rhythm of work that is led by the breath, whose every breath is said."""
    return exercise.breath or (CALM if exercise.phase is Phase.CALM and exercise.mode is Mode.TIMED else None)


def rhythm_of(exercise: Exercise) -> Rhythm | None:
    """The rhythm of its work, that of a held stretch included; None where people breathe as they like."""
    is_breathed_into = exercise.phase is Phase.STRETCH and exercise.mode is Mode.HOLD
    return leading_rhythm(exercise) or (STRETCHED if is_breathed_into else None)
