"""A week on one page: what was done, what is open, and the charts that have something to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.core.week_words import open_line, steadiness_line, strength_line, stretch_line
from hipback_desktop.ui.progress_charts import progress_charts, week_dots, week_text

if TYPE_CHECKING:
    from hipback_desktop.charts.chart import Chart
    from hipback_desktop.core.review import Review

_CHARTS = 4
"""Those that come first: more would be too small to read on one page."""


def week_summary(review: Review) -> tuple[str, tuple[str, ...], tuple[Chart, ...]]:
    """Its title, its lines and its charts."""
    week = review.this_week
    lines = (f"{stretch_line(week)}, {strength_line(week)}", open_line(week), steadiness_line(review))
    shown = (chart for chart, instead in progress_charts(review)[:_CHARTS] if not instead)
    return week_text(week.starts_on), tuple(filter(None, lines)), (week_dots(review), *shown)
