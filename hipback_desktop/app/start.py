"""What the command line asks the window to begin with."""

from __future__ import annotations

from dataclasses import dataclass

from hipback_desktop.core.links import is_link


@dataclass(frozen=True, slots=True)
class Start:
    """A routine to play at once: its id or file, and how; ``is_opened``: a file that a desktop was told to open."""

    routine: str
    speed: float = 1.0
    fullscreen: bool = False
    mute: bool = False
    is_opened: bool = False

    @property
    def is_handed_over(self) -> bool:
        """Whether nobody typed it: anybody may have written a link or a file, and there is no terminal to answer in."""
        return self.is_opened or is_link(self.routine)
