"""The numbers of sitting breaks: what a person may choose, and what nobody may."""

from __future__ import annotations

from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import TYPE_CHECKING

from hipback_desktop.core.holds import OPTIONAL_HOLDS, Hold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.core.hours import Hours

LEAST_SECONDS_BETWEEN_PROMPTS = 5 * 60.0
SECONDS_UNTIL_REPEAT = 5 * 60.0
QUIET_AFTER_RETURN_SECONDS = 60.0
QUIET_AFTER_HOLD_SECONDS = 60.0
INPUT_PAUSE_SECONDS = 5.0
DEAD_SECONDS = 1.5
"""A prompt that has just appeared under the pointer takes no answer."""
LOOK_SECONDS = 60.0
"""How often to look at the signs when nothing is near; no less often, or silences are mistaken for sitting."""
NEAR_LOOK_SECONDS = 1.0
FULL_LOOK_SECONDS = 5.0
"""How often to look at more than the last input meanwhile."""
LEAST_LOOK_SECONDS = 0.05
"""What is due in a rounding error must not be looked at for ever."""
SNOOZE_MINUTES = (5, 10, 20)

_RANGES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "interval_seconds": (15 * 60, 120 * 60),
        "break_seconds": (60, 10 * 60),
        "away_seconds": (60, 30 * 60),
        "standing_seconds": (5 * 60, 4 * 60 * 60),
        "heads_up_seconds": (0, 5 * 60),
        "waits_for_pause_seconds": (0, 5 * 60),
        "snoozes": (0, 1000),
        "repeats": (0, 3),
    }
)


@dataclass(frozen=True, slots=True)
class BreakRules:
    """What a person chose; ``minds`` are the optional holds that keep a prompt back."""

    interval_seconds: float = 45 * 60
    break_seconds: float = 2 * 60
    away_seconds: float = 3 * 60
    standing_seconds: float = 60 * 60
    heads_up_seconds: float = 60
    waits_for_pause_seconds: float = 2 * 60
    snoozes: int = 3
    repeats: int = 1
    hours: tuple[Hours, ...] = ()
    minds: frozenset[Hold] = OPTIONAL_HOLDS

    def __post_init__(self) -> None:
        for field in fields(self):
            least, most = _RANGES.get(field.name, (0, 0))
            if field.name in _RANGES and not least <= getattr(self, field.name) <= most:
                raise ValueError(f"{field.name} is {least} to {most}")
        if not self.minds <= OPTIONAL_HOLDS:
            raise ValueError("some holds cannot be chosen")

    @property
    def away_limit(self) -> float:
        """Seconds without input that mean the chair is empty: never fewer than a break has."""
        return max(self.away_seconds, self.break_seconds)
