"""A notification as the tests show it, and what came of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtTest import QSignalSpy

from hipback_desktop.core.break_views import BreakPromptView
from hipback_desktop.desktop.notifications import Notifier
from hipback_desktop.paths import asset

VIEW = BreakPromptView("Time to get up", "You have been sitting for 47 minutes.", "Desk reset", "2 min")
SIGNALS = (
    *("start_chosen", "walk_chosen", "stand_chosen", "snooze_chosen", "skip_chosen", "open_chosen"),
    "failed",
)
ICON = asset("icons/hipback.svg")


class Told:
    """What a notifier told, in order of the signals' names."""

    def __init__(self, notifier: Notifier) -> None:
        self._spies = {name: QSignalSpy(getattr(notifier, name)) for name in SIGNALS}

    @property
    def all(self) -> list[tuple[str, list[Any]]]:
        return [(name, spy.at(index)) for name, spy in self._spies.items() for index in range(spy.count())]
