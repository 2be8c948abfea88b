"""Controls the session of the running program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hipback_desktop import paths
from hipback_desktop.cli.output import print_json
from hipback_desktop.core import wording
from hipback_desktop.core.exercise import Side
from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.control_client import ask

if TYPE_CHECKING:
    import argparse

DONE = 0


def send(options: argparse.Namespace) -> int:
    """Sends the command and prints what the session is doing after it."""
    answer = ask(paths.folders(options.data_dir).socket, {"command": options.command})
    if options.json:
        print_json(answer)
    else:
        print(_sentence(answer, options.command))
    return DONE


def _sentence(answer: dict[str, Any], command: str) -> str:
    if answer["state"] == "idle":
        return _("No session is running.") if command == "status" else _("The session is over; what was done is kept.")
    side = Side(answer["side"]) if answer["side"] else None
    return _("{routine}: {exercise}, {time} left of this part, {state}.").format(
        routine=answer["name"],
        exercise=wording.with_side(answer["exercise_name"], side),
        time=wording.clock_text(answer["remaining_seconds"]),
        state=state_name(answer["state"]),
    )


def state_name(state: str) -> str:
    """What the running program says of its session, in words."""
    return {"idle": _("idle"), "running": _("running"), "paused": _("paused")}.get(state, state)
