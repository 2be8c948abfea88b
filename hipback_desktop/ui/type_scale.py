"""The sizes: one type scale over the platform's font, and the grid everything stands on."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

SPACE: Final = 8
"""The grid, in logical pixels: distances are multiples of it, half of it inside small things."""

_SMALLEST_BODY = 15
_SEMI_BOLD_FROM = 1.4


class TypeRole(Enum):
    """What a text is for; the value is its size relative to the body."""

    CAPTION = 0.87
    BODY = 1.0
    BODY_LARGE = 1.2
    TITLE = 1.45
    HEADLINE = 1.95
    DISPLAY = 3.0


@cache
def body_pixels() -> int:
    """The size of plain text: a little over what the platform uses, never below 15 pixels."""
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    return max(_SMALLEST_BODY, round(system * 1.1))


def font_of(role: TypeRole, scale: float = 1.0, *, strong: bool | None = None) -> QFont:
    """The font of a role; titles and larger are semi-bold unless ``strong`` says otherwise."""
    font = font_of_pixels(round(body_pixels() * role.value * scale))
    is_strong = role.value >= _SEMI_BOLD_FROM if strong is None else strong
    font.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
    return font


def font_of_pixels(pixels: int) -> QFont:
    """The platform's font at a size, with figures of equal width so that counting does not make them dance."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(max(1, pixels))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
