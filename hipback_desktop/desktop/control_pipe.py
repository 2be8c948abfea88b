"""Answers requests of the same user over a named pipe, as Windows has them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.control_client import server_name
from hipback_desktop.desktop.request_line import LONGEST_REQUEST, Answer, answered


class ControlPipe(QObject):
    """Answers one JSON line with one JSON line; no other user can open the pipe."""

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
        """Stops answering."""
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
        connection.write(answered(line, self._answer))
        connection.disconnectFromServer()
