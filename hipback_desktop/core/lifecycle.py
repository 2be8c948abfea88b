"""The life of a session as a table; the Qt machine is built from it and a test holds the two together.

Rules of this file: every state and every way out of it stands here and nowhere else. A trigger that a state does not
list is an illegal move and changes nothing. A running session is in one place, a phase and a kind of segment; entering
a place is also how a pause ends, so no state has to remember where it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from hipback_desktop.core.errors import BugError
from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.timeline import SegmentKind

if TYPE_CHECKING:
    from collections.abc import Mapping


class Stage(StrEnum):
    """The states that are not places of a running session."""

    IDLE = "idle"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"


class Command(StrEnum):
    """The triggers that do not enter a place."""

    PAUSE = "pause"
    FINISH = "finish"
    STOP = "stop"
    RESET = "reset"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a running session is; as a trigger, the order to go there."""

    phase: Phase
    kind: SegmentKind

    def __str__(self) -> str:
        return f"{self.phase}.{self.kind}"


State = Stage | Place
Trigger = Command | Place

PLACES: tuple[Place, ...] = tuple(Place(phase, kind) for phase in Phase for kind in SegmentKind)

_TO_EVERY_PLACE: Mapping[Trigger, State] = MappingProxyType({place: place for place in PLACES})
_RUNNING: Mapping[Trigger, State] = MappingProxyType(
    {
        **_TO_EVERY_PLACE,
        Command.PAUSE: Stage.PAUSED,
        Command.FINISH: Stage.FINISHED,
        Command.STOP: Stage.STOPPED,
    }
)

TRANSITIONS: Mapping[State, Mapping[Trigger, State]] = MappingProxyType(
    {
        Stage.IDLE: _TO_EVERY_PLACE,
        **dict.fromkeys(PLACES, _RUNNING),
        Stage.PAUSED: MappingProxyType(
            {**_TO_EVERY_PLACE, Command.FINISH: Stage.FINISHED, Command.STOP: Stage.STOPPED}
        ),
        Stage.FINISHED: MappingProxyType({Command.RESET: Stage.IDLE}),
        Stage.STOPPED: MappingProxyType({Command.RESET: Stage.IDLE}),
    }
)


def next_state(state: State, trigger: Trigger) -> State:
    """Where a trigger leads; an illegal one is a fault of this program."""
    try:
        return TRANSITIONS[state][trigger]
    except KeyError:
        raise BugError(f"a session cannot go on “{trigger}” while it is “{state}”") from None
