"""How large letters must be to be read from across the room."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

_MM_PER_INCH: Final = 25.4
_TEXT_MM: Final = 12.0
_NAME_MM: Final = 23.0
_COUNTDOWN_MM: Final = 40.0
_BELIEVABLE_DPI: Final = (40.0, 600.0)
_USUAL_DPI: Final = 96.0


@dataclass(frozen=True, slots=True)
class RoomSizes:
    """Heights of capitals and figures, in logical pixels."""

    text: int
    name: int
    countdown: int


def room_sizes(dpi: float, scale: float = 1.0) -> RoomSizes:
    """The sizes for a screen of so many logical pixels an inch; ``scale`` is the person's choice, 1 for two metres.

    Projectors and virtual screens claim impossible sizes; those count as ordinary ones.
    """
    smallest, largest = _BELIEVABLE_DPI
    believed = dpi if smallest <= dpi <= largest else _USUAL_DPI
    text, name, countdown = (ceil(mm / _MM_PER_INCH * believed * scale) for mm in (_TEXT_MM, _NAME_MM, _COUNTDOWN_MM))
    return RoomSizes(text, name, countdown)
