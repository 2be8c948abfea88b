"""Keeps the screen on under macOS, by the system's own command for it; not run so far."""

from __future__ import annotations

import logging
import os
import subprocess
from collections.abc import Sequence
from typing import Final

_COMMAND: Final = ("caffeinate", "-d", "-i", "-w")
_log = logging.getLogger(__name__)


class MacosKeepAwake:
    """The command watches the program (``-w``), and so ends with it even when it is killed."""

    def __init__(self, command: Sequence[str] = _COMMAND) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def hold(self) -> None:
        if self._process is not None:
            return
        try:
            self._process = subprocess.Popen([*self._command, str(os.getpid())], stdin=subprocess.DEVNULL)
        except OSError as error:
            _log.info("the screen is not kept on: %s", error)

    def release(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.wait()
