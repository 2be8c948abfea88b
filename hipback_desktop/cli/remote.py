"""Controls the session of the running program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hipback_desktop import paths
from hipback_desktop.cli.output import print_json
from hipback_desktop.core import wording
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
        print(_sentence(answer))
    return DONE


def _sentence(answer: dict[str, Any]) -> str:
    if answer["state"] == "idle":
        return "No session is running."
    side = f", {answer['side']} side" if answer["side"] else ""
    remaining = wording.clock_text(answer["remaining_seconds"])
    return f"{answer['name']}: {answer['exercise_name']}{side}, {remaining} left of this part, {answer['state']}."
