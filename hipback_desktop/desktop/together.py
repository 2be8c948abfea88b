"""Asks several that may take their time all at once, and waits for none of them longer than for all."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

from hipback_desktop.clock import SystemClock

PATIENCE_SECONDS = 2.0

Answer = TypeVar("Answer")


def together(
    asks: Sequence[Callable[[], Answer]], patience_seconds: float = PATIENCE_SECONDS
) -> tuple[Answer | None, ...]:
    """What each answered in time, in their order; None for one that did not, which is left to itself."""
    answers: dict[int, Answer] = {}

    def keep(place: int, ask: Callable[[], Answer]) -> None:
        answers[place] = ask()

    now = SystemClock().monotonic
    ends_at = now() + patience_seconds
    threads = [threading.Thread(target=keep, args=asked, daemon=True) for asked in enumerate(asks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, ends_at - now()))
    return tuple(answers.get(place) for place in range(len(asks)))
