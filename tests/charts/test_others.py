"""The other charts: a year of days, left beside right, before and after, and the days of a week."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipback_desktop.charts.chart import Chart
from hipback_desktop.charts.heat_map import STEPS, HeatDay
from hipback_desktop.charts.marks import Box, Dot, Ink, Line, Pattern, Scene
from tests.charts.samples import LETTERS, a_week_of_dots, some_days, some_pairs, some_trend


def laid_out(chart: Chart) -> Scene:
    return chart.scene(900, chart.height(900, LETTERS), LETTERS)


def boxes(scene: Scene, ink: Ink, pattern: Pattern = Pattern.PLAIN) -> list[Box]:
    return [mark for mark in scene.marks if isinstance(mark, Box) and mark.ink is ink and mark.pattern is pattern]


def test_a_day_with_more_has_a_larger_square() -> None:
    year = some_days(3)
    squares = [mark for mark in laid_out(year).marks if isinstance(mark, Box)]
    by_minutes = {day.minutes: square.width for day, square in zip(year.days, squares, strict=False)}
    assert set(by_minutes) == {0, 12, 24, 36}
    assert sorted(by_minutes, key=by_minutes.__getitem__) == [0, 12, 24, 36]


def test_a_square_is_as_large_as_what_is_said_of_it() -> None:
    said = replace(some_days(1), days=(HeatDay("day", 4.97, "day: 5 min"), HeatDay("other", 5, "other: 5 min")))
    one, other, *_legend = [mark for mark in laid_out(said).marks if isinstance(mark, Box)]
    assert one.width == other.width


def test_the_legend_shows_squares_as_they_are_drawn() -> None:
    year = some_days()
    squares = [mark for mark in laid_out(year).marks if isinstance(mark, Box)]
    drawn = {(square.width, square.ink) for square in squares[: len(year.days)]}
    legend = [(square.width, square.ink) for square in squares[len(year.days) :]]
    assert drawn <= set(legend)
    assert len(set(legend)) == len(legend) == len(STEPS) + 2


def test_the_days_of_a_week_stand_below_each_other() -> None:
    spots = laid_out(some_days()).spots
    assert len({spot.box.x for spot in spots[:7]}) == 1
    assert spots[7].box.x == pytest.approx(spots[0].box.right)
    assert spots[7].box.y == spots[0].box.y


def test_a_year_tells_of_days_with_something_alone() -> None:
    assert some_days(1).table() == (("Day", "Minutes"), ("day 3", "36"))
    assert some_days(1).describe() == "Active days: 1. Most on day 3: 36 min."
    assert some_days(1, 0).describe() == "Nothing yet."


def test_left_and_right_are_drawn_to_one_scale_and_both_at_once_on_both_sides() -> None:
    scene = laid_out(some_pairs())
    left, right = boxes(scene, Ink.STRETCH, Pattern.RISING), boxes(scene, Ink.STRETCH, Pattern.FALLING)
    left, right = [box for box in left if box.height > 10], [box for box in right if box.height > 10]
    assert left[0].width == pytest.approx(2 * right[0].width)
    assert left[0].right < 450 < right[0].x
    at_once = [box for box in boxes(scene, Ink.OUTLINE, Pattern.HOLLOW) if box.height > 10]
    assert [box.width for box in at_once[:1]] == pytest.approx([right[0].width / 7])
    assert len(at_once) == 4


def test_the_guide_is_as_wide_on_both_sides() -> None:
    left, right = [box for box in boxes(laid_out(some_pairs()), Ink.SOFT) if box.height > 30]
    assert left.width == pytest.approx(right.width)
    assert 450 - left.right == pytest.approx(right.x - 450)


def test_no_line_of_the_scale_lies_on_the_edge_of_the_guide() -> None:
    lines = [mark for mark in laid_out(some_pairs()).marks if isinstance(mark, Line) and mark.points[0][1] > 40]
    last = max(number for number, line in enumerate(lines) if line.ink is Ink.LINE)
    first, *_others = [number for number, line in enumerate(lines) if line.is_dashed and line.points[0][0] > 450]
    assert last < first


def test_a_line_does_not_go_over_weeks_without_a_rating() -> None:
    scene = laid_out(some_trend())
    before = [mark for mark in scene.marks if isinstance(mark, Line) and mark.ink is Ink.MUTED and mark.width == 2]
    assert [len(line.points) for line in before] == [2, 3, 3, 2]  # the first is in the legend
    dots = [mark for mark in scene.marks if isinstance(mark, Dot) and mark.is_hollow]
    assert len(dots) == 9 + 1


def test_ratings_stand_on_the_whole_scale() -> None:
    scene = laid_out(some_trend())
    lines = [mark for mark in scene.marks if isinstance(mark, Line) and mark.ink in (Ink.LINE, Ink.OUTLINE)]
    assert len(lines) == 6


def test_a_trend_is_told_by_its_ends() -> None:
    assert some_trend().describe() == "First: Week of 0 Nov: 0. Latest: Week of 11 Nov: 0."
    assert some_trend(1).describe() == "Week of 0 Nov: 0."
    assert some_trend(is_rated=False).describe() == "Nothing yet."
    assert some_trend().table()[3] == ("Week of 2 Nov", "2", "2", "")


def test_every_state_of_a_day_looks_different() -> None:
    scene = laid_out(a_week_of_dots(0))
    looks = {
        tuple(
            (mark.radius, mark.is_hollow)
            for mark in scene.marks
            if isinstance(mark, Dot) and spot.box.holds(mark.x, mark.y)
        )
        for spot in scene.spots[:4]
    }
    assert len(looks) == 4


def test_of_many_pairs_those_with_the_most_are_told() -> None:
    pairs = some_pairs()
    assert pairs.describe() == "Front of the hips: 14 and 7; Lower back: 6 and 6; and 1 more."
    assert (
        replace(pairs, pairs=pairs.pairs[:2]).describe()
        == "Front of the hips: 14 and 7; Deep in the buttocks: 4 and 1."
    )
    assert replace(pairs, pairs=()).describe() == "Nothing yet."
