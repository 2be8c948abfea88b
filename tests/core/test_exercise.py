"""The words of the domain."""

from __future__ import annotations

from hipback_desktop.core.exercise import Level, Phase, Side
from tests.builders import an_exercise


def test_levels_rise() -> None:
    assert Level.BEGINNER.rank < Level.INTERMEDIATE.rank < Level.ADVANCED.rank


def test_the_right_side_comes_first() -> None:
    """Sets run R-L-R-L (domain.md §8.1)."""
    assert list(Side) == [Side.RIGHT, Side.LEFT]


def test_phases_are_written_in_files_as_they_are_named() -> None:
    assert [str(phase) for phase in Phase] == ["warm_up", "smr", "stretch", "strengthen", "calm"]


def test_care_is_its_own_and_the_shared_each_once() -> None:
    own, shared = ("Pad the knee.", "Stop if it tingles."), ("Stop if it tingles.", "Keep off bone.")
    exercise = an_exercise(safety=own, shared_safety=shared)
    assert exercise.care == ("Pad the knee.", "Stop if it tingles.", "Keep off bone.")
