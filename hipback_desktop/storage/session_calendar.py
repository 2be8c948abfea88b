"""Sessions as an iCalendar file: what was done, and the days on which the goals would be reached.

A calendar may be shared: neither notes nor ratings go into it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from hipback_desktop import __version__
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import Outcome, is_preview
from hipback_desktop.core.wording import phase_name, time_of_session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hipback_desktop.core.plan_days import PlannedDay
    from hipback_desktop.core.record import SessionRecord

_END: Final = "END:VCALENDAR\r\n"
_A_DAY: Final = timedelta(days=1)


def calendar_lines(records: Iterable[SessionRecord], planned: Iterable[PlannedDay], now: datetime) -> Iterator[str]:
    """The file in pieces; a session keeps its identity, so that taking the file in again doubles nothing."""
    from icalendar import Calendar  # deferred: 100 ms that only an export pays

    calendar = Calendar()
    calendar.add("PRODID", f"-//Hipback//Hipback {__version__}//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("X-WR-CALNAME", _("Hipback"))
    yield calendar.to_ical().decode().removesuffix(_END)
    for record in records:
        if is_in_calendar(record):
            yield _done(record)
    for day in planned:
        yield _planned(day, now)
    yield _END


def is_in_calendar(record: SessionRecord) -> bool:
    """Whether something was done in it, on the day it says."""
    return record.outcome is not Outcome.SKIPPED and not is_preview(record)


def _done(record: SessionRecord) -> str:
    started, ended = record.started_at.astimezone(UTC), record.ended_at.astimezone(UTC)
    return _event(
        UID=f"{record.id}@hipback",
        DTSTAMP=max(started, ended, (record.edited_at or record.ended_at).astimezone(UTC)),
        DTSTART=started,
        DTEND=max(started, ended),
        SUMMARY=record.name,
        DESCRIPTION=time_of_session(record.active_seconds, record.planned_seconds),
        STATUS="CONFIRMED",
        TRANSP="OPAQUE",
    )


def _planned(planned: PlannedDay, now: datetime) -> str:
    return _event(
        UID=f"{planned.day.isoformat()}-{planned.phase}@hipback",
        DTSTAMP=now.astimezone(UTC),
        DTSTART=planned.day,
        DTEND=planned.day + _A_DAY,
        SUMMARY=_("Hipback: {phase}").format(phase=phase_name(planned.phase)),
        STATUS="TENTATIVE",
        TRANSP="TRANSPARENT",
    )


def _event(**properties: Any) -> str:
    from icalendar import Event

    event = Event()
    for name, value in properties.items():
        event.add(name, value)
    return str(event.to_ical(), "utf-8")
