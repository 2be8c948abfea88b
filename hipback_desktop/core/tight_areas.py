"""How much of a routine stretches what feels tight (evidence.md §14.6)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Area, Phase
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.routine import Routine

_ALSO: Mapping[Area, tuple[str, ...]] = MappingProxyType(
    {
        Area.LOWER_BACK: ("cat_cow", "pelvic_tilt_supine"),
        Area.OUTER_HIP: ("figure_four_supine", "figure_four_seated"),
        Area.INNER_THIGH: ("leg_swing_side",),
    }
)
"""What the table of evidence.md §14.6 counts as a stretch of an area beside the stretches that carry its tag."""


def stretch_seconds(routine: Routine, areas: Collection[Area]) -> float:
    """The seconds of work that stretch at least one of the areas, both sides together."""
    return sum(step.work_seconds for step in routine.steps if _stretches(step.exercise, areas))


def most_stretched(routine: Routine, areas: Collection[Area]) -> Area | None:
    """The area that is stretched longest, None when the routine stretches none of them."""
    seconds = {area: stretch_seconds(routine, (area,)) for area in Area if area in areas}
    longest = max(seconds, key=lambda area: seconds[area], default=None)
    return longest if longest is not None and seconds[longest] > 0 else None


def stretches_text(area: Area) -> str:
    """“With stretches for the front of your hips.”, after the reason for which a routine is offered."""
    return {
        Area.HIP_FLEXORS: _("With stretches for the front of your hips."),
        Area.QUADS: _("With stretches for the front of your thighs."),
        Area.GLUTES: _("With stretches for your buttocks."),
        Area.DEEP_ROTATORS: _("With stretches deep in your buttocks."),
        Area.HAMSTRINGS: _("With stretches for the back of your thighs."),
        Area.LOWER_BACK: _("With stretches for your lower back."),
        Area.OUTER_HIP: _("With stretches for your outer hips."),
        Area.SIDE_WAIST: _("With stretches for the sides of your waist."),
        Area.INNER_THIGH: _("With stretches for your inner thighs."),
    }[area]


def _stretches(exercise: Exercise, areas: Collection[Area]) -> bool:
    is_tagged = exercise.phase is Phase.STRETCH and any(area in areas for area in exercise.areas)
    return is_tagged or any(exercise.id in _ALSO.get(area, ()) for area in areas)
