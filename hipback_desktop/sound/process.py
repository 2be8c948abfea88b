"""One child process that speaks JSON lines: started, told, heard and ended without ever waiting for it."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from hipback_desktop.sound.command import child_folder
from hipback_desktop.sound.line import Message, encode, parse

_CLOSE_MS = 500

logger = logging.getLogger(__name__)


class ChildProcess(QObject):
    """A child process, at most one at a time; starting again gives a new one.

    ``ended`` comes once for every process that ended by itself or could not be started, never for one that was ended
    by :meth:`end`.
    """

    received = Signal(dict)
    ended = Signal()

    def __init__(self, command: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command
        self._process: QProcess | None = None

    @property
    def is_running(self) -> bool:
        return self._process is not None

    @property
    def process_id(self) -> int:
        """The operating system's number of the process, 0 when none is running."""
        return self._process.processId() if self._process is not None else 0

    def start(self) -> None:
        """Start the process; what is sent before it runs is kept for it."""
        self.end()
        process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments(self._command[1:])
        process.setWorkingDirectory(str(child_folder()))
        process.readyReadStandardOutput.connect(self._on_output)
        # A broken sound library may write megabytes a second; nobody reads them unless somebody looks for a fault.
        if logger.isEnabledFor(logging.DEBUG):
            process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        else:
            process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        process.start()

    def send(self, message: Message) -> None:
        """Tell the process; nothing happens when none is running."""
        if self._process is not None:
            self._process.write(encode(message))

    def end(self) -> None:
        """Kill the process; not a word of it is heard from now on."""
        process, self._process = self._process, None
        if process is None:
            return
        for signal in (
            process.readyReadStandardOutput,
            process.finished,
            process.errorOccurred,
        ):
            signal.disconnect()
        process.finished.connect(process.deleteLater)
        process.kill()

    def close(self) -> None:
        """Kill the process and, as the program is ending, see it gone: once killed that takes milliseconds."""
        self.end()
        for process in self.findChildren(QProcess):
            process.waitForFinished(_CLOSE_MS)

    @Slot()
    def _on_output(self) -> None:
        process = self._process
        # A slot may end this process: then the rest of what it said no longer counts.
        while process is not None and process is self._process and process.canReadLine():
            line = bytes(process.readLine().data())
            message = parse(line)
            if message is None:
                logger.warning("not a message: %r", line[:200])
            else:
                self.received.emit(message)

    @Slot()
    def _on_finished(self) -> None:
        self._on_output()
        self._leave("exit status")

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        # Every other error is followed by ``finished``; after this one there is no process that could finish.
        if error == QProcess.ProcessError.FailedToStart:
            self._leave("could not start")

    def _leave(self, how: str) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        logger.info("%s ended: %s %s %s", self._command[-1], how, process.exitStatus().name, process.exitCode())
        process.deleteLater()
        self.ended.emit()
