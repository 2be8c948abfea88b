"""A number stays on the line of what it counts, and a line breaks between words."""

from __future__ import annotations

import pytest

from hipback_desktop.ui.line_breaks import counted_together, in_two_lines


@pytest.mark.parametrize(
    "text, parts",
    [
        ("Next: Glute rolling, left side, 1 minute", ["Next:", "Glute", "rolling,", "left", "side,", "1 minute"]),
        ("Set 1 of 2, 30 seconds", ["Set", "1 of", "2,", "30 seconds"]),
        ("12:34 left", ["12:34 left"]),
        ("", [""]),
    ],
)
def test_there_is_no_break_after_a_number(text: str, parts: list[str]) -> None:
    kept = counted_together(text)
    assert [part.replace("\N{NO-BREAK SPACE}", " ") for part in kept.split(" ")] == parts


@pytest.mark.parametrize(
    "text, width, broken",
    [
        ("Half-kneeling hip-flexor stretch", 20, "Half-kneeling\nhip-flexor stretch"),
        ("Leg swings, forward and back", 24, "Leg swings,\nforward and back"),
        ("Leg swings, forward and back", 28, "Leg swings, forward and back"),  # needs no break
        ("Half-kneeling hip-flexor stretch", 13, "Half-kneeling\nhip-flexor stretch"),  # as near as it comes
        ("Straightforwardness", 5, "Straightforwardness"),
        ("", 5, ""),
    ],
)
def test_two_lines_are_as_like_as_can_be_and_break_no_word(text: str, width: float, broken: str) -> None:
    assert in_two_lines(text, width, len) == broken
