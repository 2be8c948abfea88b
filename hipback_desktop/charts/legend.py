"""What the colours, patterns and signs of a chart mean, in as many lines as they need."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from hipback_desktop.charts.marks import Box, Dot, Ink, Line, Pattern, Words
from hipback_desktop.charts.scale import GAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hipback_desktop.charts.marks import Letters, Mark, Point

SIGN = 10.0
"""The size of a sign, and of a sample of a colour."""
HOLLOW_IS_LARGER = 1.4
"""So much, so that it is seen around another marker at the same place."""
_LINE = 2.4 * SIGN
"""How wide the sample of a line is: room for its dashes beside its marker."""


class Sign(StrEnum):
    """A small drawing that stands for something about a column or a line."""

    TICK = "tick"
    PLUS = "plus"
    RING = "ring"
    DASH = "dash"
    BAND = "band"
    HOLLOW_LINE = "hollow_line"
    FILLED_LINE = "filled_line"
    SQUARE_LINE = "square_line"


@dataclass(frozen=True, slots=True)
class Key:
    """One entry: a colour with its pattern, or a sign, and what it means."""

    name: str
    ink: Ink = Ink.TEXT
    pattern: Pattern = Pattern.PLAIN
    sign: Sign | None = None


def sign_marks(sign: Sign, x: float, y: float, ink: Ink = Ink.TEXT, size: float = SIGN) -> tuple[Mark, ...]:
    """The sign in a square whose upper left corner is at a point."""
    middle, right = y + size / 2, x + size
    match sign:
        case Sign.TICK:
            tick = ((x + 1, middle), (x + size * 0.4, y + size - 1.5), (right - 1, y + 1.5))
            return (Line(tick, ink, 2),)
        case Sign.PLUS:
            upright = ((x + size / 2, y + 1), (x + size / 2, y + size - 1))
            return Line(((x + 1, middle), (right - 1, middle)), ink, 2), Line(upright, ink, 2)
        case Sign.RING:
            return (Dot(x + size / 2, middle, size / 2 - 1, ink, is_hollow=True),)
        case Sign.DASH:
            return (Line(((x, middle), (right, middle)), ink, 2),)
        case Sign.BAND:
            edges = (band_edge((x, edge), (x + _LINE, edge)) for edge in (y, y + size))
            return (Box(x, y, _LINE, size, Ink.SOFT), *edges)
        case Sign.HOLLOW_LINE | Sign.FILLED_LINE | Sign.SQUARE_LINE:
            line = Line(((x, middle), (x + _LINE, middle)), ink, 2, is_dashed=sign is Sign.HOLLOW_LINE)
            return line, marker(sign, x + _LINE / 2, middle, ink, (size / 2 - 1) / HOLLOW_IS_LARGER)


def band_edge(begin: Point, end: Point) -> Line:
    """The line along one edge of a band."""
    return Line((begin, end), Ink.ACCENT, 1.5, is_dashed=True)


def marker(sign: Sign | None, x: float, y: float, ink: Ink, radius: float) -> Mark:
    """What stands on a line at each value."""
    if sign is Sign.SQUARE_LINE:
        return Box(x - radius, y - radius, 2 * radius, 2 * radius, ink)
    if sign is Sign.HOLLOW_LINE:
        return Dot(x, y, HOLLOW_IS_LARGER * radius, ink, is_hollow=True)
    return Dot(x, y, radius, ink)


def legend_height(keys: Sequence[Key], width: float, letters: Letters) -> float:
    """How much of the chart the legend takes, with the room below it."""
    lines = len({line for _, _, line in _places(keys, width, letters)})
    return lines * (letters.line + GAP / 2) + (GAP if lines else 0)


def legend(keys: Sequence[Key], width: float, letters: Letters) -> Iterator[Mark]:
    """The entries from left to right from the upper left corner on."""
    for key, x, line in _places(keys, width, letters):
        y = line * (letters.line + GAP / 2)
        top = y + (letters.line - SIGN) / 2
        if key.sign is not None:
            yield from sign_marks(key.sign, x, top, key.ink)
        else:
            yield Box(x, top, SIGN, SIGN, key.ink, key.pattern, 2)
        yield Words(x + _sample_width(key) + GAP * 0.75, y, key.name)


def flowed(widths: Iterable[float], width: float) -> Iterator[tuple[float, int]]:
    """Where things of these widths stand, one after another in as many lines as they need: x and line of each."""
    x, line = 0.0, 0
    for needs in widths:
        if x and x + needs > width:
            x, line = 0.0, line + 1
        yield x, line
        x += needs + 2 * GAP


def _places(keys: Sequence[Key], width: float, letters: Letters) -> Iterator[tuple[Key, float, int]]:
    widths = (_sample_width(key) + GAP * 0.75 + letters.width_of(key.name) for key in keys)
    for key, (x, line) in zip(keys, flowed(widths, width), strict=True):
        yield key, x, line


def _sample_width(key: Key) -> float:
    lined = (Sign.BAND, Sign.HOLLOW_LINE, Sign.FILLED_LINE, Sign.SQUARE_LINE)
    return _LINE if key.sign in lined else SIGN
