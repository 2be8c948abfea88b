"""What stands for different things in one chart is told apart by eyes of every kind."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pytest

from hipback_desktop.charts.legend import Key
from hipback_desktop.charts.marks import Pattern
from hipback_desktop.core.consistency import Week, WeekState
from hipback_desktop.core.goals import Goal
from hipback_desktop.core.review import Review, WeekReview
from hipback_desktop.ui.chart_view import chart_palette
from hipback_desktop.ui.progress_charts import breaks_by_hour, breaks_by_week, felt_trend, week_bars
from hipback_desktop.ui.theme import CONTRAST, DARK, LIGHT, Theme
from tests.builders import NOON
from tests.ui.eyes import AT_A_GLANCE, EYES, distance

REVIEW = Review(NOON.date(), (WeekReview(Week(NOON.date(), Goal(3, 2), WeekState.OPEN)),))
KEYS: dict[str, Iterable[Key]] = {
    "weeks": week_bars(REVIEW).parts,
    "how it felt": felt_trend(REVIEW).lines,
    "breaks by week": breaks_by_week(REVIEW).parts,
    "breaks by hour": breaks_by_hour(REVIEW).parts,
}


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", (LIGHT, DARK, CONTRAST), ids=lambda theme: theme.name)
@pytest.mark.parametrize("chart", KEYS)
def test_colours_in_one_chart_are_told_apart(chart: str, theme: Theme, eyes: str) -> None:
    """A box that is only outlined is told from a full one by that."""
    palette = chart_palette(theme)
    full = [key for key in KEYS[chart] if key.pattern is not Pattern.HOLLOW]
    close = {
        (one.name, other.name)
        for one, other in combinations(full, 2)
        if distance(palette[one.ink], palette[other.ink], eyes) < AT_A_GLANCE
    }
    assert close == set()


@pytest.mark.parametrize("chart", KEYS)
def test_no_colour_is_the_only_sign(chart: str) -> None:
    signs = [key.sign or key.pattern for key in KEYS[chart]]
    assert len(set(signs)) == len(signs)
