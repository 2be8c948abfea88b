"""How a session done is put into words: its day, its time, planned beside done, how it felt."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale

from hipback_desktop.core.history_filter import Period
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.core.record import Outcome, SessionOrigin
from hipback_desktop.core.wording import clock_text, ending_name, outcome_name, side_name, time_of_session
from hipback_desktop.ui.clock_words import time_of_day
from hipback_desktop.ui.session_log_sheet import effort_word
from hipback_desktop.ui.since_last_time_sheet import answer_text
from hipback_desktop.ui.stop_sheet import reason_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hipback_desktop.core.record import ComfortLog, SessionRecord, StepRecord

OUTCOME_ICONS: Final[Mapping[Outcome, str]] = MappingProxyType(
    {Outcome.COMPLETED: "check", Outcome.STOPPED: "stop", Outcome.SKIPPED: "next"}
)
"""The icon that stands beside the word for an outcome."""
_MINUTE: Final = 60


def period_name(period: Period) -> str:
    """How far back to look."""
    return {
        Period.WEEK: _("Last 7 days"),
        Period.MONTH: _("Last 30 days"),
        Period.QUARTER: _("Last 3 months"),
        Period.YEAR: _("Last 12 months"),
    }[period]


def origin_name(origin: SessionOrigin) -> str:
    """What a session came from."""
    return {
        SessionOrigin.ROUTINE: _("A routine"),
        SessionOrigin.BREAK: _("A sitting break"),
        SessionOrigin.MANUAL: _("Added by hand"),
    }[origin]


def ending_word(outcome: Outcome) -> str:
    """How sessions ended, of which nothing may have been done."""
    return _("Nothing done") if outcome is Outcome.SKIPPED else outcome_name(outcome)


def found_line(count: int, *, is_all: bool) -> str:
    """“12 sessions”; “60 sessions or more” while there may be others."""
    if is_all:
        return ngettext("{count} session", "{count} sessions", count).format(count=count)
    return ngettext("{count} session or more", "{count} sessions or more", count).format(count=count)


def day_text(day: date, today: date | None) -> str:
    """“Today”, “Yesterday” or the date; without ``today`` always the date."""
    if today is not None and day == today:
        return _("Today")
    if today is not None and (today - day).days == 1:
        return _("Yesterday")
    is_this_year = today is not None and day.year == today.year
    # Translators: weekday, day, month, year; put them in your order, but leave the letters d, M and y.
    pattern = _("dddd, d MMMM yyyy")
    if is_this_year:
        # Translators: the same without the year.
        pattern = _("dddd, d MMMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def time_text(record: SessionRecord) -> str:
    """When it started, as clocks are read here."""
    return time_of_day(record.started_at)


def minutes_line(record: SessionRecord) -> str:
    """What was done of what was planned, as it was told at its end."""
    return time_of_session(record.active_seconds, record.planned_seconds)


def session_line(record: SessionRecord) -> str:
    """The session in one breath, for a screen reader."""
    return _("{name}, {time}, {minutes}, {outcome}").format(
        name=record.name,
        time=time_text(record),
        minutes=minutes_line(record),
        outcome=ending_name(record),
    )


def pause_line(record: SessionRecord) -> str:
    """How long it was paused, empty when it hardly was."""
    minutes = round(record.paused_seconds / _MINUTE)
    if not minutes:
        return ""
    return ngettext("{count} minute of pause", "{count} minutes of pause", minutes).format(count=minutes)


def place_line(step: StepRecord, sets: int) -> str:
    """“Right side, set 1”, as far as there are sides and sets."""
    if sets == 1:
        return side_name(step.side) if step.side is not None else ""
    if step.side is None:
        return _("Set {number}").format(number=step.set_number)
    return _("{side}, set {number}").format(side=side_name(step.side), number=step.set_number)


def amount_line(step: StepRecord) -> str:
    """What was done of what was planned; “skipped” only where that was nothing."""
    done = step.done_reps if step.planned_reps is not None else round(step.done_seconds)
    if step.outcome is Outcome.SKIPPED and not done:
        return outcome_name(Outcome.SKIPPED)
    if step.planned_reps is not None:
        return _("{done} of {planned} reps").format(done=step.done_reps or 0, planned=step.planned_reps)
    if step.planned_seconds > _MINUTE:
        return _("{done} of {planned} min").format(
            done=clock_text(step.done_seconds), planned=clock_text(step.planned_seconds)
        )
    return _("{done} of {planned} s").format(done=round(step.done_seconds), planned=round(step.planned_seconds))


def comfort_lines(log: ComfortLog) -> tuple[tuple[str, str], ...]:
    """Each answer given, as a pair of what was asked and what was said."""
    lines: list[tuple[str, str]] = []
    if log.stiffness_before is not None:
        lines.append((_("Stiffness before"), _of_ten(log.stiffness_before)))
    if log.stiffness_after is not None:
        lines.append((_("Stiffness after"), _of_ten(log.stiffness_after)))
    if log.discomfort is not None:
        lines.append((_("Discomfort"), _of_ten(log.discomfort)))
    if log.effort is not None:
        lines.append(
            (_("Effort"), _("{number}, {word}").format(number=_of_ten(log.effort), word=effort_word(log.effort)))
        )
    if log.felt_sharp is not None:
        lines.append((_("Sharp or spreading"), _("Yes") if log.felt_sharp else _("No")))
    if log.stop_reason is not None:
        lines.append((_("Why it ended"), reason_text(log.stop_reason)))
    if log.since_last_time is not None:
        lines.append((_("Since the time before"), answer_text(log.since_last_time)))
    return tuple(lines)


def _of_ten(rating: int) -> str:
    return _("{rating} of 10").format(rating=rating)
