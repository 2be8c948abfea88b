"""What the command line asks the window to begin with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Start:
    """A routine to play at once: its id or file, and how."""

    routine: str
    speed: float = 1.0
    fullscreen: bool = False
    mute: bool = False
