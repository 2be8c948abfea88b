"""The days of one week as dots: filled where a day counts, with its minutes below."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from hipback_desktop.charts.legend import Sign, sign_marks
from hipback_desktop.charts.marks import Anchor, Box, Dot, Ink, Line, Scene, Spot, Words
from hipback_desktop.charts.scale import GAP, number_text
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hipback_desktop.charts.marks import Letters, Mark

_RADIUS: Final = 13.0
_WIDEST_SLOT: Final = 76.0


class DayState(StrEnum):
    """What a day of the week is so far."""

    COUNTS = "counts"
    SOME = "some"
    NOTHING = "nothing"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day: its short and its full name, its minutes, and all of it in words."""

    label: str
    name: str
    minutes: float
    state: DayState
    told: str
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class WeekDots:
    """Seven days, from the first of the week on."""

    title: str
    days: tuple[WeekDay, ...]

    def describe(self) -> str:
        """The days on which something was done."""
        told = [day.told for day in self.days if day.minutes]
        return _("{days}.").format(days="; ".join(told)) if told else _("Nothing yet.")

    def values_told(self) -> tuple[str, ...]:
        """Each day in words."""
        return tuple(day.told for day in self.days)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """A row for each day under a row of names."""
        return (_("Day"), _("Minutes")), *((day.name, number_text(day.minutes)) for day in self.days)

    def height(self, width: float, letters: Letters) -> float:
        """What it needs at any width."""
        return 2 * (letters.line + GAP) + 2 * _RADIUS

    def scene(self, width: float, height: float, letters: Letters) -> Scene:
        """It, laid out from the left."""
        slot = min(_WIDEST_SLOT, width / max(1, len(self.days)))
        boxes = [Box(place * slot, 0, slot, height) for place in range(len(self.days))]
        marks = [mark for box, day in zip(boxes, self.days, strict=True) for mark in _day(day, box, letters)]
        return Scene(
            width, height, tuple(marks), tuple(Spot(box, day.told) for box, day in zip(boxes, self.days, strict=True))
        )


def _day(day: WeekDay, box: Box, letters: Letters) -> Iterator[Mark]:
    x, y = box.middle[0], letters.line + GAP + _RADIUS
    yield Words(x, 0, day.label, Ink.TEXT if day.is_today else Ink.MUTED, Anchor.MIDDLE)
    if day.is_today:
        half = letters.width_of(day.label) / 2
        yield Line(((x - half, letters.line), (x + half, letters.line)), Ink.ACCENT, 2)
    match day.state:
        case DayState.COUNTS:
            yield Dot(x, y, _RADIUS - 1, Ink.ACCENT)
            yield from sign_marks(Sign.TICK, x - 6, y - 6, Ink.GROUND, 12)
        case DayState.SOME:
            yield Dot(x, y, _RADIUS - 1, Ink.OUTLINE, is_hollow=True)
            yield Dot(x, y, _RADIUS / 3, Ink.ACCENT)
        case DayState.NOTHING:
            yield Dot(x, y, _RADIUS - 1, Ink.OUTLINE, is_hollow=True)
        case DayState.TO_COME:
            yield Dot(x, y, 2, Ink.OUTLINE)
    if day.minutes:
        minutes = _("{minutes} min").format(minutes=number_text(day.minutes))
        text = minutes if letters.width_of(minutes) < box.width - 2 else number_text(day.minutes)
        yield Words(x, y + _RADIUS + GAP / 2, text, anchor=Anchor.MIDDLE)
