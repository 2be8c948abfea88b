"""Some weeks looked back on: what each was made of, what it was for, how it felt, and which breaks were taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hipback_desktop.core.consistency import WeekState
from hipback_desktop.core.exercise import Sides
from hipback_desktop.core.week_figures import SideSeconds

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hipback_desktop.core.consistency import Week
    from hipback_desktop.core.day import Day
    from hipback_desktop.core.exercise import Area, Exercise, Phase, Side

GUIDE_MINUTES = (5, 10)
"""Per area and side in a week: where gains level off, and no pass mark (evidence.md §14.8)."""

WEEKS_OF_A_YEAR = 53
"""So many are touched by a year that ends in any week."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """Prompts that showed, without those that were put off, and how many of them led to getting up."""

    offered: int = 0
    taken: int = 0

    def with_begun(self, begun: int) -> Breaks:
        """With all that were played: one may be taken without a prompt, and be a walk."""
        taken = max(begun, self.taken)
        return Breaks(max(taken, self.offered), taken)


@dataclass(frozen=True, slots=True)
class WeekReview:
    """One week; the ratings are the middle ones, None where there was none."""

    week: Week
    by_phase: Mapping[Phase, float] = field(default_factory=dict)
    stiffness_before: float | None = None
    stiffness_after: float | None = None
    discomfort: float | None = None
    breaks: Breaks = Breaks()


@dataclass(frozen=True, slots=True)
class Review:
    """The weeks looked back on, the oldest first, with the week under way at the end.

    ``by_area`` is of an average week since the first session; ``days`` are those of the year that had sessions.
    """

    today: date
    weeks: tuple[WeekReview, ...]
    days: tuple[Day, ...] = ()
    by_area: Mapping[Area, SideSeconds] = field(default_factory=dict)
    breaks_by_hour: Mapping[int, Breaks] = field(default_factory=dict)
    weeks_met: int = 0
    score: float = 0
    flex_weeks: int = 0

    @property
    def this_week(self) -> Week:
        """The week under way."""
        return self.weeks[-1].week

    @property
    def weeks_lived(self) -> int:
        """How many of the weeks have come since the first session."""
        return sum(review.week.state is not WeekState.BEFORE for review in self.weeks)


def seconds_by_area(
    worked: Mapping[tuple[str, Side | None], float], exercises: Mapping[str, Exercise]
) -> dict[Area, SideSeconds]:
    """An exercise counts in full for each of its areas; one that alternates, half for each side."""
    by_area: dict[Area, SideSeconds] = {}
    for (exercise_id, side), seconds in worked.items():
        exercise = exercises.get(exercise_id)
        if exercise is None:
            continue
        for area in exercise.areas:
            so_far = by_area.get(area, SideSeconds())
            if side is None and exercise.sides is Sides.ALTERNATING:
                half = seconds / 2
                by_area[area] = SideSeconds(so_far.left + half, so_far.right + half, so_far.both)
            else:
                by_area[area] = so_far.plus(side, seconds)
    return by_area
