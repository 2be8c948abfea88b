"""What the work of some weeks was for: minutes by phase, by area and side, and how it felt."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Side
from hipback_desktop.core.week import week_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from hipback_desktop.core.exercise import Area, Phase


@dataclass(frozen=True, slots=True)
class Work:
    """How long an exercise was done on a day, on one side; without a side on both or on none."""

    day: date
    exercise_id: str
    phase: Phase
    side: Side | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Feeling:
    """The ratings of one session; None where none was given."""

    day: date
    stiffness_before: int | None = None
    stiffness_after: int | None = None
    discomfort: int | None = None


@dataclass(frozen=True, slots=True)
class SideSeconds:
    """Seconds on each side, and of what has no sides."""

    left: float = 0
    right: float = 0
    both: float = 0

    def plus(self, side: Side | None, seconds: float) -> SideSeconds:
        """The same with more on a side."""
        match side:
            case Side.LEFT:
                return SideSeconds(self.left + seconds, self.right, self.both)
            case Side.RIGHT:
                return SideSeconds(self.left, self.right + seconds, self.both)
            case None:
                return SideSeconds(self.left, self.right, self.both + seconds)


@dataclass(slots=True)
class WeekFigures:
    """One week: seconds by phase, by area and side; the ratings of its sessions; breaks taken."""

    by_phase: dict[Phase, float] = field(default_factory=dict)
    by_area: dict[Area, SideSeconds] = field(default_factory=dict)
    feelings: list[Feeling] = field(default_factory=list)
    breaks_taken: int = 0

    def add_work(self, work: Work, areas: Iterable[Area]) -> None:
        """Takes in a piece of work, in full for each of the areas it is for."""
        self.by_phase[work.phase] = self.by_phase.get(work.phase, 0) + work.seconds
        for area in areas:
            self.by_area[area] = self.by_area.get(area, SideSeconds()).plus(work.side, work.seconds)


def figures_by_week(
    work: Iterable[Work],
    feelings: Iterable[Feeling],
    breaks: Mapping[date, int],
    areas: Mapping[str, Iterable[Area]],
    first_day: str = "monday",
) -> Mapping[date, WeekFigures]:
    """The figures of each week by its first day; an exercise that ``areas`` does not know is for none."""
    weeks: defaultdict[date, WeekFigures] = defaultdict(WeekFigures)
    for piece in work:
        weeks[week_start(piece.day, first_day)].add_work(piece, areas.get(piece.exercise_id, ()))
    for feeling in feelings:
        weeks[week_start(feeling.day, first_day)].feelings.append(feeling)
    for day, taken in breaks.items():
        weeks[week_start(day, first_day)].breaks_taken += taken
    return weeks


def median(ratings: Iterable[int | None]) -> float | None:
    """The middle one of the ratings that were given, or halfway between the middle two; None without any."""
    given = sorted(rating for rating in ratings if rating is not None)
    if not given:
        return None
    return (given[(len(given) - 1) // 2] + given[len(given) // 2]) / 2
