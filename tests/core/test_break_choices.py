"""What the settings of the reminder mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipback_desktop.core.break_choices import rules_of
from hipback_desktop.core.break_rules import BreakRules
from hipback_desktop.core.holds import Hold
from hipback_desktop.core.hours import OFFICE_HOURS
from hipback_desktop.core.settings import OPTIONS, Number, Settings

ON = Settings(breaks_on=True)


def test_nobody_is_reminded_who_did_not_ask() -> None:
    assert rules_of(Settings()) is None


def test_switched_on_everything_is_as_the_model_has_it() -> None:
    assert rules_of(ON) == BreakRules()


def test_every_choice_counts() -> None:
    settings = replace(
        ON,
        break_interval_minutes=30,
        break_minutes=3,
        standing_minutes=20,
        break_hours="Mon–Fri 9:00–18:00",
        break_holds=("call",),
    )
    assert rules_of(settings) == BreakRules(
        interval_seconds=1800,
        break_seconds=180,
        standing_seconds=1200,
        hours=(OFFICE_HOURS,),
        minds=frozenset({Hold.CALL}),
    )


@pytest.mark.parametrize("key", ["break_interval_minutes", "break_minutes", "standing_minutes"])
def test_whatever_can_be_chosen_the_model_accepts(key: str) -> None:
    kind = next(option.kind for option in OPTIONS if option.key == key)
    assert isinstance(kind, Number)
    for value in (kind.minimum, kind.maximum):
        assert rules_of(replace(ON, **{key: value})) is not None  # type: ignore[arg-type]
