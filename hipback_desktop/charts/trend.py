"""Two ratings over time on one scale: what was before and what was after, and between them what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hipback_desktop.charts.legend import Key, Sign, legend, legend_height
from hipback_desktop.charts.marks import Box, Dot, Ink, Line, Scene, Spot
from hipback_desktop.charts.scale import GAP, Scale, labels_below, number_text, tick_width, upright_axis
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hipback_desktop.charts.marks import Letters, Mark, Point

_PLOT_HEIGHT: Final = 180.0
_RADIUS: Final = 4.5


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in time with both ratings, None where none was given."""

    label: str
    name: str
    before: float | None
    after: float | None
    told: str


@dataclass(frozen=True, slots=True)
class Trend:
    """The scale is whole, from zero to ``top``: small changes are not made to look large."""

    title: str
    of: str
    before_name: str
    after_name: str
    moments: tuple[Moment, ...]
    top: float = 10

    def describe(self) -> str:
        """The first and the latest in words."""
        rated = [moment for moment in self.moments if moment.before is not None or moment.after is not None]
        if not rated:
            return _("Nothing yet.")
        if len(rated) == 1:
            return _("{latest}.").format(latest=rated[0].told)
        return _("First: {first}. Latest: {latest}.").format(first=rated[0].told, latest=rated[-1].told)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """A row for each place in time under a row of names."""
        rows = ((moment.name, _cell(moment.before), _cell(moment.after)) for moment in self.moments)
        return (self.of, self.before_name, self.after_name), *rows

    def height(self, width: float, letters: Letters) -> float:
        """What it needs at a width."""
        return legend_height(self._keys(), width, letters) + GAP + _PLOT_HEIGHT + GAP / 2 + letters.line

    def scene(self, width: float, height: float, letters: Letters) -> Scene:
        """It, laid out."""
        scale = Scale(self.top, 2)
        top = legend_height(self._keys(), width, letters) + GAP
        left = tick_width(scale, letters)
        plot = Box(left, top, width - left, height - top - GAP / 2 - letters.line)
        slot = plot.width / max(1, len(self.moments))
        spots = (
            Spot(Box(plot.x + place * slot, plot.y, slot, plot.height), moment.told)
            for place, moment in enumerate(self.moments)
        )
        marks = (
            *legend(self._keys(), width, letters),
            *upright_axis(scale, plot, letters),
            *labels_below([moment.label for moment in self.moments], plot, letters),
            *self._drawn(plot, scale, slot),
        )
        return Scene(width, height, marks, tuple(spots))

    def _keys(self) -> tuple[Key, ...]:
        before = Key(self.before_name, Ink.MUTED, sign=Sign.HOLLOW_LINE)
        return before, Key(self.after_name, Ink.ACCENT, sign=Sign.FILLED_LINE)

    def _drawn(self, plot: Box, scale: Scale, slot: float) -> Iterator[Mark]:
        def at(place: int, rating: float) -> Point:
            return plot.x + (place + 0.5) * slot, plot.bottom - scale.part(rating) * plot.height

        lines: tuple[tuple[list[float | None], Ink, bool], ...] = (
            ([moment.before for moment in self.moments], Ink.MUTED, True),
            ([moment.after for moment in self.moments], Ink.ACCENT, False),
        )
        radius = min(_RADIUS, max(2.5, slot / 3))
        for ratings, ink, is_before in lines:
            points = [None if rating is None else at(place, rating) for place, rating in enumerate(ratings)]
            for run in _runs(points):
                if len(run) > 1:
                    yield Line(tuple(run), ink, 2, is_dashed=is_before)
            yield from (Dot(*point, radius, ink, is_hollow=is_before) for point in points if point is not None)


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
