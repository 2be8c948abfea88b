"""Where a line may be broken: not between a number and what it counts, nor within a word while it can be helped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_COUNTED: Final = re.compile(r"(?<=\d) (?=\w)")
_UNBROKEN: Final = "\N{NO-BREAK SPACE}"


def counted_together(text: str) -> str:
    """The same to read, “30 seconds” on one line."""
    return _COUNTED.sub(_UNBROKEN, text)


def in_two_lines(text: str, width: float, advance: Callable[[str], float]) -> str:
    """Broken once, between words and into lines as like as can be, where it is wider than the width.

    Left to itself, a line breaks “hip-flexor” at its hyphen and leaves the last word alone.
    """
    words = text.split(" ")
    if len(words) == 1 or advance(text) <= width:
        return text
    pairs = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    return "\n".join(min(pairs, key=lambda pair: max(map(advance, pair))))
