"""In every chart at every width: nothing is cut off, no words touch, and what is told is where it is drawn."""

from __future__ import annotations

from itertools import combinations

import pytest

from hipback_desktop.charts.marks import Box, Dot, Line, Mark, Words
from tests.charts.samples import CHARTS, LETTERS

WIDTHS = (360, 500, 820, 912, 1600)
everywhere = pytest.mark.parametrize("width", WIDTHS)
every_chart = pytest.mark.parametrize("name", CHARTS)


def area_of(mark: Mark) -> Box:
    match mark:
        case Words():
            return Box(mark.left(LETTERS), mark.y, LETTERS.width_of(mark.text), LETTERS.line)
        case Line():
            xs, ys = [x for x, _ in mark.points], [y for _, y in mark.points]
            return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        case Dot():
            radius = mark.radius + 1  # half of the line around it
            return Box(mark.x - radius, mark.y - radius, 2 * radius, 2 * radius)
        case Box():
            return mark


@everywhere
@every_chart
def test_nothing_is_cut_off(name: str, width: float) -> None:
    height = CHARTS[name].height(width, LETTERS)
    scene = CHARTS[name].scene(width, height, LETTERS)
    for area in (*map(area_of, scene.marks), *(spot.box for spot in scene.spots)):
        assert -0.5 <= area.x <= area.right <= width + 0.5
        assert -0.5 <= area.y <= area.bottom <= height + 0.5


@everywhere
@every_chart
def test_no_words_touch(name: str, width: float) -> None:
    chart = CHARTS[name]
    scene = chart.scene(width, chart.height(width, LETTERS), LETTERS)
    areas = [area_of(mark) for mark in scene.marks if isinstance(mark, Words)]
    for one, other in combinations(areas, 2):
        apart = one.right < other.x or other.right < one.x or one.bottom <= other.y or other.bottom <= one.y
        assert apart, (one, other)


@every_chart
def test_every_value_can_be_gone_to_and_no_two_are_in_one_place(name: str) -> None:
    scene = CHARTS[name].scene(900, CHARTS[name].height(900, LETTERS), LETTERS)
    assert all(spot.told for spot in scene.spots)
    for one, other in combinations([spot.box for spot in scene.spots], 2):
        assert not other.holds(*one.middle)


@every_chart
def test_the_table_has_a_row_for_each_value_under_its_names(name: str) -> None:
    names, *rows = CHARTS[name].table()
    assert rows or name == "no days"
    assert all(len(row) == len(names) for row in rows)
    assert all(names)


@every_chart
def test_there_are_words_for_those_who_hear_it(name: str) -> None:
    assert CHARTS[name].describe()
    assert CHARTS[name].title
