"""What is looked for in the history."""

from __future__ import annotations

from datetime import date

import pytest

from hipback_desktop.core.history_filter import HistoryFilter, Period, folded
from hipback_desktop.core.record import Outcome

TODAY = date(2026, 3, 16)


@pytest.mark.parametrize(
    "period, first",
    [
        (Period.WEEK, date(2026, 3, 10)),
        (Period.MONTH, date(2026, 2, 15)),
        (Period.QUARTER, date(2025, 12, 17)),
        (Period.YEAR, date(2025, 3, 17)),
        (None, None),
    ],
)
def test_a_period_ends_today(period: Period | None, first: date | None) -> None:
    assert HistoryFilter(period=period).since(TODAY) == first


def test_words_are_compared_without_capitals_and_accents() -> None:
    assert HistoryFilter("  ÉTIREMENT  Straße ").words == ("etirement", "strasse")
    assert folded("Ångström") == folded("angstrom")


def test_only_what_is_asked_for_narrows() -> None:
    assert not HistoryFilter("  ").narrows
    assert HistoryFilter("hug").narrows
    assert HistoryFilter(outcomes=(Outcome.COMPLETED,)).narrows
