"""The amount of an exercise."""

from __future__ import annotations

from typing import Any

import pytest

from hipback_desktop.core.dose import Dose


def test_a_set_takes_its_seconds_or_its_reps_at_their_pace() -> None:
    assert Dose(2, 30).work_seconds == 30
    assert Dose(2, None, 10, 5).work_seconds == 50


@pytest.mark.parametrize(
    "amount",
    [
        {"sets": 0, "seconds": 30},
        {"sets": -1, "seconds": 30},
        {},
        {"seconds": 30, "reps": 10, "seconds_per_rep": 5},
        {"reps": 10},
        {"reps": 0, "seconds_per_rep": 5},
        {"reps": 10, "seconds_per_rep": 0},
        {"seconds": 0},
        {"seconds": -30},
    ],
    ids=str,
)
def test_an_amount_that_cannot_be_is_not_made(amount: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        Dose(**amount)
