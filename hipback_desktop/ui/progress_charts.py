"""The charts of the progress page, made from the weeks looked back on."""

from __future__ import annotations

from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, QTime

from hipback_desktop.charts.bars import Bars, Column
from hipback_desktop.charts.heat_map import HeatDay, HeatMap
from hipback_desktop.charts.legend import Key, Sign
from hipback_desktop.charts.marks import Ink, Pattern
from hipback_desktop.charts.pairs import Pair, Pairs
from hipback_desktop.charts.scale import number_text
from hipback_desktop.charts.trend import Moment, Trend
from hipback_desktop.charts.week_dots import DayState, WeekDay, WeekDots
from hipback_desktop.core.choice_labels import AREA_LABELS
from hipback_desktop.core.consistency import WeekState
from hipback_desktop.core.day import DAY_COUNTS_FROM_SECONDS
from hipback_desktop.core.exercise import Area, Phase
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.review import GUIDE_MINUTES, WEEKS_OF_A_YEAR, Breaks
from hipback_desktop.core.week import WEEK
from hipback_desktop.core.week_figures import SideSeconds
from hipback_desktop.core.week_words import state_name
from hipback_desktop.core.wording import phase_name
from hipback_desktop.ui.history_words import day_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hipback_desktop.charts.chart import Chart
    from hipback_desktop.core.day import Day
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
        WeekState.REPAIRED: Sign.PLUS,
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
    """Minutes of each week by phase, and between the work, against what its goal needs."""
    shown = {_SIGNS[review.week.state] for review in review.weeks if review.week.state in _SIGNS}
    names = {
        Sign.TICK: _("Week met"),
        Sign.PLUS: _("Made up for"),
        Sign.RING: _("Flex week"),
        Sign.DASH: _("At rest"),
    }
    return Bars(
        title=_("Minutes each week"),
        of=_("Week"),
        parts=_week_parts(),
        columns=tuple(map(_week_column, review.weeks)),
        most=_("Most minutes"),
        others=(
            Key(_("Goal takes at least"), sign=Sign.BAND),
            *(Key(name, sign=sign) for sign, name in names.items() if sign in shown),
        ),
    )


def goal_minutes(goal: Goal) -> tuple[float, float]:
    """The least minutes that reach a goal: stretch and strength on the same days, or each on days of its own."""
    least = DAY_COUNTS_FROM_SECONDS / 60
    return max(goal.stretch_days, goal.strength_days) * least, (goal.stretch_days + goal.strength_days) * least


def _week_parts() -> tuple[Key, ...]:
    """The phases, and what lies between the work: the time of a session is all of it, as everywhere."""
    phases = (Key(phase_name(phase), Ink(phase.value), PHASE_PATTERNS[phase]) for phase in Phase)
    return *phases, Key(_("Getting ready and rest"), Ink.OUTLINE, Pattern.HOLLOW)


def _week_column(review: WeekReview) -> Column:
    week = review.week
    work = [review.by_phase.get(phase, 0) for phase in Phase]
    minutes = tuple(seconds / 60 for seconds in (*work, max(0, week.seconds - sum(work))))
    parts = (
        _("{part} {minutes} min").format(part=part.name, minutes=number_text(value))
        for part, value in zip(_week_parts(), minutes, strict=True)
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
        brief=words,
    )


def week_dots(review: Review) -> WeekDots:
    """The days of this week."""
    done = {day.day: day for day in review.days}
    starts_on = review.this_week.starts_on
    days = (starts_on + timedelta(days=number) for number in range(7))
    return WeekDots(_("Days of this week"), tuple(_week_day(day, done.get(day), review.today) for day in days))


def year_map(review: Review) -> HeatMap:
    """The minutes of each day of a year, the weeks from left to right."""
    done = {day.day: day.seconds / 60 for day in review.days}
    first = review.this_week.starts_on - WEEK * (WEEKS_OF_A_YEAR - 1)
    days = [first + timedelta(days=number) for number in range((review.today - first).days + 1)]
    starts = days[::7]
    return HeatMap(
        title=_("The days of a year"),
        of=_("Day"),
        rows=tuple(_weekday(day) for day in days[:7]),
        columns=tuple(_month(day) if day.day <= 7 else "" for day in starts),
        days=tuple(_heat_day(day, done.get(day, 0)) for day in days),
    )


def area_pairs(review: Review) -> Pairs:
    """The minutes of an average week for each area, left beside right."""
    return Pairs(
        title=_("Minutes a week for each area"),
        of=_("Area"),
        sides=(_("Left side"), _("Right side"), _("Both at once")),
        pairs=tuple(_pair(_(label), review.by_area.get(Area(area), SideSeconds())) for area, label in AREA_LABELS),
        band=GUIDE_MINUTES,
        band_name=_("A guide: {low} to {high} minutes a side").format(low=GUIDE_MINUTES[0], high=GUIDE_MINUTES[1]),
    )


def felt_trend(review: Review) -> Trend:
    """The middle rating of each week: stiffness before sessions and after them, and discomfort in them."""
    return Trend(
        title=_("How it felt: the middle rating of each week"),
        of=_("Week"),
        lines=(
            Key(_("Stiffness before"), Ink.TEXT, sign=Sign.HOLLOW_LINE),
            Key(_("Stiffness after"), Ink.ACCENT, sign=Sign.FILLED_LINE),
            Key(_("Discomfort"), Ink.WARM_UP, sign=Sign.SQUARE_LINE),
        ),
        moments=tuple(map(_moment, review.weeks)),
    )


def breaks_by_week(review: Review) -> Bars:
    """Breaks taken of those that were offered, week by week."""
    columns = (
        _breaks_column(short_day(week.week.starts_on), week_text(week.week.starts_on), week.breaks)
        for week in review.weeks
    )
    return Bars(_("Breaks at the desk, by week"), _("Week"), _break_keys(), tuple(columns), _("Most offered"))


def breaks_by_hour(review: Review) -> Bars:
    """The same by the hour of the day, for the hours in which any were offered."""
    hours = review.breaks_by_hour
    shown = range(min(hours), max(hours) + 1) if hours else ()
    columns = (
        _breaks_column(_hour(hour), _("{hour} to {next}").format(hour=_hour(hour), next=_hour(hour + 1)), breaks)
        for hour in shown
        for breaks in (hours.get(hour, Breaks()),)
    )
    title, most = _("Breaks at the desk, by hour"), _("Most offered")
    return Bars(title, _("Hour"), _break_keys(), tuple(columns), most, is_over_time=False)


def progress_charts(review: Review) -> tuple[tuple[Chart, str], ...]:
    """All charts of the page, each with what is said in the place of one that has nothing to show, or without words."""
    felt = felt_trend(review)
    has_minutes = any(week.week.seconds for week in review.weeks)
    has_ratings = any(moment.is_rated for moment in felt.moments)
    has_breaks = any(week.breaks.offered for week in review.weeks)
    weeks = _("Your weeks will appear here: minutes by kind, against your goal.")
    days = _("Your days will appear here: the more you did, the larger the square.")
    areas = _("Left and right will appear here side by side, area by area.")
    if review.weeks_lived > 1:  # who was away for long has weeks behind them
        weeks = areas = _("Nothing in these weeks.")
        days = _("Nothing in the last 12 months.")
    ratings = _("How stiff you felt before and after sessions will appear here, once you have said so.")
    breaks = _("The breaks you take will appear here, once the reminder has offered some.")
    hours = _("The hours at which you take breaks will appear here.")
    return (
        (week_bars(review), "" if has_minutes else weeks),
        (year_map(review), "" if review.days else days),
        (area_pairs(review), "" if review.by_area else areas),
        (felt, "" if has_ratings else ratings),
        (breaks_by_week(review), "" if has_breaks else breaks),
        (breaks_by_hour(review), "" if review.breaks_by_hour else hours),
    )


def _week_day(day: date, done: Day | None, today: date) -> WeekDay:
    if done is None:
        state = DayState.TO_COME if day > today else DayState.NOTHING
    else:
        state = DayState.COUNTS if done.counts else DayState.SOME
    minutes = done.seconds / 60 if done else 0.0
    name = day_text(day, None)
    return WeekDay(_weekday(day), name, minutes, state, _told(name, minutes), is_today=day == today)


def _heat_day(day: date, minutes: float) -> HeatDay:
    name = f"{_weekday(day)}, {short_day(day)} {day.year}"
    return HeatDay(name, minutes, _told(name, minutes))


def _told(name: str, minutes: float) -> str:
    return _("{name}: {minutes} min").format(name=name, minutes=number_text(minutes))


def _pair(name: str, sides: SideSeconds) -> Pair:
    left, right, both = (seconds / 60 for seconds in (sides.left, sides.right, sides.both))
    told = _("{area}: left {left} min, right {right} min").format(
        area=name, left=number_text(left + both), right=number_text(right + both)
    )
    return Pair(name, left, right, both, told)


def _moment(review: WeekReview) -> Moment:
    name = week_text(review.week.starts_on)
    ratings = (review.stiffness_before, review.stiffness_after, review.discomfort)
    words = (_("stiffness {rating} before"), _("{rating} after"), _("discomfort {rating}"))
    said = [
        sentence.format(rating=number_text(rating))
        for sentence, rating in zip(words, ratings, strict=True)
        if rating is not None
    ]
    told = _("{week}: {ratings}").format(week=name, ratings=", ".join(said) or _("no rating"))
    return Moment(short_day(review.week.starts_on), name, ratings, told)


def _break_keys() -> tuple[Key, ...]:
    return Key(_("Taken"), Ink.ACCENT), Key(_("Offered, not taken"), Ink.OUTLINE, Pattern.HOLLOW)


def _breaks_column(label: str, name: str, breaks: Breaks) -> Column:
    words = _("{name}: {taken} of {offered} taken") if breaks.offered else _("{name}: none offered")
    told = words.format(name=name, taken=breaks.taken, offered=breaks.offered)
    return Column(label, name, (breaks.taken, breaks.offered - breaks.taken), told)


def _weekday(day: date) -> str:
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def _month(day: date) -> str:
    return QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def _hour(hour: int) -> str:
    return QLocale().toString(QTime(hour % 24, 0), QLocale.FormatType.ShortFormat)
