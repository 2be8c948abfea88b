"""The Qt state machine of a session, built from the table in ``core.lifecycle``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtStateMachine import QSignalTransition, QState, QStateMachine

from hipback_desktop.core.lifecycle import TRANSITIONS, Command, Place, Stage, State, Trigger, next_state

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent


class _TriggerTransition(QSignalTransition):
    """Taken when the trigger signal carries one certain trigger."""

    def __init__(self, machine: SessionMachine, trigger: Trigger) -> None:
        super().__init__(machine.triggered)
        self._name = str(trigger)

    def eventTest(self, event: QEvent) -> bool:
        return bool(super().eventTest(event)) and event.arguments()[0] == self._name  # type: ignore[attr-defined]


class SessionMachine(QObject):
    """Walks idle, the places of a running session, paused, finished and stopped.

    Qt starts its machines in a later turn of the event loop, so triggers that come before are kept and sent once it
    runs. ``entered`` is emitted once for every state that is entered.
    """

    triggered = Signal(str)
    entered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: State = Stage.IDLE
        self._waiting: list[Trigger] = []
        self._planned: State = Stage.IDLE
        self._machine = QStateMachine(self)
        self._states = self._build()
        self._machine.setInitialState(self._states[Stage.IDLE])
        self._machine.started.connect(self._send_waiting)
        self._machine.start()

    def send(self, trigger: Trigger) -> None:
        """Moves the machine; an illegal trigger raises BugError and changes nothing."""
        self._planned = next_state(self._planned, trigger)
        if self._machine.isRunning():
            self.triggered.emit(str(trigger))
        else:
            self._waiting.append(trigger)

    def reset(self) -> None:
        """Back to idle after a session; no effect while idle."""
        if self._planned in (Stage.FINISHED, Stage.STOPPED):
            self.send(Command.RESET)

    def _build(self) -> dict[State, QState]:
        running = QState(self._machine)
        phases: dict[str, QState] = {}
        states: dict[State, QState] = {}
        for state in TRANSITIONS:
            parent: QState | QStateMachine = self._machine
            if isinstance(state, Place):
                parent = phases.setdefault(state.phase, QState(running))
            states[state] = QState(parent)
            if isinstance(state, Place):
                parent.setInitialState(parent.initialState() or states[state])
            states[state].setObjectName(str(state))
            states[state].entered.connect(lambda entered=state: self._on_entered(entered))
        for state, ways in TRANSITIONS.items():
            for trigger, target in ways.items():
                transition = _TriggerTransition(self, trigger)
                transition.setTargetState(states[target])
                states[state].addTransition(transition)
        running.setInitialState(next(iter(phases.values())))
        return states

    def _on_entered(self, state: State) -> None:
        self.state = state
        self.entered.emit(state)

    def _send_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for trigger in waiting:
            self.triggered.emit(str(trigger))
