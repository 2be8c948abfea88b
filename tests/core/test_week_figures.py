"""Seconds by side, and the middle of what was felt."""

from __future__ import annotations

import pytest

from hipback_desktop.core.exercise import Side
from hipback_desktop.core.week_figures import SideSeconds, counted_median, median


def test_seconds_are_added_to_their_side_and_without_one_to_both() -> None:
    assert SideSeconds(1, 2, 3).plus(Side.LEFT, 4) == SideSeconds(5, 2, 3)
    assert SideSeconds(1, 2, 3).plus(Side.RIGHT, 4) == SideSeconds(1, 6, 3)
    assert SideSeconds(1, 2, 3).plus(None, 4) == SideSeconds(1, 2, 7)


@pytest.mark.parametrize(
    "ratings, middle",
    [([], None), ([None], None), ([7], 7), ([3, None, 1], 2), ([9, 1, 2], 2), ([4, 0, 10, 5], 4.5), ([0, 0], 0)],
)
def test_the_middle_rating(ratings: list[int | None], middle: float | None) -> None:
    assert median(ratings) == middle


@pytest.mark.parametrize(
    "counts, middle",
    [({}, None), ({3: 0}, None), ({4: 1, 0: 1, 10: 1, 5: 1}, 4.5), ({2: 3, 9: 2}, 2), ({1: 2, 7: 2}, 4)],
)
def test_the_middle_of_counted_ratings(counts: dict[int, int], middle: float | None) -> None:
    assert counted_median(counts) == middle
