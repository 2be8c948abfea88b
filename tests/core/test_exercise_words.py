"""What is said about an exercise where it is offered."""

from __future__ import annotations

import pytest

from hipback_desktop.core.dose import Dose
from hipback_desktop.core.exercise import Area, Level, Position, Sides
from hipback_desktop.core.exercise_words import (
    area_name,
    dose_text,
    level_name,
    position_label,
    short_dose,
    sides_label,
)
from tests.builders import an_exercise


def test_everything_has_a_name_of_its_own() -> None:
    for names in (
        [area_name(area) for area in Area],
        [level_name(level) for level in Level],
        [position_label(position) for position in Position],
        [sides_label(sides) for sides in Sides],
    ):
        assert all(names)
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "dose, sides, long, short",
    [
        (Dose(1, 30), Sides.NONE, "30 seconds", "30 s"),
        (Dose(2, 30), Sides.EACH, "2 times 30 seconds on each side", "2 × 30 s each side"),
        (Dose(1, 120), Sides.NONE, "2 minutes", "2 min"),
        (Dose(1, 90), Sides.NONE, "90 seconds", "90 s"),
        (Dose(3, None, 10, 4), Sides.ALTERNATING, "3 times 10 reps, sides in turn", "3 × 10 reps"),
    ],
)
def test_an_amount_is_told_in_full_and_for_a_card(dose: Dose, sides: Sides, long: str, short: str) -> None:
    exercise = an_exercise(dose=dose, sides=sides)
    assert (dose_text(exercise), short_dose(exercise)) == (long, short)
