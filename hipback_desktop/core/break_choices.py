"""What the person's settings mean for the sitting reminder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.core.break_rules import BreakRules
from hipback_desktop.core.holds import Hold
from hipback_desktop.core.hours_words import kept_hours

if TYPE_CHECKING:
    from hipback_desktop.core.settings import Settings

_MINUTE = 60


def rules_of(settings: Settings) -> BreakRules | None:
    """The rules to remind by; None while nobody wants to be reminded."""
    if not settings.breaks_on:
        return None
    return BreakRules(
        interval_seconds=settings.break_interval_minutes * _MINUTE,
        break_seconds=settings.break_minutes * _MINUTE,
        standing_seconds=settings.standing_minutes * _MINUTE,
        hours=kept_hours(settings.break_hours),
        minds=frozenset(map(Hold, settings.break_holds)),
    )
