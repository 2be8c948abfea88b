"""Asks the running program something over its private socket, with the standard library alone."""

from __future__ import annotations

import json
import socket
import sys
from pathlib import Path
from typing import Any

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

ANSWER_WITHIN_SECONDS = 3.0
LONGEST_ANSWER = 1_000_000


class NotRunningError(UserError):
    """No program answers on the socket."""


def ask(socket_path: Path, request: dict[str, Any]) -> dict[str, Any]:
    """The running program's answer; raises NotRunningError, or UserError with the answer's own sentence."""
    line = json.dumps(request).encode() + b"\n"
    answer = _ask_pipe(socket_path, line) if sys.platform == "win32" else _ask_socket(socket_path, line)
    try:
        document = json.loads(answer)
    except ValueError as error:
        raise UserError(_("The running Hipback gave an answer that was cut off; try again.")) from error
    if not isinstance(document, dict) or "error" in document:
        raise UserError(str(document["error"]) if isinstance(document, dict) else _("Hipback gave no usable answer."))
    return document


def _ask_socket(path: Path, line: bytes) -> bytes:
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(ANSWER_WITHIN_SECONDS)
            connection.connect(str(path))
            connection.sendall(line)
            with connection.makefile("rb") as stream:
                return stream.readline(LONGEST_ANSWER)
    except (FileNotFoundError, NotADirectoryError, ConnectionRefusedError) as error:
        raise NotRunningError(_("Hipback is not running; start it with “hipback”.")) from error
    except TimeoutError as error:
        raise UserError(_("Hipback is running but does not answer; close its window and start it again.")) from error
    except OSError as error:
        raise UserError(
            _("Hipback could not be asked ({reason}); start it with “hipback”.").format(reason=error.strerror or error)
        ) from error


def _ask_pipe(path: Path, line: bytes) -> bytes:  # not run so far: Windows
    try:
        with pipe_path(path).open("r+b", buffering=0) as pipe:
            pipe.write(line)
            return pipe.readline(LONGEST_ANSWER)
    except FileNotFoundError as error:
        raise NotRunningError(_("Hipback is not running; start it with “hipback”.")) from error
    except OSError as error:
        raise UserError(_("Hipback could not be asked ({reason}).").format(reason=error.strerror or error)) from error


def pipe_path(path: Path) -> Path:
    """Where Windows keeps the pipe of a server that listens under this name."""
    return Path(r"\\.\pipe") / server_name(path)


def server_name(path: Path) -> str:
    """The name to listen under: the path itself, or on Windows a pipe name made of it."""
    if sys.platform != "win32":
        return str(path)
    import hashlib

    return "hipback-" + hashlib.sha256(str(path).encode()).hexdigest()[:24]
