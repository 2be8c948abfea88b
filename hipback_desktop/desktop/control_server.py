"""Answers requests of the same user over a private socket.

With the socket of the standard library: Qt's own would bring its whole network module into a program in the tray.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.request_line import LONGEST_REQUEST, Answer, answered

_PRIVATE = 0o600
_ANSWER_WITHIN_SECONDS = 1.0
"""What nobody reads must not keep the window waiting."""


class ControlServer(QObject):
    """Answers one JSON line with one JSON line; no other user can open the socket, nor the folder it lies in."""

    def __init__(self, socket_path: Path, answer: Answer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = socket_path
        self._answer = answer
        self._socket = socket.socket(socket.AF_UNIX)
        try:
            socket_path.unlink(missing_ok=True)
            self._socket.bind(str(socket_path))
            socket_path.chmod(_PRIVATE)
            self._socket.listen()
        except OSError as error:
            self._socket.close()
            reason = error.strerror or error
            raise UserError(
                _("Other commands cannot reach this window ({reason}); it works all the same.").format(reason=reason)
            ) from error
        self._socket.setblocking(False)
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_connection)

    def close(self) -> None:
        """Stops answering and removes the socket."""
        self._notifier.setEnabled(False)
        self._socket.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _on_connection(self) -> None:
        with suppress(OSError):  # who has gone again wants no answer
            connection, _address = self._socket.accept()
            _Visitor(connection, self._answer, self)


class _Visitor(QObject):
    """One connection, until it is answered or gives up."""

    def __init__(self, connection: socket.socket, answer: Answer, parent: QObject) -> None:
        super().__init__(parent)
        self._connection = connection
        self._answer = answer
        self._said = b""
        connection.setblocking(False)
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_readable)

    def _on_readable(self) -> None:
        try:
            more = self._connection.recv(LONGEST_REQUEST)
        except BlockingIOError:
            return
        except OSError:
            more = b""
        self._said += more
        line, end, _rest = self._said.partition(b"\n")
        if end:
            self._leave(answered(line, self._answer))
        elif not more or len(self._said) > LONGEST_REQUEST:
            self._leave()

    def _leave(self, last_words: bytes = b"") -> None:
        self._notifier.setEnabled(False)
        with suppress(OSError):
            self._connection.settimeout(_ANSWER_WITHIN_SECONDS)
            self._connection.sendall(last_words)
        self._connection.close()
        self.deleteLater()
