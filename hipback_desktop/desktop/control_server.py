"""Answers requests of the same user over a private socket."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from hipback_desktop.core.errors import HipbackError, UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.control_client import server_name

LONGEST_REQUEST = 64_000
_log = logging.getLogger(__name__)

Answer = Callable[[dict[str, Any]], dict[str, Any]]


class ControlServer(QObject):
    """Answers one JSON line with one JSON line; no other user can open the socket."""

    def __init__(self, socket_path: Path, answer: Answer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer = answer
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = server_name(socket_path)
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            reason = self._server.errorString()
            raise UserError(
                _("Other commands cannot reach this window ({reason}); it works all the same.").format(reason=reason)
            )

    def close(self) -> None:
        """Stops answering and removes the socket."""
        self._server.close()

    def _on_connection(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.readyRead.connect(lambda asked=connection: self._on_request(asked))
            connection.disconnected.connect(connection.deleteLater)

    def _on_request(self, connection: QLocalSocket) -> None:
        if not connection.canReadLine():
            if connection.bytesAvailable() > LONGEST_REQUEST:
                connection.abort()
            return
        line = bytes(connection.readLine(LONGEST_REQUEST).data())
        connection.write(json.dumps(self._answered(line)).encode() + b"\n")
        connection.disconnectFromServer()

    def _answered(self, line: bytes) -> dict[str, Any]:
        try:
            request = json.loads(line)
            if not isinstance(request, dict):
                return {"error": _("A request is one JSON object on one line.")}
            return self._answer(request)
        except (ValueError, RecursionError):
            return {"error": _("A request is one JSON object on one line.")}
        except UserError as error:
            return {"error": str(error)}
        except HipbackError:
            _log.exception("a request failed")
            return {"error": _("Hipback could not do that; please report it.")}
