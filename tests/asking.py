"""Asks a server in this process: the client blocks, so it does so in a thread while the event loop answers."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from pytestqt.qtbot import QtBot

PATIENCE_MS = 15_000
Result = TypeVar("Result")


def meanwhile(qtbot: QtBot, call: Callable[[], Result]) -> Result:
    """What ``call`` returns or raises, made in a thread while the event loop of this one runs."""
    with ThreadPoolExecutor(1) as pool:
        future: Future[Result] = pool.submit(call)
        qtbot.waitUntil(future.done, timeout=PATIENCE_MS)
        return future.result()
