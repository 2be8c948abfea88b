"""Where the program meets what it cannot foresee: time, its timers, and sound. Tests put others in their place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hipback_desktop.clock import Clock, SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from hipback_desktop.paths import Folders
    from hipback_desktop.session.ticker import Ticker
    from hipback_desktop.sound.announcer import Announcer


def new_ticker(speed: float, parent: QObject) -> Ticker:
    """A timer of the event loop."""
    from hipback_desktop.session.ticker import Ticker

    return Ticker(speed, parent)


def new_announcer(folders: Folders, clock: Clock, parent: QObject) -> Announcer:
    """Speech and chimes through the computer's loudspeaker."""
    from hipback_desktop import paths
    from hipback_desktop.sound.announcer import Announcer
    from hipback_desktop.sound.phrase_cache import PhraseCache

    return Announcer(PhraseCache(folders.cues, paths.asset("sounds")), clock, parent)


@dataclass(frozen=True, slots=True)
class Edges:
    """The computer's own, unless something else is handed in."""

    clock: Clock = field(default_factory=SystemClock)
    ticker: Callable[[float, QObject], Ticker] = new_ticker
    announcer: Callable[[Folders, Clock, QObject], Announcer] = new_announcer
