"""What reaches the program from outside: other commands, and the wish of the desktop that it should end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from hipback_desktop.core.errors import UserError
from hipback_desktop.desktop.termination import Termination

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject

    from hipback_desktop.desktop.control_pipe import ControlPipe
    from hipback_desktop.desktop.control_server import ControlServer

Answer = dict[str, Any]


class Outside:
    """Listens until it is closed; without a socket the program works all the same, and says so."""

    def __init__(
        self,
        socket: Path,
        answer: Callable[[Answer], Answer],
        end: Callable[[], object],
        tell: Callable[[str], object],
        parent: QObject,
    ) -> None:
        self._termination = Termination(end, parent)
        self._server: ControlServer | ControlPipe | None = None
        try:
            self._server = _new_server(socket, answer, parent)
        except UserError as error:
            tell(str(error))

    def close(self) -> None:
        """Hears nothing any more."""
        if self._server is not None:
            self._server.close()
        self._termination.release()


def _new_server(socket: Path, answer: Callable[[Answer], Answer], parent: QObject) -> ControlServer | ControlPipe:
    """What the platform has for it."""
    if sys.platform == "win32":
        from hipback_desktop.desktop.control_pipe import ControlPipe

        return ControlPipe(socket, answer, parent)
    from hipback_desktop.desktop.control_server import ControlServer

    return ControlServer(socket, answer, parent)
