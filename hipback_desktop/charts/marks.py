"""What a chart is drawn of: boxes, lines, dots and words in roles of colour, and the spots that tell exact values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Point = tuple[float, float]


class Ink(StrEnum):
    """The role of a colour; those of the phases are named like the phases."""

    GROUND = "ground"
    TEXT = "text"
    MUTED = "muted"
    LINE = "line"
    OUTLINE = "outline"
    ACCENT = "accent"
    SOFT = "soft"
    WARM_UP = "warm_up"
    SMR = "smr"
    STRETCH = "stretch"
    STRENGTHEN = "strengthen"
    CALM = "calm"


class Pattern(StrEnum):
    """What lies on the colour of a box, so that colour is never the only sign."""

    PLAIN = "plain"
    RISING = "rising"
    FALLING = "falling"
    LEVEL = "level"
    UPRIGHT = "upright"
    HOLLOW = "hollow"


class Anchor(StrEnum):
    """Which part of a text stands at its place."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Letters:
    """The font as far as a layout has to know it: how wide a text is, and how high a line."""

    width_of: Callable[[str], float]
    line: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``radius`` rounds its corners."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink = Ink.TEXT
    pattern: Pattern = Pattern.PLAIN
    radius: float = 0

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in it; the right and lower edges belong to the next one."""
        return self.x <= x < self.right and self.y <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Line:
    """From point to point."""

    points: tuple[Point, ...]
    ink: Ink
    width: float = 1
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle, hollow or filled."""

    x: float
    y: float
    radius: float
    ink: Ink
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text whose anchor is at ``x`` and whose top is at ``y``."""

    x: float
    y: float
    text: str
    ink: Ink = Ink.MUTED
    anchor: Anchor = Anchor.LEFT

    def left(self, letters: Letters) -> float:
        """Where it begins."""
        share = {Anchor.LEFT: 0.0, Anchor.MIDDLE: 0.5, Anchor.RIGHT: 1.0}[self.anchor]
        return self.x - share * letters.width_of(self.text)


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a chart that pointer and keyboard can be on, and its exact value in words."""

    box: Box
    told: str


Mark = Box | Line | Dot | Words


@dataclass(frozen=True, slots=True)
class Scene:
    """A chart laid out: all that has to be drawn, from back to front."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    spots: tuple[Spot, ...]
