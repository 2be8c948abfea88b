"""Scales are round and begin at zero."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.charts.marks import Box
from hipback_desktop.charts.scale import labels_below, number_text, scale_to
from tests.charts.samples import LETTERS


@pytest.mark.parametrize(
    "most, ticks",
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (3, (0, 1, 2, 3)),
        (7, (0, 2, 4, 6, 8)),
        (41, (0, 10, 20, 30, 40, 50)),
        (60, (0, 20, 40, 60)),
        (1000, (0, 200, 400, 600, 800, 1000)),
    ],
)
def test_steps_are_round(most: float, ticks: tuple[float, ...]) -> None:
    assert scale_to(most).ticks() == ticks


@given(st.floats(0, 1e6))
def test_everything_is_on_the_scale_and_most_of_the_scale_is_used(most: float) -> None:
    scale = scale_to(most)
    assert scale.ticks()[0] == 0
    assert scale.ticks()[-1] == pytest.approx(scale.top)
    assert 2 <= len(scale.ticks()) <= 6
    assert most <= scale.top * (1 + 1e-6)
    assert scale.top <= max(1, 2 * most)


def test_a_value_twice_as_large_stands_twice_as_high() -> None:
    scale = scale_to(41)
    assert scale.part(40) == 2 * scale.part(20) == 0.8
    assert (scale.part(-1), scale.part(99)) == (0, 1)


@pytest.mark.parametrize("count", [1, 7, 12, 26, 52, 53])
@pytest.mark.parametrize("width", [200, 500, 900, 2000])
def test_labels_stand_apart_inside_and_the_last_is_among_them(count: int, width: float) -> None:
    labels = [f"{number} November" for number in range(count)]
    shown = list(labels_below(labels, Box(40, 0, width, 100), LETTERS))
    ends = [(words.left(LETTERS), words.left(LETTERS) + LETTERS.width_of(words.text)) for words in shown]
    assert ends[0][0] >= 40
    assert ends[-1][1] <= 40 + width
    assert all(right < left for (_, right), (left, _) in pairwise(ends))
    assert shown[-1].text == labels[-1]


def test_numbers_are_as_exact_as_they_need_to_be() -> None:
    assert list(map(number_text, (0, 0.04, 1.25, 2.0, 9.96, 41.4))) == ["0", "0", "1.2", "2", "10", "41"]
