"""Left beside right, from a middle outwards, with a band that is the same on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hipback_desktop.charts.legend import Key, Sign, band_edge, legend, legend_height
from hipback_desktop.charts.marks import Anchor, Box, Ink, Line, Pattern, Scene, Spot, Words
from hipback_desktop.charts.scale import GAP, number_text, scale_to
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hipback_desktop.charts.marks import Letters, Mark
    from hipback_desktop.charts.scale import Scale

_ROW: Final = 30.0
_BAR: Final = 16.0
_FEWEST_LINES_APART: Final = 40.0
_TOLD: Final = 2
"""So many rows are put in words; the chart and its table have all of them."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: what only one side did, and what both did at once, which counts for each."""

    name: str
    left: float
    right: float
    both: float
    told: str

    @property
    def total(self) -> float:
        return self.left + self.right + 2 * self.both


@dataclass(frozen=True, slots=True)
class Pairs:
    """``sides`` name left, right and both at once."""

    title: str
    of: str
    sides: tuple[str, str, str]
    pairs: tuple[Pair, ...]
    band: tuple[float, float]
    band_name: str

    def describe(self) -> str:
        """The rows with the most in words, and how many there are besides."""
        some = sorted((pair for pair in self.pairs if pair.total), key=lambda pair: -pair.total)
        if not some:
            return _("Nothing yet.")
        told = "; ".join(pair.told for pair in some[:_TOLD])
        if len(some) <= _TOLD:
            return _("{pairs}.").format(pairs=told)
        return _("{pairs}; and {count} more.").format(pairs=told, count=len(some) - _TOLD)

    def values_told(self) -> tuple[str, ...]:
        """Each row in words."""
        return tuple(pair.told for pair in self.pairs)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """A row for each pair under a row of names."""
        rows = ((it.name, number_text(it.left), number_text(it.right), number_text(it.both)) for it in self.pairs)
        return (self.of, *self.sides), *rows

    def height(self, width: float, letters: Letters) -> float:
        """What it needs at a width."""
        return (
            legend_height(self._keys(), width, letters) + letters.line + GAP + self._rows(letters) + letters.line + GAP
        )

    def scene(self, width: float, height: float, letters: Letters) -> Scene:
        """It, laid out."""
        top = legend_height(self._keys(), width, letters) + letters.line + GAP
        names = max((letters.width_of(pair.name) for pair in self.pairs), default=0) + 2 * GAP
        half = (width - names) / 2 - letters.width_of("00")
        high = self._rows(letters)
        left = Box(width / 2 - names / 2 - half, top, half, high)
        right = Box(width / 2 + names / 2, top, half, high)
        most = max((max(it.left, it.right) + it.both for it in self.pairs), default=0)
        scale = scale_to(max(most, self.band[1]))
        row = high / max(1, len(self.pairs))
        marks = (
            *legend(self._keys(), width, letters),
            *self._half(left, scale, letters, is_left=True),
            *self._half(right, scale, letters, is_left=False),
            *(
                Words(width / 2, top + (place + 0.5) * row - letters.line / 2, pair.name, Ink.TEXT, Anchor.MIDDLE)
                for place, pair in enumerate(self.pairs)
            ),
        )
        spots = (
            Spot(Box(left.x, top + place * row, right.right - left.x, row), pair.told)
            for place, pair in enumerate(self.pairs)
        )
        return Scene(width, height, marks, tuple(spots))

    def _keys(self) -> tuple[Key, ...]:
        own = (Key(self.sides[0], Ink.STRETCH, Pattern.RISING), Key(self.sides[1], Ink.STRETCH, Pattern.FALLING))
        return *own, Key(self.sides[2], Ink.OUTLINE, Pattern.HOLLOW), Key(self.band_name, sign=Sign.BAND)

    def _rows(self, letters: Letters) -> float:
        return max(_ROW, letters.line + GAP / 2) * max(1, len(self.pairs))

    def _half(self, plot: Box, scale: Scale, letters: Letters, *, is_left: bool) -> Iterator[Mark]:
        """One side: its name, the band, the lines of the scale, and the bars from the middle outwards."""

        def at(value: float) -> float:
            along = scale.part(value) * plot.width
            return plot.right - along if is_left else plot.x + along

        def between(low: float, high: float) -> tuple[float, float]:
            one, other = sorted((at(low), at(high)))
            return one, other - one

        name = self.sides[0 if is_left else 1]
        edge = plot.right if is_left else plot.x
        anchor = Anchor.RIGHT if is_left else Anchor.LEFT
        yield Words(edge, plot.y - letters.line - GAP / 2, name, Ink.TEXT, anchor)
        x, wide = between(*self.band)
        yield Box(x, plot.y, wide, plot.height, Ink.SOFT)
        for tick in _apart(scale, plot):
            yield Line(((at(tick), plot.y), (at(tick), plot.bottom)), Ink.LINE if tick else Ink.OUTLINE)
            yield Words(at(tick), plot.bottom + GAP / 2, number_text(tick), anchor=Anchor.MIDDLE)
        yield from (band_edge((at(value), plot.y), (at(value), plot.bottom)) for value in self.band)
        row = plot.height / max(1, len(self.pairs))
        for place, pair in enumerate(self.pairs):
            y = plot.y + (place + 0.5) * row - _BAR / 2
            own = pair.left if is_left else pair.right
            pattern = Pattern.RISING if is_left else Pattern.FALLING
            for low, high, ink, drawn in (
                (0, own, Ink.STRETCH, pattern),
                (own, own + pair.both, Ink.OUTLINE, Pattern.HOLLOW),
            ):
                x, wide = between(low, high)
                if wide:
                    yield Box(x, y, wide, _BAR, ink, drawn)


def _apart(scale: Scale, plot: Box) -> tuple[float, ...]:
    """The ticks, or only the first and the last where there is little room."""
    ticks = scale.ticks()
    return ticks if plot.width / (len(ticks) - 1) >= _FEWEST_LINES_APART else (ticks[0], ticks[-1])
