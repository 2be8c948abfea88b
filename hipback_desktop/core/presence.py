"""Where a person is, what can be seen of it without asking, and what they say themselves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SittingState(StrEnum):
    """Where the person is, as far as the signs go."""

    SITTING = "sitting"
    PASSIVE = "passive"
    UNSURE = "unsure"
    AWAY = "away"
    STANDING = "standing"
    MOVING = "moving"


SEATED = frozenset({SittingState.SITTING, SittingState.PASSIVE, SittingState.UNSURE})


class Mode(StrEnum):
    """What a person may say of themselves."""

    CALL = "call"
    READING = "reading"
    STANDING = "standing"
    MOVING = "moving"


@dataclass(frozen=True, slots=True)
class Said:
    """A mode, and the moment on the boot clock at which it ends by itself."""

    mode: Mode
    ends_at: float | None = None


@dataclass(frozen=True, slots=True)
class Signs:
    """What the probes say at one moment; None is unknown, and never taken for yes.

    ``is_inhibited``: something keeps the screen awake, such as a film. ``is_called``: a microphone or camera is in
    use. ``desktop_reminds``: the desktop has movement reminders of its own, and they are on.
    """

    idle_seconds: float | None = None
    is_locked: bool | None = None
    is_inhibited: bool | None = None
    is_called: bool | None = None
    is_undisturbed: bool | None = None
    is_full_screen: bool | None = None
    desktop_reminds: bool | None = None
    session_runs: bool = False
