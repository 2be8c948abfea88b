"""What a session changes for the next one: easier forms, exercises left out, gentle days (evidence.md §14.3, §14.4)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hipback_desktop.core.own_session import OWN_SESSION
from hipback_desktop.core.record import Outcome, SinceLastTime
from hipback_desktop.core.safety import GENTLE_FOR, STOP_REACTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.record import SessionRecord, StopReason
    from hipback_desktop.core.settings import Settings


def after_stop(settings: Settings, reason: StopReason, exercise_id: str, today: date) -> Settings:
    """The settings after somebody said why they stopped in this exercise."""
    reaction = STOP_REACTIONS[reason]
    if reaction.easier_next_time:
        settings = with_easier(settings, exercise_id)
    if reaction.leaves_exercise_out:
        settings = replace(settings, left_out=_with(settings.left_out, [exercise_id]))
    if reaction.goes_gently:
        settings = replace(settings, goes_gently_until=(today + GENTLE_FOR).isoformat())
    return settings


def with_easier(settings: Settings, exercise_id: str) -> Settings:
    """The easier form of an exercise next time."""
    return replace(settings, easier_next=_with(settings.easier_next, [exercise_id]))


def after_session(settings: Settings, record: SessionRecord, exercises: Mapping[str, Exercise]) -> Settings:
    """An easier form that was promised for next time has been had; what has none is promised no longer.

    The session put together for today is kept until it was played to its end.
    """
    if record.routine_id == OWN_SESSION and record.outcome is Outcome.COMPLETED:
        settings = replace(settings, own_session=())
    done = {step.exercise_id for step in record.steps if step.done_seconds > 0}
    waiting = tuple(
        exercise_id
        for exercise_id in settings.easier_next
        if (easier := _easier_of(exercise_id, exercises)) is not None and easier not in done
    )
    return replace(settings, easier_next=waiting)


def after_answer(
    settings: Settings, record: SessionRecord, answer: SinceLastTime, exercises: Mapping[str, Exercise]
) -> Settings:
    """Worse for more than a day: one step down for everything of that session that has an easier form."""
    if answer is not SinceLastTime.WORSE:
        return settings
    done = [step.exercise_id for step in record.steps if step.done_seconds > 0]
    return replace(
        settings, easier_next=_with(settings.easier_next, [name for name in done if _easier_of(name, exercises)])
    )


def _easier_of(exercise_id: str, exercises: Mapping[str, Exercise]) -> str | None:
    exercise = exercises.get(exercise_id)
    return exercise.easier.exercise_id if exercise and exercise.easier else None


def _with(listed: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*listed, *more)))
