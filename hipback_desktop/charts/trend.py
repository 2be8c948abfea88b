"""Ratings over time on one whole scale, each line with dots of its own kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hipback_desktop.charts.legend import HOLLOW_IS_LARGER, Sign, legend, legend_height, marker
from hipback_desktop.charts.marks import Box, Line, Scene, Spot
from hipback_desktop.charts.scale import GAP, Scale, labels_below, number_text, tick_width, upright_axis
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hipback_desktop.charts.legend import Key
    from hipback_desktop.charts.marks import Letters, Mark, Point

_PLOT_HEIGHT: Final = 180.0
_RADIUS: Final = 4.5
_ASIDE: Final = HOLLOW_IS_LARGER * _RADIUS + 1
"""How far a marker, with its line around it, may reach beyond its place."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in time with a rating for each line, None where none was given."""

    label: str
    name: str
    ratings: tuple[float | None, ...]
    told: str

    @property
    def is_rated(self) -> bool:
        return any(rating is not None for rating in self.ratings)


@dataclass(frozen=True, slots=True)
class Trend:
    """``lines`` have a sign each; the scale is whole, up to ``top``: small changes are not made to look large."""

    title: str
    of: str
    lines: tuple[Key, ...]
    moments: tuple[Moment, ...]
    top: float = 10

    def describe(self) -> str:
        """The first and the latest in words."""
        rated = [moment for moment in self.moments if moment.is_rated]
        if not rated:
            return _("Nothing yet.")
        if len(rated) == 1:
            return _("{latest}.").format(latest=rated[0].told)
        return _("First: {first}. Latest: {latest}.").format(first=rated[0].told, latest=rated[-1].told)

    def values_told(self) -> tuple[str, ...]:
        """Each place in time in words."""
        return tuple(moment.told for moment in self.moments)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """A row for each place in time under a row of names."""
        names = (self.of, *(line.name for line in self.lines))
        return names, *((moment.name, *map(_cell, moment.ratings)) for moment in self.moments)

    def height(self, width: float, letters: Letters) -> float:
        """What it needs at a width."""
        return legend_height(self.lines, width, letters) + GAP + _PLOT_HEIGHT + GAP / 2 + letters.line

    def scene(self, width: float, height: float, letters: Letters) -> Scene:
        """It, laid out."""
        scale = Scale(self.top, 2)
        top = legend_height(self.lines, width, letters) + GAP
        left = tick_width(scale, letters)
        slot = (width - left) / max(1, len(self.moments))
        plot = Box(left, top, width - left - max(0.0, _ASIDE - slot / 2), height - top - GAP / 2 - letters.line)
        slot = plot.width / max(1, len(self.moments))
        spots = (
            Spot(Box(plot.x + place * slot, plot.y, slot, plot.height), moment.told)
            for place, moment in enumerate(self.moments)
        )
        marks = (
            *legend(self.lines, width, letters),
            *upright_axis(scale, plot, letters),
            *labels_below([moment.label for moment in self.moments], plot, letters),
            *self._drawn(plot, scale, slot),
        )
        return Scene(width, height, marks, tuple(spots))

    def _drawn(self, plot: Box, scale: Scale, slot: float) -> Iterator[Mark]:
        radius = min(_RADIUS, max(2.5, slot / 3))
        for number, key in enumerate(self.lines):
            points = [
                None
                if rating is None
                else (plot.x + (place + 0.5) * slot, plot.bottom - scale.part(rating) * plot.height)
                for place, rating in enumerate(moment.ratings[number] for moment in self.moments)
            ]
            for run in _runs(points):
                if len(run) > 1:
                    yield Line(tuple(run), key.ink, 2, is_dashed=key.sign is Sign.HOLLOW_LINE)
            yield from (marker(key.sign, *point, key.ink, radius) for point in points if point is not None)


def _runs(points: list[Point | None]) -> Iterator[list[Point]]:
    """Points that follow each other: over a gap there is no line."""
    run: list[Point] = []
    for point in (*points, None):
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []


def _cell(rating: float | None) -> str:
    return "" if rating is None else number_text(rating)
