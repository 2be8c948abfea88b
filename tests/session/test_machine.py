"""The Qt machine does what the table says, and nothing else."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.core.errors import BugError
from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.lifecycle import TRANSITIONS, Command, Place, Stage, State, Trigger
from hipback_desktop.core.timeline import SegmentKind
from hipback_desktop.session.machine import SessionMachine

WORK = Place(Phase.STRETCH, SegmentKind.WORK)


def path_to(goal: State) -> list[Trigger]:
    """The shortest way from idle to a state, found in the table."""
    ways: dict[State, list[Trigger]] = {Stage.IDLE: []}
    todo: list[State] = [Stage.IDLE]
    while goal not in ways:
        state = todo.pop(0)
        for trigger, target in TRANSITIONS[state].items():
            if target not in ways:
                ways[target] = [*ways[state], trigger]
                todo.append(target)
    return ways[goal]


def started(qtbot: QtBot) -> tuple[SessionMachine, list[State]]:
    machine = SessionMachine()
    entered: list[State] = []
    machine.entered.connect(entered.append)
    qtbot.waitUntil(lambda: entered == [Stage.IDLE])
    entered.clear()
    return machine, entered


@pytest.mark.parametrize("state", list(TRANSITIONS), ids=str)
def test_every_way_of_the_table_is_walked_by_qt(qtbot: QtBot, state: State) -> None:
    machine, entered = started(qtbot)
    for trigger, target in TRANSITIONS[state].items():
        for step in path_to(state):
            machine.send(step)
        entered.clear()

        machine.send(trigger)

        assert entered == [target]
        assert machine.state == target
        while machine.state != Stage.IDLE:
            machine.send(Command.RESET if Command.RESET in TRANSITIONS[machine.state] else Command.STOP)


@pytest.mark.parametrize("state", list(TRANSITIONS), ids=str)
def test_a_trigger_the_table_does_not_list_raises_and_changes_nothing(qtbot: QtBot, state: State) -> None:
    machine, entered = started(qtbot)
    for step in path_to(state):
        machine.send(step)
    entered.clear()
    every: set[Trigger] = {trigger for ways in TRANSITIONS.values() for trigger in ways}

    for trigger in every - set(TRANSITIONS[state]):
        with pytest.raises(BugError):
            machine.send(trigger)

    assert entered == []
    assert machine.state == state


def test_triggers_sent_before_qt_has_started_the_machine_are_not_lost(qtbot: QtBot) -> None:
    machine = SessionMachine()
    entered: list[State] = []
    machine.entered.connect(entered.append)

    machine.send(WORK)
    machine.send(Command.PAUSE)

    qtbot.waitUntil(lambda: entered == [Stage.IDLE, WORK, Stage.PAUSED])


def test_reset_returns_an_ended_session_to_idle_and_leaves_an_idle_machine_alone(qtbot: QtBot) -> None:
    machine, entered = started(qtbot)
    machine.reset()
    assert entered == []

    machine.send(WORK)
    machine.send(Command.FINISH)
    machine.reset()

    assert entered == [WORK, Stage.FINISHED, Stage.IDLE]
