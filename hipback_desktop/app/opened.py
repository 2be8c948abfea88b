"""What macOS gives a program to open: links and files come as events, not as words of a command; not run so far."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class OpeningApplication(QApplication):
    """``follow`` takes the link, or the path of the file."""

    def __init__(self, words: list[str], follow: Callable[[str], object]) -> None:
        super().__init__(words)
        self._follow = follow

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self._follow(event.file() or event.url().toString())
            return True
        return super().event(event)
