"""Opens the window, or brings the one that is open to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop import paths
from hipback_desktop.desktop.control_client import NotRunningError, ask

if TYPE_CHECKING:
    import argparse
    from typing import Any

DONE = 0


def open_window(options: argparse.Namespace) -> int:
    """Shows the window and stays until it is closed; a window that is open already is raised instead."""
    folders = paths.folders(options.data_dir)
    try:
        ask(folders.socket, _request(options))
    except NotRunningError:
        from hipback_desktop.app import Start, run

        start = None
        if options.command == "start":
            start = Start(options.routine, options.speed, options.fullscreen, options.mute)
        return run(folders, start)
    return DONE


def _request(options: argparse.Namespace) -> dict[str, Any]:
    if options.command != "start":
        return {"command": "raise"}
    from pathlib import Path

    name = options.routine
    return {"command": "start", "routine": str(Path(name).absolute()) if Path(name).exists() else name}
