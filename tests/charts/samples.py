"""One of every chart, empty, sparse and full, and letters of which every one is seven pixels wide."""

from __future__ import annotations

from hipback_desktop.charts.bars import Bars, Column
from hipback_desktop.charts.chart import Chart
from hipback_desktop.charts.legend import Key, Sign
from hipback_desktop.charts.marks import Ink, Letters, Pattern

LETTERS = Letters(lambda text: 7.0 * len(text), 16)
PARTS = (Key("Stretch", Ink.STRETCH), Key("Strengthen", Ink.STRENGTHEN, Pattern.FALLING))
OTHERS = (Key("Goal", sign=Sign.BAND), Key("Week met", sign=Sign.TICK))


def some_bars(count: int = 12, most: float = 60) -> Bars:
    """Rising bars, every second of which met its goal; the goal was raised in the middle."""
    columns = tuple(
        Column(
            f"{number} Nov",
            f"Week of {number} Nov",
            (most * (number + 1) / count / 2, most * (number + 1) / count / 2),
            f"Week of {number} Nov: {number} min",
            sign=Sign.TICK if number % 2 else None,
            band=(15, 25) if number < count / 2 else (20, 35),
        )
        for number in range(count)
    )
    return Bars("Minutes each week", "Week", PARTS, columns, OTHERS)


CHARTS: dict[str, Chart] = {
    "one bar": some_bars(1),
    "no minutes": some_bars(most=0),
    "a year of bars": some_bars(52, 4321),
}
