"""Where a line must not be broken: between a number and what it counts."""

from __future__ import annotations

import re
from typing import Final

_COUNTED: Final = re.compile(r"(?<=\d) (?=\w)")
_UNBROKEN: Final = "\N{NO-BREAK SPACE}"


def counted_together(text: str) -> str:
    """The same to read, “30 seconds” on one line."""
    return _COUNTED.sub(_UNBROKEN, text)
