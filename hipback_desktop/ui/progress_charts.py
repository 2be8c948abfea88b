"""The charts of the progress page, made from the weeks looked back on."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale

from hipback_desktop.charts.bars import Bars, Column
from hipback_desktop.charts.legend import Key, Sign
from hipback_desktop.charts.marks import Ink, Pattern
from hipback_desktop.charts.scale import number_text
from hipback_desktop.core.consistency import WeekState
from hipback_desktop.core.day import DAY_COUNTS_FROM_SECONDS
from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.week_words import state_name
from hipback_desktop.core.wording import phase_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hipback_desktop.charts.chart import Chart
    from hipback_desktop.core.goals import Goal
    from hipback_desktop.core.review import Review, WeekReview

PHASE_PATTERNS: Final[Mapping[Phase, Pattern]] = MappingProxyType(
    {
        Phase.WARM_UP: Pattern.RISING,
        Phase.SMR: Pattern.LEVEL,
        Phase.STRETCH: Pattern.PLAIN,
        Phase.STRENGTHEN: Pattern.FALLING,
        Phase.CALM: Pattern.UPRIGHT,
    }
)
_SIGNS: Final[Mapping[WeekState, Sign]] = MappingProxyType(
    {
        WeekState.MET: Sign.TICK,
        WeekState.REPAIRED: Sign.TICK,
        WeekState.FLEX: Sign.RING,
        WeekState.PAUSED: Sign.DASH,
    }
)


def short_day(day: date) -> str:
    """“16 Nov”."""
    # Translators: day and short month; put them in your order, but leave the letters d and M.
    return QLocale().toString(QDate(day.year, day.month, day.day), _("d MMM"))


def week_text(starts_on: date) -> str:
    """“Week of 16 Nov 2026”."""
    return _("Week of {day} {year}").format(day=short_day(starts_on), year=starts_on.year)


def week_bars(review: Review) -> Bars:
    """Minutes of each week by phase against what its goal needs."""
    shown = {_SIGNS[review.week.state] for review in review.weeks if review.week.state in _SIGNS}
    names = {Sign.TICK: _("Week met"), Sign.RING: _("Flex week"), Sign.DASH: _("At rest")}
    return Bars(
        title=_("Minutes each week"),
        of=_("Week"),
        parts=tuple(Key(phase_name(phase), Ink(phase.value), PHASE_PATTERNS[phase]) for phase in Phase),
        columns=tuple(map(_week_column, review.weeks)),
        others=(
            Key(_("What the goal takes at least, minutes"), sign=Sign.BAND),
            *(Key(name, sign=sign) for sign, name in names.items() if sign in shown),
        ),
    )


def goal_minutes(goal: Goal) -> tuple[float, float]:
    """The least minutes that reach a goal: stretch and strength on the same days, or each on days of its own."""
    least = DAY_COUNTS_FROM_SECONDS / 60
    return max(goal.stretch_days, goal.strength_days) * least, (goal.stretch_days + goal.strength_days) * least


def _week_column(review: WeekReview) -> Column:
    week = review.week
    minutes = tuple(review.by_phase.get(phase, 0) / 60 for phase in Phase)
    parts = (
        _("{phase} {minutes} min").format(phase=phase_name(phase), minutes=number_text(value))
        for phase, value in zip(Phase, minutes, strict=True)
        if value >= 0.05
    )
    words = _("{week}: {minutes} min").format(week=week_text(week.starts_on), minutes=number_text(sum(minutes)))
    return Column(
        short_day(week.starts_on),
        week_text(week.starts_on),
        minutes,
        ", ".join(filter(None, (words, *parts, state_name(week.state)))),
        sign=_SIGNS.get(week.state),
        band=goal_minutes(week.goal),
    )


def progress_charts(review: Review) -> tuple[tuple[Chart, str, bool], ...]:
    """All charts of the page: each with what it will show once there is something, and whether there is nothing yet."""
    bars = week_bars(review)
    has_weeks = any(column.total for column in bars.columns)
    return ((bars, _("Your weeks will stand here: minutes by kind, against your goal."), not has_weeks),)
