"""A number stays on the line of what it counts."""

from __future__ import annotations

import pytest

from hipback_desktop.ui.line_breaks import counted_together


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
