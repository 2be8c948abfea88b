"""A child process without a process: it remembers what it was told, and says what the test has it say."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from hipback_desktop.sound.line import Message


class FakeClock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


class FakeChild(QObject):
    """Stands in for ``ChildProcess``."""

    received = Signal(dict)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_running = False
        self.starts = 0
        self.told: list[Message] = []

    def start(self) -> None:
        self.is_running = True
        self.starts += 1
        self.told = []

    def send(self, message: Message) -> None:
        if self.is_running:
            self.told.append(message)

    def end(self) -> None:
        self.is_running = False

    close = end

    def says(self, message: Message) -> None:
        assert self.is_running
        self.received.emit(message)

    def dies(self) -> None:
        assert self.is_running
        self.is_running = False
        self.ended.emit()

    def last(self, command: str) -> Message:
        """The latest message that holds ``command``."""
        return next(message for message in reversed(self.told) if command in message)

    def was_told(self, command: str) -> bool:
        return any(command in message for message in self.told)
