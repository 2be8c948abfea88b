"""The week begins where the person lives, unless they say otherwise."""

from __future__ import annotations

import sys

import pytest
from babel import Locale

from hipback_desktop.core.settings import Settings
from hipback_desktop.desktop.first_weekday import day_of_number, usual_first_day, with_usual_week

HERE = pytest.mark.skipif(sys.platform == "win32", reason="there the registry says it")
NAMES = {0: "monday", 5: "saturday", 6: "sunday"}


@HERE
@pytest.mark.parametrize(
    ("environment", "day"),
    [
        ({}, "monday"),
        ({"LANG": "C.UTF-8"}, "monday"),
        ({"LANG": "POSIX"}, "monday"),
        ({"LANG": "de_DE.UTF-8"}, "monday"),
        ({"LANG": "en_US.UTF-8"}, "sunday"),
        ({"LANG": "ar_EG"}, "saturday"),
        ({"LANG": "sr_Latn_RS"}, "monday"),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"}, "monday"),
        ({"LANG": "de_DE", "LC_TIME": "de_AT", "LC_ALL": "en_US@euro"}, "sunday"),
        ({"LANG": "en_US", "LC_ALL": ""}, "sunday"),
    ],
)
def test_the_territory_of_the_times_decides(environment: dict[str, str], day: str) -> None:
    assert usual_first_day(environment) == day


@HERE
@pytest.mark.parametrize("locale", ["en_US", "en_GB", "de_DE", "fr_FR", "pt_BR", "ja_JP", "he_IL", "fa_IR", "sv_SE"])
def test_it_is_what_unicode_says(locale: str) -> None:
    assert usual_first_day({"LANG": locale}) == NAMES[Locale.parse(locale).first_week_day]


@HERE
def test_what_the_person_says_counts_before_what_is_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert with_usual_week(Settings()).first_day == "sunday"
    assert with_usual_week(Settings(week_begins="saturday")).first_day == "saturday"


@pytest.mark.parametrize(
    ("number", "day"),
    [("0", "monday"), ("5", "saturday"), ("6", "sunday"), (6, "sunday"), ("", "monday"), (None, "monday")],
)
def test_windows_counts_from_monday(number: object, day: str) -> None:
    assert day_of_number(number) == day
