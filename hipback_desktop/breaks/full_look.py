"""Everything that was seen at one moment, and for how long it will do when only the last input is asked for again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hipback_desktop.core.break_rules import FULL_LOOK_SECONDS
from hipback_desktop.core.evidence import ACTIVE_SECONDS
from hipback_desktop.core.presence import Signs


@dataclass(frozen=True, slots=True)
class FullLook:
    """While somebody is looked at each second, asking all the probes each time would be most of what there is to do."""

    signs: Signs
    at: float

    def is_fresh(self, boot: float) -> bool:
        """Whether it will do for a few seconds more."""
        return boot - self.at < FULL_LOOK_SECONDS

    def renewed(self, idle_seconds: float | None, boot: float) -> Signs | None:
        """The same with another last input; None when it is old, or somebody has come or gone meanwhile."""
        if not self.is_fresh(boot) or _is_there(idle_seconds) is not _is_there(self.signs.idle_seconds):
            return None
        return replace(self.signs, idle_seconds=idle_seconds)


def _is_there(idle_seconds: float | None) -> bool | None:
    return None if idle_seconds is None else idle_seconds < ACTIVE_SECONDS
