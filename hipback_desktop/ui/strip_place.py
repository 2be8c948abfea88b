"""Where the strip stood on each screen, as texts the settings can keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_SCREENS: Final = 12
_BETWEEN: Final = "|"


@dataclass(frozen=True, slots=True)
class StripPlace:
    """Left and top in logical pixels from the corner of the screen, and the width."""

    left: int
    top: int
    width: int


def place_on(screen: str, kept: Iterable[str]) -> StripPlace | None:
    """Where it stood on a screen, None when it never did or the text cannot be read."""
    for text in kept:
        name, _, numbers = text.rpartition(_BETWEEN)
        if name == screen:
            parts = numbers.split(",")
            is_right = len(parts) == 3 and all(part.lstrip("-").isdecimal() for part in parts)
            return StripPlace(*map(int, parts)) if is_right else None
    return None


def with_place(screen: str, place: StripPlace, kept: Iterable[str]) -> tuple[str, ...]:
    """The texts with the place on a screen first, and the screens seen longest ago left out."""
    others = [text for text in kept if text.rpartition(_BETWEEN)[0] != screen]
    text = f"{screen}{_BETWEEN}{place.left},{place.top},{place.width}"
    return (text, *others)[:MOST_SCREENS]
