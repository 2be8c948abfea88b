"""A probe whose answers are written down beforehand."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from hipback_desktop.breaks.presence.reading import Sign


class FakeProbe:
    """Gives one answer after the other, the last of them again and again; an answer may be an error to raise."""

    def __init__(self, name: str, sign: Sign, *answers: Any) -> None:
        self.name = name
        self.sign = sign
        self.times = 0
        self.on_read: Callable[[], None] = lambda: None
        self._answers: Sequence[Any] = answers

    def read(self) -> Any:
        answer = self._answers[min(self.times, len(self._answers) - 1)]
        self.times += 1
        self.on_read()
        if isinstance(answer, Exception):
            raise answer
        return answer


class HangingProbe(FakeProbe):
    """Does not answer before it is let go."""

    def __init__(self, name: str, sign: Sign, *answers: Any) -> None:
        super().__init__(name, sign, *answers)
        self.hangs = threading.Event()
        self.let_go = threading.Event()

    def read(self) -> Any:
        answer = super().read()
        self.hangs.set()
        self.let_go.wait(30)
        return answer


class QuickFakeProbe(FakeProbe):
    """Also answers at once."""

    def peek(self) -> Any:
        return self.read()
