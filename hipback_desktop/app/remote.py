"""Answers what other commands ask of the running program."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from hipback_desktop.app.start import Start
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.core.view import SessionView
    from hipback_desktop.session.controller import SessionController


class RemoteAnswers:
    """Turns a request into a call on the window or the session, and the session into a document."""

    def __init__(
        self,
        controller: Callable[[], SessionController | None],
        raise_window: Callable[[], None],
        start: Callable[[Start], None],
        breaks: Callable[[dict[str, Any]], dict[str, Any]],
        take_up: Callable[[], None],
        look_again: Callable[[], None],
    ) -> None:
        self._controller = controller
        self._raise_window = raise_window
        self._start = start
        self._breaks = breaks
        self._take_up = take_up
        self._look_again = look_again
        self._session_commands: Mapping[str, Callable[[SessionController], None]] = MappingProxyType(
            {
                "pause": lambda session: session.pause(),
                "resume": lambda session: session.resume(),
                "next": lambda session: session.next_step(),
                "previous": lambda session: session.previous_step(),
                "stop": lambda session: session.stop(),
            }
        )

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """The answer to one request; raises UserError with the sentence to show when it cannot be done."""
        command = str(request.get("command", ""))
        if command == "breaks":
            return self._breaks(request)
        if command == "raise":
            self._raise_window()
        elif command == "start":
            self._start(_start_of(request))
            self._raise_window()
        elif command == "take_up":
            self._take_up()
        elif command == "look_again":
            self._look_again()
        elif command in self._session_commands:
            self._session_commands[command](self._running())
        elif command != "status":
            raise UserError(
                _("This Hipback does not know the command “{command}”; close it and start it again.").format(
                    command=command
                )
            )
        return self._status()

    def _running(self) -> SessionController:
        controller = self._controller()
        if controller is None or not controller.is_active:
            raise UserError(_("No session is running; start one with “hipback start ROUTINE”."))
        return controller

    def _status(self) -> dict[str, Any]:
        controller = self._controller()
        view = controller.view() if controller is not None and controller.is_active else None
        if view is None:
            return {"state": "idle"}
        return _document(view)


def _start_of(request: dict[str, Any]) -> Start:
    if request.get("speed", 1) != 1:
        raise UserError(
            _(
                "Hipback is open already; to play at another speed, quit it first: choose “Quit Hipback” in the menu "
                "of its icon, or close its window where it has none."
            )
        )
    fullscreen, mute, is_opened = (request.get(name) is True for name in ("fullscreen", "mute", "opened"))
    return Start(str(request.get("routine", "")), 1.0, fullscreen, mute, is_opened)


def _document(view: SessionView) -> dict[str, Any]:
    from hipback_desktop.core.playback import Status

    segment = view.segment
    return {
        "state": "paused" if view.status is Status.PAUSED else "running",
        "routine": view.timeline.routine_id,
        "name": view.timeline.name,
        "phase": segment.phase,
        "kind": segment.kind,
        "exercise": segment.exercise_id,
        "exercise_name": view.exercise.name,
        "side": segment.side,
        "set_number": segment.set_number,
        "sets": segment.sets,
        "remaining_seconds": round(view.remaining_seconds, 3),
        "position_seconds": round(view.position_seconds, 3),
        "seconds": round(view.timeline.seconds, 3),
        "ends_at": view.ends_at.isoformat(),
    }
