"""Ends the program in good order when the desktop session ends or somebody presses Ctrl+C."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Termination(QObject):
    """Calls ``close`` in the event loop after SIGINT or SIGTERM; on Windows closing the window is all there is.

    Python runs its signal handlers only between its own instructions, which a waiting event loop does not execute; the
    byte that Python writes into the socket wakes it.
    """

    def __init__(self, close: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._close = close
        self._sockets: tuple[socket.socket, ...] = ()
        if sys.platform != "win32":
            self._listen()

    def release(self) -> None:
        """Signals do again what they did before."""
        if not self._sockets:
            return
        for number, before in zip(SIGNALS, self._before, strict=True):
            signal.signal(number, before)
        signal.set_wakeup_fd(self._wakeup_before, warn_on_full_buffer=False)
        self._notifier.setEnabled(False)
        for each in self._sockets:
            each.close()
        self._sockets = ()

    def _listen(self) -> None:
        reading, writing = self._sockets = socket.socketpair()
        for each in self._sockets:
            each.setblocking(False)
        self._wakeup_before = signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._before = [signal.signal(number, lambda _number, _frame: None) for number in SIGNALS]

    def _on_signal(self) -> None:
        self._sockets[0].recv(64)
        self._close()
