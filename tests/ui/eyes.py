"""How a colour looks to eyes that tell fewer apart, and how far two colours are from each other."""

from __future__ import annotations

from math import dist
from typing import Final

Colour = tuple[float, float, float]
Matrix = tuple[Colour, Colour, Colour]

# Machado, Oliveira and Fernandes 2009, severity 1.0, applied to linear RGB.
EYES: Final[dict[str, Matrix]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_TO_XYZ: Final[Matrix] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Final[Colour] = (0.95047, 1.0, 1.08883)

AT_A_GLANCE: Final = 12
"""How far apart two colours have to be, see ``distance``."""


def distance(one: str, other: str, eyes: str = "usual") -> float:
    """As CIE 1976 has it: about 2 can just be told apart side by side, 10 at a glance."""
    return dist(_lab(one, eyes), _lab(other, eyes))


def _lab(colour: str, eyes: str) -> Colour:
    found = _times(_TO_XYZ, _linear_seen(colour, eyes))
    x, y, z = (_root(part / white) for part, white in zip(found, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _linear_seen(colour: str, eyes: str) -> Colour:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    red, green, blue = (min(1.0, max(0.0, part)) for part in _times(EYES[eyes], (red, green, blue)))
    return red, green, blue


def _times(matrix: Matrix, colour: Colour) -> Colour:
    x, y, z = (sum(factor * part for factor, part in zip(row, colour, strict=True)) for row in matrix)
    return x, y, z


def _root(part: float) -> float:
    return part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
