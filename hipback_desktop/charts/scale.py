"""Axes that begin at zero, with round steps, and labels that never touch or leave the chart."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from hipback_desktop.charts.marks import Anchor, Ink, Line, Words
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hipback_desktop.charts.marks import Box, Letters, Mark

MOST_LINES = 5
GAP = 8.0
"""Between labels, and between an axis and its labels."""
_ROUND = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """From zero to ``top`` in equal steps."""

    top: float
    step: float

    def ticks(self) -> tuple[float, ...]:
        """The values that have a line."""
        return tuple(number * self.step for number in range(round(self.top / self.step) + 1))

    def part(self, value: float) -> float:
        """How far along a value is, from 0 to 1."""
        return min(1.0, max(0.0, value / self.top))


def scale_to(most: float, smallest_step: float = 1) -> Scale:
    """The scale with round steps that ends at ``most`` or a little above."""
    wished = max(most / MOST_LINES, smallest_step)
    size = 10 ** floor(log10(wished))
    step = next(number * size for number in _ROUND if number * size >= wished * (1 - 1e-9))
    return Scale(max(1, ceil(most / step - 1e-9)) * step, step)


def number_text(value: float) -> str:
    """Whole from ten on, below that with one place where there is one."""
    tenths = round(value * 10)
    if tenths >= 100 or not tenths % 10:
        return str(round(value))
    # Translators: a number with one place; put your decimal sign between the two.
    return _("{whole}.{tenth}").format(whole=tenths // 10, tenth=tenths % 10)


def tick_width(scale: Scale, letters: Letters) -> float:
    """How much room the labels of a scale need beside it."""
    return max(letters.width_of(number_text(tick)) for tick in scale.ticks()) + GAP


def upright_axis(scale: Scale, plot: Box, letters: Letters) -> Iterator[Mark]:
    """A line across the plot for each tick, its label to the left."""
    for tick in scale.ticks():
        y = plot.bottom - scale.part(tick) * plot.height
        yield Line(((plot.x, y), (plot.right, y)), Ink.LINE if tick else Ink.OUTLINE)
        yield Words(plot.x - GAP, y - letters.line / 2, number_text(tick), anchor=Anchor.RIGHT)


def labels_below(labels: Sequence[str], plot: Box, letters: Letters) -> Iterator[Words]:
    """Labels under equal columns: all of them, or as many as fit in equal steps that end with the last."""
    if not labels:
        return
    slot = plot.width / len(labels)
    widest = max(map(letters.width_of, labels))
    moved = max(0.0, widest - slot)  # the first and the last stand inside, not under the middle of their column
    step = max(1, ceil((widest + GAP + moved) / slot))
    for place in range((len(labels) - 1) % step, len(labels), step):
        half = letters.width_of(labels[place]) / 2
        x = min(max(plot.x + (place + 0.5) * slot, plot.x + half), plot.right - half)
        yield Words(x, plot.bottom + GAP / 2, labels[place], anchor=Anchor.MIDDLE)
