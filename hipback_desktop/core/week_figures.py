"""Sums and middles: seconds by side, and the middle one of some ratings."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


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
    return counted_median(Counter(rating for rating in ratings if rating is not None))


def counted_median(counts: Mapping[int, int]) -> float | None:
    """The same of ratings of which is known how often each was given: it takes no longer for more of them."""
    ratings = sorted(counts)
    up_to = list(accumulate(counts[rating] for rating in ratings))
    if not up_to or not up_to[-1]:
        return None
    low, high = (ratings[bisect_right(up_to, place)] for place in ((up_to[-1] - 1) // 2, up_to[-1] // 2))
    return (low + high) / 2
