"""What keeps a prompt back for a while; a hold delays, and never resets what was counted."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipback_desktop.core.presence import Signs


class Hold(StrEnum):
    """The order is that of weight: the first of several is the one that is told."""

    PAUSED = "paused"
    OUTSIDE_HOURS = "outside_hours"
    SESSION = "session"
    CALL = "call"
    DO_NOT_DISTURB = "do_not_disturb"
    FULL_SCREEN = "full_screen"
    DESKTOP_REMINDS = "desktop_reminds"
    JUST_RETURNED = "just_returned"


OPTIONAL_HOLDS = frozenset({Hold.CALL, Hold.DO_NOT_DISTURB, Hold.FULL_SCREEN})
"""Those a person may choose to be prompted through; a reminder of the desktop is not among them, or there are two."""

NO_HOLDS = frozenset[Hold]()


def weightiest(holds: frozenset[Hold]) -> Hold:
    """The one that is told."""
    return next(hold for hold in Hold if hold in holds)


def seen_holds(signs: Signs, minds: frozenset[Hold]) -> frozenset[Hold]:
    """Those that the signs tell of, and of the optional ones those that the person minds."""
    if not (signs.is_called or signs.is_undisturbed or signs.is_full_screen or signs.desktop_reminds):
        return NO_HOLDS
    seen: tuple[tuple[bool | None, Hold], ...] = (
        (signs.is_called, Hold.CALL),
        (signs.is_undisturbed, Hold.DO_NOT_DISTURB),
        (signs.is_full_screen, Hold.FULL_SCREEN),
        (signs.desktop_reminds, Hold.DESKTOP_REMINDS),
    )
    return frozenset(hold for is_seen, hold in seen if is_seen and (hold in minds or hold not in OPTIONAL_HOLDS))
