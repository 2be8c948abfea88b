"""A year of days: a column a week, and in each day a square that grows with what was done."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Final

from hipback_desktop.charts.legend import flowed
from hipback_desktop.charts.marks import Anchor, Box, Ink, Scene, Spot, Words
from hipback_desktop.charts.scale import GAP, number_text
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hipback_desktop.charts.marks import Letters, Mark

STEPS: Final = (5, 10, 20, 30)
"""From how many minutes on a square is larger: the first is from when on a day counts."""
_SHARES: Final = (0.3, 0.5, 0.66, 0.82, 1.0)
"""The side of a square, of its cell; area says how much, as colour alone would not."""
_LARGEST_CELL: Final = 22.0
_CELL_GAP: Final = 2.0
_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class HeatDay:
    """A day in words, with its minutes."""

    name: str
    minutes: float
    told: str


@dataclass(frozen=True, slots=True)
class HeatMap:
    """``days`` without a gap from the first day of a week on; ``rows`` name the weekdays, ``columns`` the weeks.

    A column without a name begins no new month.
    """

    title: str
    of: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    days: tuple[HeatDay, ...]

    def describe(self) -> str:
        """On how many days something was done, and the day with the most."""
        done = [day for day in self.days if day.minutes]
        if not done:
            return _("Nothing yet.")
        most = max(done, key=lambda day: day.minutes)
        return _("Active days: {count}. Most on {day}.").format(count=len(done), day=most.told)

    def values_told(self) -> tuple[str, ...]:
        """Each day in words."""
        return tuple(day.told for day in self.days)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """The days on which something was done, the latest last."""
        rows = ((day.name, number_text(day.minutes)) for day in self.days if day.minutes)
        return (self.of, _("Minutes")), *rows

    def height(self, width: float, letters: Letters) -> float:
        """What it needs at a width."""
        cell = self._cell(width, letters)
        lines = 1 + _legend_places(width, cell, letters)[-1][1]
        return letters.line + GAP / 2 + _DAYS * cell + GAP + lines * _legend_line(cell, letters)

    def scene(self, width: float, height: float, letters: Letters) -> Scene:
        """It, laid out."""
        cell, left, top = self._cell(width, letters), self._left(letters), letters.line + GAP / 2
        cells = [
            Box(left + place // _DAYS * cell, top + place % _DAYS * cell, cell, cell) for place in range(len(self.days))
        ]
        marks = (
            *self._months(left, cell, width, letters),
            *self._weekdays(left, top, cell, letters),
            *(_square(box, day.minutes) for box, day in zip(cells, self.days, strict=True)),
            *_legend(top + _DAYS * cell + GAP, width, cell, letters),
        )
        spots = tuple(Spot(box, day.told) for box, day in zip(cells, self.days, strict=True))
        return Scene(width, height, marks, spots)

    def _left(self, letters: Letters) -> float:
        return max(map(letters.width_of, self.rows)) + GAP

    def _cell(self, width: float, letters: Letters) -> float:
        return min(_LARGEST_CELL, (width - self._left(letters)) / len(self.columns))

    def _months(self, left: float, cell: float, width: float, letters: Letters) -> Iterator[Words]:
        """From the latest back, those that have room before the next and inside."""
        free = width
        for place in reversed(range(len(self.columns))):
            name, x = self.columns[place], left + place * cell
            if name and x + letters.width_of(name) <= free:
                yield Words(x, 0, name)
                free = x - GAP

    def _weekdays(self, left: float, top: float, cell: float, letters: Letters) -> Iterator[Words]:
        """All of them, or as many as have room where the cells are lower than a line."""
        step = ceil(letters.line / cell)
        for row in range(0, _DAYS, step):
            y = top + (row + 0.5) * cell - letters.line / 2
            yield Words(left - GAP, y, self.rows[row], anchor=Anchor.RIGHT)


def _square(cell: Box, minutes: float) -> Box:
    """A faint one for a day without anything, a small one for less than counts; minutes as they are said."""
    room = cell.width - _CELL_GAP
    share = _SHARES[sum(round(minutes, 1) >= step for step in STEPS)] if minutes else 0.16
    side = room * share
    x, y = cell.middle
    return Box(x - side / 2, y - side / 2, side, side, Ink.ACCENT if minutes else Ink.OUTLINE, radius=min(3, side / 4))


def _legend(y: float, width: float, cell: float, letters: Letters) -> Iterator[Mark]:
    """Squares as large as those of the days."""
    entries, line = _legend_entries(), _legend_line(cell, letters)
    for (minutes, name), (x, number) in zip(entries, _legend_places(width, cell, letters), strict=True):
        top = y + number * line
        yield _square(Box(x, top + (line - cell) / 2, cell, cell), minutes)
        yield Words(x + cell + GAP / 2, top + (line - letters.line) / 2, name)


def _legend_places(width: float, cell: float, letters: Letters) -> tuple[tuple[float, int], ...]:
    return tuple(flowed((cell + GAP / 2 + letters.width_of(name) for _, name in _legend_entries()), width))


def _legend_line(cell: float, letters: Letters) -> float:
    return max(letters.line, cell) + GAP / 2


def _legend_entries() -> Sequence[tuple[float, str]]:
    from_to = [f"{low}–{high}" for low, high in pairwise(STEPS)]
    last = _("{minutes} min or more").format(minutes=STEPS[-1])
    least = _("under {minutes}").format(minutes=STEPS[0])
    return [(0, _("nothing")), (1, least), *zip(STEPS, from_to, strict=False), (STEPS[-1], last)]
