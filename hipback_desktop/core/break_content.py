"""What a sitting break is made of: a walk, then what the week still lacks of what can be done beside a desk.

It opens with movement and stays mild (domain.md §5, C5): holds of twenty seconds, and one set of each, until a long
break has had everything there is.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.adaptation import adapt, is_at_the_desk, suits
from hipback_desktop.core.exercise import Area, Mode, Phase, Position
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import is_preview
from hipback_desktop.core.routine import Block, Routine, Step
from hipback_desktop.core.suggestion import goes_gently, tight_areas
from hipback_desktop.core.timeline import compile_routine
from hipback_desktop.core.week import week_start

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime

    from hipback_desktop.core.dose import Dose
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.record import SessionRecord
    from hipback_desktop.core.settings import Settings
    from hipback_desktop.core.timeline import Timeline, Timings

SITTING_BREAK: Final = "sitting_break"
"""The id its records carry; no file of ours has it."""
GET_UP_SECONDS = 10.0
WALKS: Final = ("break_stand_walk", "light_cardio_march")
"""What a break opens with: the first that suits."""
_LEAST_WALK, _MOST_WALK, _WALK_STEP = 30.0, 120.0, 5.0
_HOLD_SECONDS = 20.0
_MORE_SETS = (2, 3)
_TIGHT_COUNTS = 0.5
"""What feels tight is looked after twice as often."""


def break_routine(
    seconds: float,
    exercises: Mapping[str, Exercise],
    settings: Settings,
    records: Sequence[SessionRecord],
    now: datetime,
    timings: Timings,
) -> Routine:
    """A break that fits into so many seconds, each exercise whole; ``records`` are the sessions so far.

    Without steps when not even a walk suits.
    """
    walk = next((exercises[name] for name in WALKS if name in exercises and suits(exercises[name], settings)), None)
    if walk is None:
        return _routine(())
    opening = Step(walk, replace(walk.dose, sets=1, seconds=_LEAST_WALK))
    chosen = _chosen(_ranked(exercises, settings, records, now), opening, seconds, timings)
    left = seconds - _seconds((opening, *chosen), timings)
    walked = min(_MOST_WALK, _LEAST_WALK + max(0.0, left // _WALK_STEP * _WALK_STEP))
    routine = _routine((Step(walk, replace(opening.dose, seconds=walked)), *sorted(chosen, key=_order)))
    return adapt(routine, exercises, settings).routine if settings.safety_seen_at else routine


def break_timeline(routine: Routine, timings: Timings, *, free_reps: bool = False) -> Timeline:
    """The routine compiled, with time to get up from the chair before it."""
    return compile_routine(routine, timings, free_reps=free_reps).with_seconds(0, GET_UP_SECONDS)


def _routine(steps: Sequence[Step]) -> Routine:
    blocks = tuple(Block(phase, tuple(some)) for phase, some in groupby(steps, key=lambda step: step.exercise.phase))
    return Routine(SITTING_BREAK, _("Sitting break"), blocks, tags=("desk",))


def _chosen(ranked: Sequence[Exercise], opening: Step, seconds: float, timings: Timings) -> tuple[Step, ...]:
    """Of each area one exercise, then the others, then one more set of the stretches, as long as there is time."""
    chosen: dict[str, Step] = {}

    def fits(step: Step) -> bool:
        steps = {**chosen, step.exercise.id: step}
        return _seconds((opening, *steps.values()), timings) <= seconds

    steps = [Step(exercise, _mild(exercise.dose)) for exercise in ranked]
    for step in steps:
        areas = {area for other in chosen.values() for area in other.exercise.areas}
        if areas.isdisjoint(step.exercise.areas) and fits(step):
            chosen[step.exercise.id] = step
    stretches = [step for step in steps if step.exercise.phase is Phase.STRETCH]
    once_more = [Step(step.exercise, replace(step.dose, sets=sets)) for sets in _MORE_SETS for step in stretches]
    for step in (*(step for step in steps if step.exercise.id not in chosen), *once_more):
        if fits(step):
            chosen[step.exercise.id] = step
    return tuple(chosen.values())


def _seconds(steps: Sequence[Step], timings: Timings) -> float:
    return break_timeline(_routine(sorted(steps, key=_order)), timings).seconds


def _order(step: Step) -> tuple[bool, int, bool]:
    """The walk, then by phase, and within it standing before sitting (domain.md §8.3)."""
    exercise = step.exercise
    return exercise.id not in WALKS, list(Phase).index(exercise.phase), exercise.position is Position.CHAIR


def _mild(dose: Dose) -> Dose:
    return replace(dose, sets=1, seconds=min(dose.seconds, _HOLD_SECONDS) if dose.seconds is not None else None)


def _ranked(
    exercises: Mapping[str, Exercise], settings: Settings, records: Sequence[SessionRecord], now: datetime
) -> Sequence[Exercise]:
    """What may be part of a break, that first whose areas were worked least this week; stretches before the rest."""
    if goes_gently(settings, now):
        return ()
    worked = _worked(records, exercises, settings, now)
    tight = tight_areas(settings)
    has_said = bool(settings.safety_seen_at)
    candidates = [
        exercise
        for exercise in exercises.values()
        if is_at_the_desk(exercise)
        and (exercise.mode is Mode.HOLD or (has_said and exercise.mode is Mode.REPS))
        and suits(exercise, settings)
    ]
    need = _need(worked, tight)
    return sorted(candidates, key=lambda one: (need(one), one.phase is not Phase.STRETCH, _first_area(one), one.id))


def _need(worked: Mapping[Area, float], tight: Collection[Area]) -> Callable[[Exercise], float]:
    def need(exercise: Exercise) -> float:
        seconds = [worked.get(area, 0.0) * (_TIGHT_COUNTS if area in tight else 1) for area in exercise.areas]
        return sum(seconds) / len(seconds) if seconds else 0.0

    return need


def _first_area(exercise: Exercise) -> int:
    return list(Area).index(exercise.areas[0]) if exercise.areas else len(Area)


def _worked(
    records: Sequence[SessionRecord], exercises: Mapping[str, Exercise], settings: Settings, now: datetime
) -> Mapping[Area, float]:
    """The seconds of this week by area; breaks count, previews do not."""
    begins = week_start(now.date(), settings.first_day)
    seconds: dict[Area, float] = {}
    for record in records:
        if record.started_at.date() < begins or is_preview(record):
            continue
        for step in record.steps:
            exercise = exercises.get(step.exercise_id)
            for area in exercise.areas if exercise else ():
                seconds[area] = seconds.get(area, 0.0) + step.done_seconds
    return seconds
