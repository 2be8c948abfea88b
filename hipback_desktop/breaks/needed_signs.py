"""How much of somebody has to be looked at: often the last input tells enough, and asking every probe costs most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipback_desktop.breaks.presence.reading import ALL_SIGNS, IDLE_ONLY
from hipback_desktop.core.break_rules import LOOK_SECONDS
from hipback_desktop.core.evidence import ACTIVE_SECONDS
from hipback_desktop.core.holds import Hold
from hipback_desktop.core.presence import SittingState
from hipback_desktop.core.prompt import ReminderState
from hipback_desktop.core.spans import Source

if TYPE_CHECKING:
    from hipback_desktop.breaks.full_look import FullLook
    from hipback_desktop.breaks.presence.reading import Sign
    from hipback_desktop.core.moment import Moment
    from hipback_desktop.core.presence import Signs
    from hipback_desktop.core.reminder import Reminder

_NEAR_SECONDS: Final = 2 * LOOK_SECONDS
_NEEDS_NO_PROBE: Final = frozenset({Hold.PAUSED, Hold.OUTSIDE_HOURS})


def needed_signs(reminder: Reminder, full: FullLook | None, now: Moment) -> frozenset[Sign]:
    """What to ask for: all of it, unless that was done just now or nothing can come of it."""
    is_fresh = full is not None and full.is_fresh(now.boot)
    return IDLE_ONLY if is_fresh or _is_far(reminder, now) else ALL_SIGNS


def known_signs(reminder: Reminder, full: FullLook | None, signs: Signs, now: Moment) -> Signs | None:
    """What the last input tells together with what was just seen, or by itself; None when that is not enough.

    Who stopped typing may be in a call, at a film or away, who was away may be back.
    """
    idle, was_away = signs.idle_seconds, reminder.sitting.state is SittingState.AWAY
    if full is not None and (renewed := full.renewed(idle, now.boot)) is not None:
        return renewed
    return None if idle is None or (idle < ACTIVE_SECONDS) is was_away else signs


def _is_far(reminder: Reminder, now: Moment) -> bool:
    """Whether the last input tells enough: nobody is there, or somebody types and nothing will be shown soon."""
    if reminder.sitting.state is SittingState.AWAY:
        return not reminder.sitting.stirs(now.boot)
    types = reminder.sitting.state is SittingState.SITTING and reminder.sitting.source is Source.INPUT
    holds = reminder.holds - {Hold.JUST_RETURNED}
    if reminder.state is not ReminderState.COUNTING or not types or holds - _NEEDS_NO_PROBE:
        return False
    return bool(holds) or reminder.left_seconds(now.boot) > reminder.rules.heads_up_seconds + _NEAR_SECONDS
