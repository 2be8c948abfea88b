"""Comfort filters, stop reactions and when to show the safety screens (evidence.md §14.1, §14.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from hipback_desktop.core.comfort import ComfortFilter
from hipback_desktop.core.exercise import Bias, Comfort
from hipback_desktop.core.record import StopReason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from hipback_desktop.core.exercise import Exercise

SCREENS_AGAIN_AFTER = timedelta(days=90)
SCREENS_AGAIN_AFTER_AWAY = timedelta(days=28)
ASK_SINCE_LAST_TIME_AFTER = timedelta(hours=18)
GENTLE_FOR = timedelta(days=7)
PAUSE_ASKS_AFTER_SECONDS = 5 * 60.0
PAUSE_ENDS_AFTER_SECONDS = 15 * 60.0


@dataclass(frozen=True, slots=True)
class _Drops:
    comfort: frozenset[Comfort] = frozenset()
    bias: Bias | None = None
    exercise_ids: frozenset[str] = frozenset()


_DROPPED: Mapping[ComfortFilter, _Drops] = MappingProxyType(
    {
        ComfortFilter.NO_KNEELING: _Drops(frozenset({Comfort.KNEEL})),
        ComfortFilter.NOT_ON_BACK: _Drops(frozenset({Comfort.ON_BACK})),
        ComfortFilter.NOT_ON_FRONT: _Drops(frozenset({Comfort.ON_FRONT})),
        ComfortFilter.NOT_ON_SIDE: _Drops(frozenset({Comfort.ON_SIDE})),
        ComfortFilter.NO_FLOOR_SITTING: _Drops(frozenset({Comfort.FLOOR_SIT})),
        ComfortFilter.NO_ROUNDING: _Drops(bias=Bias.ROUNDS),
        ComfortFilter.NO_ARCHING: _Drops(bias=Bias.ARCHES),
        ComfortFilter.NO_TWISTING: _Drops(bias=Bias.TWISTS),
        ComfortFilter.NO_DEEP_HIP_BEND: _Drops(frozenset({Comfort.DEEP_HIP_BEND, Comfort.CROSSES_LEG})),
        ComfortFilter.EASY_ON_KNEES: _Drops(
            frozenset({Comfort.KNEE_TWIST, Comfort.KNEEL}), exercise_ids=frozenset({"couch_stretch"})
        ),
        ComfortFilter.EASY_ON_WRISTS: _Drops(frozenset({Comfort.WRISTS})),
        ComfortFilter.NO_BALANCING: _Drops(frozenset({Comfort.STANDING_BALANCE})),
        ComfortFilter.NO_PRESSURE_TOOLS: _Drops(frozenset({Comfort.PRESSURE_TOOL})),
        ComfortFilter.LITTLE_SPACE: _Drops(frozenset({Comfort.NEEDS_SPACE})),
    }
)


def dropped_by(exercise: Exercise, filters: Iterable[ComfortFilter]) -> ComfortFilter | None:
    """The first filter that leaves the exercise out, or None."""
    for chosen in filters:
        drops = _DROPPED[chosen]
        if (
            drops.comfort.intersection(exercise.comfort)
            or drops.bias is exercise.bias
            or exercise.id in drops.exercise_ids
        ):
            return chosen
    return None


def screens_are_due(seen_at: datetime | None, last_session_at: datetime | None, now: datetime) -> bool:
    """Whether the first two safety screens are to be shown: at first, after 90 days, after 28 days away."""
    if seen_at is None or now - seen_at >= SCREENS_AGAIN_AFTER:
        return True
    return last_session_at is not None and now - max(seen_at, last_session_at) >= SCREENS_AGAIN_AFTER_AWAY


def asks_since_last_time(last_session_at: datetime | None, now: datetime) -> bool:
    """Whether 18 hours have passed since the last session, so that it makes sense to ask how it felt."""
    return last_session_at is not None and now - last_session_at >= ASK_SINCE_LAST_TIME_AFTER


@dataclass(frozen=True, slots=True)
class StopReaction:
    """What follows from the reason given after Stop."""

    easier_next_time: bool = False
    asks_discomfort: bool = False
    leaves_exercise_out: bool = False
    shows_stop_list: bool = False
    shows_where_to_get_help: bool = False
    goes_gently: bool = False
    shows_settle: bool = False


STOP_REACTIONS: Mapping[StopReason, StopReaction] = MappingProxyType(
    {
        StopReason.DONE_FOR_NOW: StopReaction(),
        StopReason.TOO_HARD: StopReaction(easier_next_time=True),
        StopReason.UNCOMFORTABLE: StopReaction(asks_discomfort=True),
        StopReason.SHARP: StopReaction(leaves_exercise_out=True, shows_stop_list=True),
        StopReason.NUMB: StopReaction(shows_where_to_get_help=True, goes_gently=True),
        StopReason.UNWELL: StopReaction(shows_settle=True),
    }
)
