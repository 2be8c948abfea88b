"""What is said of a week and of its goal: what was done, what is open, and never what was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.core.consistency import WeekState
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext

if TYPE_CHECKING:
    from hipback_desktop.core.consistency import Week
    from hipback_desktop.core.review import Review


def state_name(state: WeekState) -> str:
    """A week that was missed says nothing of it."""
    return {
        WeekState.MET: _("met"),
        WeekState.REPAIRED: _("made up for"),
        WeekState.FLEX: _("flex week"),
        WeekState.PAUSED: _("at rest"),
        WeekState.OPEN: _("under way"),
    }.get(state, "")


def stretch_line(week: Week) -> str:
    """“2 of 3 stretch days”."""
    return _("{days} of {goal} stretch days").format(days=week.stretch_days, goal=week.goal.stretch_days)


def strength_line(week: Week) -> str:
    """“1 of 2 strength days”; without a goal only what was done."""
    if not week.goal.strength_days:
        return ngettext("{count} strength day", "{count} strength days", week.strength_days).format(
            count=week.strength_days
        )
    return _("{days} of {goal} strength days").format(days=week.strength_days, goal=week.goal.strength_days)


def open_line(week: Week) -> str:
    """What the week still has room for."""
    if week.state is WeekState.PAUSED:
        return _("Your goals are at rest.")
    stretch = week.goal.stretch_days - week.stretch_days
    strength = week.goal.strength_days - week.strength_days
    if stretch <= 0 and strength <= 0:
        return _("Both goals are reached. Whatever comes now is extra.")
    parts: list[str] = []
    if stretch > 0:
        parts.append(ngettext("{count} stretch day", "{count} stretch days", stretch).format(count=stretch))
    if strength > 0:
        parts.append(ngettext("{count} strength day", "{count} strength days", strength).format(count=strength))
    both = _("{one} and {other}").format(one=parts[0], other=parts[-1]) if len(parts) > 1 else parts[0]
    words = (
        _("Still open this week: {days}. They may fall on the same day.")
        if parts[1:]
        else _("Still open this week: {days}.")
    )
    return words.format(days=both)


def steadiness_line(review: Review) -> str:
    """How steady the weeks were and what is banked, as far as there is something to tell: of one week there is not."""
    parts: list[str] = []
    score = round(review.score * 100)
    if score and review.weeks_lived > 1:
        parts.append(_("{score} % steady.").format(score=score))
    if review.weeks_met:
        words = _("{met} of {count} weeks met.")
        parts.append(words.format(met=review.weeks_met, count=review.weeks_lived))
    if review.flex_weeks:
        banked = ngettext("{count} flex week is banked.", "{count} flex weeks are banked.", review.flex_weeks)
        parts.append(banked.format(count=review.flex_weeks))
    return " ".join(parts)
