"""Opens the window, or brings the one that is open to the front."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hipback_desktop import paths

if TYPE_CHECKING:
    from typing import Any

    from hipback_desktop.app.start import Start

DONE = 0


def open_window(data_dir: Path | None, start: Start | None = None, *, waits: bool = False) -> int:
    """Shows the window and stays until it is closed; a window that is open already is raised instead.

    With ``waits`` the program stays in the tray, and one that runs already is left alone.
    """
    folders = paths.folders(data_dir)
    may_be_open = sys.platform == "win32" or folders.socket.exists()  # the pipes of Windows are no files
    if may_be_open and _is_asked(folders.socket, {"command": "status"} if waits else _request(start)):
        return DONE
    from hipback_desktop.app import run

    gc.disable()  # nothing of what the start makes is garbage; the window switches it on again
    return run(folders, start, waits=waits)


def _is_asked(socket_path: Path, request: dict[str, Any]) -> bool:
    """Whether a window that is open already was asked instead."""
    from hipback_desktop.desktop.control_client import NotRunningError, ask

    try:
        ask(socket_path, request)
    except NotRunningError:
        return False
    return True


def _request(start: Start | None) -> dict[str, Any]:
    if start is None:
        return {"command": "raise"}
    from hipback_desktop.catalogue.finding import is_there

    path = Path(start.routine)
    return {
        "command": "start",
        "routine": str(path.absolute()) if is_there(path) else start.routine,
        "speed": start.speed,
        "fullscreen": start.fullscreen,
        "mute": start.mute,
        "opened": start.is_opened,
    }
