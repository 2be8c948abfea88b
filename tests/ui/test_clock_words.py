"""Times of day are written as where the person lives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from hipback_desktop.ui.clock_words import time_of_day
from hipback_desktop.ui.session_words import MomentWords
from tests.builders import NOON
from tests.ui.moments import moment

AFTERNOON = NOON.replace(hour=18, minute=5)


@pytest.fixture
def _american() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("_american")
def test_in_america_the_clock_has_twelve_hours() -> None:
    assert time_of_day(AFTERNOON).replace("\u202f", " ") == "6:05 PM"
    assert MomentWords().time_left(moment(0)).endswith("PM")


def test_elsewhere_it_has_twenty_four() -> None:
    assert time_of_day(AFTERNOON) == "18:05"
