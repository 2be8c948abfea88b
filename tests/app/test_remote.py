"""What other commands are answered, with the real controller on a stepped clock."""

from __future__ import annotations

from typing import Any

import pytest

from hipback_desktop.app.remote import RemoteAnswers
from hipback_desktop.app.start import Start
from hipback_desktop.core.errors import UserError
from tests.cli.shapes import NUMBER, PHASE, SIDE, is_moment, misfits
from tests.session.stage import Stage

STATUS = {
    **dict.fromkeys(("routine", "name", "kind", "exercise", "exercise_name"), str),
    **dict.fromkeys(("remaining_seconds", "position_seconds", "seconds"), NUMBER),
    **dict.fromkeys(("set_number", "sets"), int),
    "state": frozenset({"running", "paused"}),
    "phase": PHASE,
    "side": SIDE,
    "ends_at": is_moment,
}


class Desk:
    """A session that may run, and what was asked of the window."""

    def __init__(self, *, has_controller: bool = True) -> None:
        self.stage = Stage()
        self.did: list[str] = []
        self.answers = RemoteAnswers(
            lambda: self.stage.controller if has_controller else None,
            lambda: self.did.append("raise"),
            self._start,
            lambda request: {"breaks": request["action"]},
            lambda: self.did.append("take up"),
            lambda: self.did.append("look again"),
        )

    def ask(self, command: str | None, **more: Any) -> dict[str, Any]:
        return self.answers.answer({"command": command, **more})

    def _start(self, start: Start) -> None:
        self.did.append(f"start {start.routine}")


@pytest.fixture
def desk(qapp: object) -> Desk:
    desk = Desk()
    desk.stage.start()
    desk.stage.go_on(20)
    return desk


def test_before_the_first_session_everything_is_idle(qapp: object) -> None:
    desk = Desk(has_controller=False)
    assert desk.ask("status") == {"state": "idle"}
    with pytest.raises(UserError, match="start one with"):
        desk.ask("next")


def test_the_status_has_its_shape(desk: Desk) -> None:
    assert misfits(desk.ask("status"), STATUS) == []
    assert desk.ask("status")["remaining_seconds"] == 55


@pytest.mark.parametrize(("command", "state"), [("pause", "paused"), ("resume", "running"), ("stop", "idle")])
def test_the_answer_to_a_command_is_the_status_after_it(desk: Desk, command: str, state: str) -> None:
    assert desk.ask(command)["state"] == state


@pytest.mark.parametrize("command", ["pause", "resume", "next", "previous", "stop"])
def test_when_the_session_is_over_there_is_none_to_control(desk: Desk, command: str) -> None:
    desk.stage.go_to_end()
    with pytest.raises(UserError, match="No session is running"):
        desk.ask(command)


def test_next_and_previous_move_by_an_exercise(desk: Desk) -> None:
    first = desk.ask("status")["exercise"]
    assert desk.ask("next")["exercise"] != first
    desk.ask("previous")
    assert desk.ask("previous")["exercise"] == first


def test_a_second_start_raises_the_window_after_it_started_the_routine(desk: Desk) -> None:
    desk.ask("raise")
    desk.ask("start", routine="full_20")
    assert desk.did == ["raise", "start full_20", "raise"]


def test_at_another_speed_nothing_starts_and_both_ways_to_quit_are_named(desk: Desk) -> None:
    """Closing the window is not enough where Hipback stays in the tray."""
    with pytest.raises(UserError, match="“Quit Hipback” in the menu of its icon, or close its window"):
        desk.ask("start", routine="full_20", speed=20)
    assert desk.did == []


def test_what_was_restored_is_taken_up_without_the_window_coming_forward(desk: Desk) -> None:
    assert desk.ask("take_up")["state"] == "running"
    assert desk.did == ["take up"]


def test_sessions_that_were_taken_in_are_looked_at_without_the_window_coming_forward(desk: Desk) -> None:
    assert desk.ask("look_again")["state"] == "running"
    assert desk.did == ["look again"]


@pytest.mark.parametrize("command", ["dance", None, "", "__init__"])
def test_an_unknown_command_is_refused(desk: Desk, command: str | None) -> None:
    with pytest.raises(UserError, match="does not know the command"):
        desk.ask(command)


@pytest.mark.parametrize("command", [[], {}, 3])
def test_a_command_that_is_no_word_is_refused(desk: Desk, command: Any) -> None:
    with pytest.raises(UserError, match="does not know the command"):
        desk.ask(command)
