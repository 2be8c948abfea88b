"""A session of one's own for today, put together from exercises."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.exercise import Mode, Phase, Position
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.routine import Block, Routine, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.core.dose import Dose
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.settings import Settings

OWN_SESSION: Final = "my_session"
"""The id its records carry; no file of ours has it."""

_HEIGHTS: Final[Mapping[Position, int]] = MappingProxyType(
    {
        Position.STANDING: 0,
        Position.HALF_KNEELING: 1,
        Position.ALL_FOURS: 1,
        Position.CHAIR: 2,
        Position.FLOOR_SEATED: 2,
        Position.SUPINE: 3,
        Position.SIDE_LYING: 3,
        Position.PRONE: 3,
    }
)
"""From standing down to lying, the order of positions within a phase (domain.md §8.3)."""


def chosen_exercises(settings: Settings, exercises: Mapping[str, Exercise]) -> tuple[Exercise, ...]:
    """What was added for today, in order; what is left out for now, or not shipped any more, is passed over."""
    chosen = dict.fromkeys(name for name in settings.own_session if name not in settings.left_out)
    return tuple(exercises[name] for name in chosen if name in exercises)


def with_exercise(chosen: tuple[Exercise, ...], added: Exercise) -> tuple[Exercise, ...]:
    """The exercises with one more, behind the last that comes before it or beside it (domain.md §8.3)."""
    if added in chosen:
        return chosen
    place = max((index for index, other in enumerate(chosen, 1) if _order(other) <= _order(added)), default=0)
    return (*chosen[:place], added, *chosen[place:])


def moved(chosen: tuple[Exercise, ...], exercise_id: str, step: int) -> tuple[Exercise, ...]:
    """The exercises with one a place earlier (-1) or later (1), as far as there is room."""
    at = next(index for index, other in enumerate(chosen) if other.id == exercise_id)
    to = min(max(at + step, 0), len(chosen) - 1)
    rest = chosen[:at] + chosen[at + 1 :]
    return (*rest[:to], chosen[at], *rest[to:])


def own_routine(chosen: tuple[Exercise, ...]) -> Routine:
    """The routine of these exercises in their order, each in the amount we ship."""
    blocks = tuple(
        Block(phase, tuple(Step(exercise, _dose(exercise)) for exercise in run))
        for phase, run in groupby(chosen, key=lambda exercise: exercise.phase)
    )
    return Routine(OWN_SESSION, _("My session"), blocks, _("From the exercises you added."))


def _dose(exercise: Exercise) -> Dose:
    return replace(exercise.dose, most_sets=None, most_seconds=None, most_reps=None)


def _order(exercise: Exercise) -> tuple[int, bool, int]:
    """The phase, in the warm-up what raises the pulse before the drills, then from standing down to lying."""
    is_drill = exercise.phase is Phase.WARM_UP and exercise.mode is not Mode.TIMED
    return list(Phase).index(exercise.phase), is_drill, _HEIGHTS[exercise.position]
