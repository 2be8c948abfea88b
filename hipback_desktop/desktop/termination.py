"""Ends the program in good order when the desktop session ends or somebody presses Ctrl+C."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


def close_on_termination(close: Callable[[], object], parent: QObject) -> None:
    """Calls ``close`` in the event loop after SIGINT or SIGTERM; on Windows closing the window is all there is.

    Python runs its signal handlers only between its own instructions, which a waiting event loop does not execute; the
    byte that Python writes into the socket wakes it.
    """
    if sys.platform == "win32":
        return
    reading, writing = socket.socketpair()
    reading.setblocking(False)
    writing.setblocking(False)
    signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, parent)

    def on_signal() -> None:
        reading.recv(64)
        writing.close()
        close()

    notifier.activated.connect(on_signal)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: None)
