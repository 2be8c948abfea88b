"""Bars on a common ground, stacked from parts, before a band they may be held against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hipback_desktop.charts.legend import SIGN, Key, Sign, band_edge, legend, legend_height, sign_marks
from hipback_desktop.charts.marks import Box, Ink, Scene, Spot
from hipback_desktop.charts.scale import GAP, labels_below, number_text, scale_to, tick_width, upright_axis
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hipback_desktop.charts.marks import Letters, Mark
    from hipback_desktop.charts.scale import Scale

_PLOT_HEIGHT = 200.0
_WIDEST_BAR = 44.0
_BAR_SHARE = 0.72


@dataclass(frozen=True, slots=True)
class Column:
    """One bar: its label on the axis, its full name, a value for each part, and all of it in words.

    ``brief`` is what is said of it beside another, where all of it would be too much.
    """

    label: str
    name: str
    values: tuple[float, ...]
    told: str
    sign: Sign | None = None
    band: tuple[float, float] | None = None
    brief: str = ""

    @property
    def total(self) -> float:
        return sum(self.values)

    @property
    def in_short(self) -> str:
        return self.brief or self.told


@dataclass(frozen=True, slots=True)
class Bars:
    """``parts`` name the values of each column from the ground up, ``others`` the signs and the band.

    ``most`` says what the highest one has the most of.
    """

    title: str
    of: str
    parts: tuple[Key, ...]
    columns: tuple[Column, ...]
    most: str
    others: tuple[Key, ...] = ()
    is_over_time: bool = True

    def describe(self) -> str:
        """The highest and the latest bar in short."""
        if not any(column.total for column in self.columns):
            return _("Nothing yet.")
        highest = max(self.columns, key=lambda column: column.total)
        if not self.is_over_time:
            return _("{most}: {highest}.").format(most=self.most, highest=highest.in_short)
        if highest is self.columns[-1]:
            return _("{most}, and the latest: {highest}.").format(most=self.most, highest=highest.in_short)
        words = _("{most}: {highest}. Latest: {latest}.")
        return words.format(most=self.most, highest=highest.in_short, latest=self.columns[-1].in_short)

    def values_told(self) -> tuple[str, ...]:
        """Each column in words."""
        return tuple(column.told for column in self.columns)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """A row for each column under a row of names."""
        names = (self.of, *(part.name for part in self.parts), *(key.name for key in self.others if key.sign))
        return names, *(self._row(column) for column in self.columns)

    def height(self, width: float, letters: Letters) -> float:
        """What it needs at a width."""
        return legend_height(self._keys(), width, letters) + SIGN + GAP + _PLOT_HEIGHT + GAP / 2 + letters.line

    def scene(self, width: float, height: float, letters: Letters) -> Scene:
        """It, laid out."""
        values = (value for column in self.columns for value in (column.total, *(column.band or ())))
        scale = scale_to(max(values, default=0))
        top = legend_height(self._keys(), width, letters) + SIGN + GAP
        left = tick_width(scale, letters)
        plot = Box(left, top, width - left, height - top - GAP / 2 - letters.line)
        marks = (
            *legend(self._keys(), width, letters),
            *self._bands(plot, scale),
            *upright_axis(scale, plot, letters),
            *(
                band_edge((band.x, edge), (band.right, edge))
                for band in self._bands(plot, scale)
                for edge in (band.y, band.bottom)
            ),
            *labels_below([column.label for column in self.columns], plot, letters),
            *self._bars(plot, scale),
        )
        slot = plot.width / max(1, len(self.columns))
        spots = (
            Spot(Box(plot.x + place * slot, plot.y - SIGN, slot, plot.height + SIGN), column.told)
            for place, column in enumerate(self.columns)
        )
        return Scene(width, height, marks, tuple(spots))

    def _keys(self) -> tuple[Key, ...]:
        return *self.parts, *self.others

    def _row(self, column: Column) -> tuple[str, ...]:
        others = [key.sign for key in self.others if key.sign]
        return column.name, *map(number_text, column.values), *(_cell(column, sign) for sign in others)

    def _bars(self, plot: Box, scale: Scale) -> Iterator[Mark]:
        slot = plot.width / max(1, len(self.columns))
        wide = min(_WIDEST_BAR, slot * _BAR_SHARE)
        for place, column in enumerate(self.columns):
            middle = plot.x + (place + 0.5) * slot
            y = plot.bottom
            for part, value in zip(self.parts, column.values, strict=True):
                high = scale.part(value) * plot.height
                y -= high
                if high:
                    yield Box(middle - wide / 2, y, wide, high, part.ink, part.pattern)
            if column.sign is not None:
                size = min(SIGN, slot)
                yield from sign_marks(column.sign, middle - size / 2, y - size - 3, size=size)

    def _bands(self, plot: Box, scale: Scale) -> Iterator[Box]:
        """The goal of each column, one box for neighbours that have the same."""
        slot = plot.width / max(1, len(self.columns))
        begin = 0
        for place, column in enumerate(self.columns):
            is_last = place + 1 == len(self.columns)
            if not is_last and self.columns[place + 1].band == column.band:
                continue
            if column.band is not None:
                low, high = (plot.bottom - scale.part(edge) * plot.height for edge in column.band)
                left, right = plot.x + begin * slot, plot.x + (place + 1) * slot
                yield Box(left, high, right - left, low - high, Ink.SOFT)
            begin = place + 1


def _cell(column: Column, sign: Sign) -> str:
    if sign is Sign.BAND:
        return "–".join(dict.fromkeys(map(number_text, column.band))) if column.band else ""
    return _("yes") if column.sign is sign else ""
