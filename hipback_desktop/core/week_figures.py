"""Sums and middles: seconds by side, and the middle one of some ratings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Side

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class SideSeconds:
    """Seconds on each side, and of what has no sides."""

    left: float = 0
    right: float = 0
    both: float = 0

    def plus(self, side: Side | None, seconds: float) -> SideSeconds:
        """The same with more on a side."""
        match side:
            case Side.LEFT:
                return SideSeconds(self.left + seconds, self.right, self.both)
            case Side.RIGHT:
                return SideSeconds(self.left, self.right + seconds, self.both)
            case _:
                return SideSeconds(self.left, self.right, self.both + seconds)


def median(ratings: Iterable[int | None]) -> float | None:
    """The middle one of the ratings that were given, or halfway between the middle two; None without any."""
    given = sorted(rating for rating in ratings if rating is not None)
    if not given:
        return None
    return (given[(len(given) - 1) // 2] + given[len(given) // 2]) / 2
