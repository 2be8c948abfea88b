"""Bars: from the ground, in proportion, against the goal of their own week."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipback_desktop.charts.bars import Bars
from hipback_desktop.charts.marks import Box, Ink, Scene
from tests.charts.samples import LETTERS, some_bars


def laid_out(bars: Bars) -> Scene:
    return bars.scene(900, bars.height(900, LETTERS), LETTERS)


def boxes(scene: Scene, ink: Ink) -> list[Box]:
    return [mark for mark in scene.marks if isinstance(mark, Box) and mark.ink is ink and mark.height > 10]


def test_bars_stand_on_the_ground_and_are_as_high_as_their_values() -> None:
    scene = laid_out(some_bars(4))
    lower, upper = boxes(scene, Ink.STRETCH), boxes(scene, Ink.STRENGTHEN)
    assert len({box.bottom for box in lower}) == 1
    assert [box.height for box in lower] == pytest.approx([lower[0].height * n for n in (1, 2, 3, 4)])
    assert [box.bottom for box in upper] == pytest.approx([box.y for box in lower])


def test_a_goal_that_was_raised_is_a_band_of_its_own() -> None:
    before, after = boxes(laid_out(some_bars()), Ink.SOFT)
    assert before.right == pytest.approx(after.x)
    assert after.y < before.y
    assert after.bottom < before.bottom


def test_it_is_told_in_words_and_as_a_table() -> None:
    bars = some_bars(2)
    assert bars.describe() == "Most, and the latest: Week of 1 Nov: 1 min."
    assert some_bars(most=0).describe() == "Nothing yet."
    first, last = bars.columns
    short = replace(bars, columns=(replace(first, brief="the first"), replace(last, brief="the last")))
    assert short.describe() == "Most, and the latest: the last."
    assert short.values_told() == bars.values_told()
    assert bars.table() == (
        ("Week", "Stretch", "Strengthen", "Goal", "Week met"),
        ("Week of 0 Nov", "15", "15", "15–25", ""),
        ("Week of 1 Nov", "30", "30", "20–35", "yes"),
    )
