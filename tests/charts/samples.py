"""One of every chart, empty, sparse and full, and letters of which every one is seven pixels wide."""

from __future__ import annotations

from hipback_desktop.charts.bars import Bars, Column
from hipback_desktop.charts.chart import Chart
from hipback_desktop.charts.heat_map import HeatDay, HeatMap
from hipback_desktop.charts.legend import Key, Sign
from hipback_desktop.charts.marks import Ink, Letters, Pattern
from hipback_desktop.charts.pairs import Pair, Pairs
from hipback_desktop.charts.trend import Moment, Trend
from hipback_desktop.charts.week_dots import DayState, WeekDay, WeekDots

LETTERS = Letters(lambda text: 7.0 * len(text), 16)
PARTS = (Key("Stretch", Ink.STRETCH), Key("Strengthen", Ink.STRENGTHEN, Pattern.FALLING))
OTHERS = (Key("Goal", sign=Sign.BAND), Key("Week met", sign=Sign.TICK))


def some_bars(count: int = 12, most: float = 60) -> Bars:
    """Rising bars with every sign there is; the goal was raised in the middle."""
    columns = tuple(
        Column(
            f"{number} Nov",
            f"Week of {number} Nov",
            (most * (number + 1) / count / 2, most * (number + 1) / count / 2),
            f"Week of {number} Nov: {number} min",
            sign=(None, Sign.TICK, Sign.PLUS, Sign.RING, Sign.DASH)[number % 5],
            band=(15, 25) if number < count / 2 else (20, 35),
        )
        for number in range(count)
    )
    return Bars("Minutes each week", "Week", PARTS, columns, "Most", OTHERS)


def some_days(weeks: int = 53, minutes: float = 12) -> HeatMap:
    """Every third day of some weeks, the last of which is not over."""
    days = tuple(
        HeatDay(f"day {n}", minutes * (n % 4) if n % 3 == 0 else 0, f"day {n}: {minutes * (n % 4)} min")
        for n in range(7 * weeks - 3)
    )
    columns = tuple("Sept" if week % 4 == 1 else "" for week in range(weeks))
    return HeatMap("The days of a year", "Day", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), columns, days)


def some_pairs(most: float = 14) -> Pairs:
    """Three areas, the last of which only both sides did at once."""
    pairs = (
        Pair("Front of the hips", most, most / 2, 0, "Front of the hips: 14 and 7"),
        Pair("Deep in the buttocks", 3, 0, 1, "Deep in the buttocks: 4 and 1"),
        Pair("Lower back", 0, 0, 6, "Lower back: 6 and 6"),
    )
    return Pairs("Minutes a week", "Area", ("Left side", "Right side", "Both at once"), pairs, (5, 10), "A guide")


def some_trend(count: int = 12, *, is_rated: bool = True) -> Trend:
    """A week in four without a rating, one only with one from before, and never a third."""
    moments = tuple(
        Moment(
            f"{n} Nov",
            f"Week of {n} Nov",
            (n % 11 if is_rated and n % 4 != 1 else None, n % 5 if is_rated and n % 4 > 1 else None, None),
            f"Week of {n} Nov: {n % 11}",
        )
        for n in range(count)
    )
    lines = (
        Key("Before", Ink.MUTED, sign=Sign.HOLLOW_LINE),
        Key("After", Ink.ACCENT, sign=Sign.FILLED_LINE),
        Key("Discomfort", Ink.WARM_UP, sign=Sign.SQUARE_LINE),
    )
    return Trend("Stiffness", "Week", lines, moments)


def a_week_of_dots(minutes: float = 12) -> WeekDots:
    """One day of each state."""
    states = (*DayState, DayState.TO_COME, DayState.TO_COME, DayState.TO_COME)
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    days = (
        WeekDay(name, f"A {name}", minutes if number < 2 else 0, state, f"A {name}: 12 min", is_today=number == 2)
        for number, (name, state) in enumerate(zip(names, states, strict=True))
    )
    return WeekDots("Days of this week", tuple(days))


CHARTS: dict[str, Chart] = {
    "one bar": some_bars(1),
    "no minutes": some_bars(most=0),
    "a year of bars": some_bars(52, 4321),
    "a year of days": some_days(),
    "no days": some_days(minutes=0),
    "a week of days": some_days(1),
    "pairs": some_pairs(),
    "long pairs": some_pairs(222),
    "a trend": some_trend(),
    "a year of trend": some_trend(52),
    "no ratings": some_trend(3, is_rated=False),
    "one rating": some_trend(1),
    "a week of dots": a_week_of_dots(),
    "long days": a_week_of_dots(123),
}
