"""The life of a session as a table."""

from __future__ import annotations

from itertools import product

import pytest

from hipback_desktop.core.errors import BugError
from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.lifecycle import PLACES, TRANSITIONS, Command, Place, Stage, State, Trigger, next_state
from hipback_desktop.core.timeline import SegmentKind

STATES: tuple[State, ...] = (*Stage, *PLACES)
TRIGGERS: tuple[Trigger, ...] = (*Command, *PLACES)
BRIDGE = Place(Phase.STRENGTHEN, SegmentKind.WORK)


def test_every_state_is_in_the_table() -> None:
    assert set(TRANSITIONS) == set(STATES)


def test_every_phase_and_kind_of_segment_is_a_place() -> None:
    assert {(place.phase, place.kind) for place in PLACES} == set(product(Phase, SegmentKind))


def test_every_state_is_reached_from_idle() -> None:
    reached: set[State] = set()
    waiting: list[State] = [Stage.IDLE]
    while waiting:
        state = waiting.pop()
        if state not in reached:
            reached.add(state)
            waiting += TRANSITIONS[state].values()
    assert reached == set(STATES)


@pytest.mark.parametrize("end", [Stage.FINISHED, Stage.STOPPED])
def test_an_end_is_an_end_until_reset(end: Stage) -> None:
    assert dict(TRANSITIONS[end]) == {Command.RESET: Stage.IDLE}


@pytest.mark.parametrize("state", [*PLACES, Stage.PAUSED])
def test_a_session_can_be_stopped_and_finished_wherever_it_is(state: State) -> None:
    assert next_state(state, Command.STOP) is Stage.STOPPED
    assert next_state(state, Command.FINISH) is Stage.FINISHED


@pytest.mark.parametrize("state", [Stage.IDLE, Stage.PAUSED, *PLACES])
def test_every_place_can_be_entered_from_everywhere_but_the_ends(state: State) -> None:
    assert {next_state(state, place) for place in PLACES} == set(PLACES)


def test_a_session_walks_through_its_life() -> None:
    state: State = Stage.IDLE
    life: list[tuple[Trigger, State]] = [
        (Place(Phase.STRETCH, SegmentKind.GET_READY), Place(Phase.STRETCH, SegmentKind.GET_READY)),
        (Place(Phase.STRETCH, SegmentKind.WORK), Place(Phase.STRETCH, SegmentKind.WORK)),
        (Command.PAUSE, Stage.PAUSED),
        (BRIDGE, BRIDGE),
        (Command.FINISH, Stage.FINISHED),
        (Command.RESET, Stage.IDLE),
    ]
    for trigger, expected in life:
        state = next_state(state, trigger)
        assert state == expected


@pytest.mark.parametrize(
    "state, trigger",
    [pair for pair in product(STATES, TRIGGERS) if pair[1] not in TRANSITIONS[pair[0]]],
    ids=str,
)
def test_an_illegal_trigger_raises_and_changes_nothing(state: State, trigger: Trigger) -> None:
    before = {name: dict(ways) for name, ways in TRANSITIONS.items()}
    with pytest.raises(BugError, match=r"cannot go on “.+” while it is “.+”"):
        next_state(state, trigger)
    assert {name: dict(ways) for name, ways in TRANSITIONS.items()} == before


def test_the_table_cannot_be_written_to() -> None:
    with pytest.raises(TypeError):
        TRANSITIONS[Stage.IDLE][Command.STOP] = Stage.STOPPED  # type: ignore[index]


def test_names_of_states_and_of_triggers_are_told_apart() -> None:
    """The Qt machine knows them by their names only."""
    assert len({str(state) for state in STATES}) == len(STATES)
    assert len({str(trigger) for trigger in TRIGGERS}) == len(TRIGGERS)
    assert str(BRIDGE) == "strengthen.work"
