"""Hours as a line of text, such as “Mon–Fri 9:00–18:00, Sat 22:00–2:00”, and back.

Ranges are separated by commas, days stand before their times; a range without days has those of the range before it,
the first one every day. What is kept has the days in English, so that it outlives a change of the language.
"""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.hours import Hours
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

EVERY_DAY = frozenset(range(7))
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_KEPT_DAYS = tuple(day[:3].capitalize() for day in _ENGLISH)
_SHORTEST_DAY = 2
_DASH = r"\s*(?:[-–—]|\bto\b)\s*"
_TIME = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?"
_TIMES = re.compile(rf"{_TIME}{_DASH}{_TIME}\s*$", re.IGNORECASE)
_SPAN_OF_DAYS = re.compile(rf"^([^\s\d–—-]+){_DASH}([^\s\d–—-]+)$")
_NOON, _MIDNIGHT, _LAST_MINUTE = 12, 24, 59


def hours_from(text: str) -> tuple[Hours, ...]:
    """The ranges that a text names, none for an empty one; UserError with a sentence for what cannot be understood."""
    return _ranges(text, (tuple(day.casefold() for day in _days()), _ENGLISH))


def hours_text(hours: Iterable[Hours]) -> str:
    """The ranges as they may be typed again."""
    return _text(hours, _days())


def kept_hours(text: str) -> tuple[Hours, ...]:
    """The ranges of a text that was kept, whatever the language is now; UserError for what it cannot be."""
    return _ranges(text, (_ENGLISH,))


def hours_to_keep(hours: Iterable[Hours]) -> str:
    """The ranges as they are kept."""
    return _text(hours, _KEPT_DAYS)


def _ranges(text: str, languages: Sequence[Sequence[str]]) -> tuple[Hours, ...]:
    found: list[Hours] = []
    weekdays = EVERY_DAY
    for part in filter(None, (part.strip() for part in re.split("[,;\n]", text))):
        times = _TIMES.search(part)
        if times is None:
            raise UserError(_("“{part}” names no times; write it like “Mon–Fri 9:00–18:00”.").format(part=part))
        days = part[: times.start()].strip().rstrip(":").strip()
        weekdays = _weekdays(days, languages) if days else weekdays
        found.append(Hours(weekdays, _time(times, 1), _time(times, 4)))
    return tuple(found)


def _text(hours: Iterable[Hours], names: Sequence[str]) -> str:
    parts: list[str] = []
    before = EVERY_DAY
    for one in hours:
        days = "" if one.weekdays == before else _days_text(one.weekdays, names) + " "
        end = "24:00" if one.end == time() else f"{one.end.hour}:{one.end:%M}"
        parts.append(f"{days}{one.start.hour}:{one.start:%M}–{end}")
        before = one.weekdays
    return ", ".join(parts)


def weekday_text(at: datetime) -> str:
    """The day of the week of a moment, in short."""
    return _days()[at.weekday()]


def _days() -> tuple[str, ...]:
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def _weekdays(text: str, languages: Sequence[Sequence[str]]) -> frozenset[int]:
    if text.casefold() in ("daily", "every day", _("every day").casefold()):
        return EVERY_DAY
    span = _SPAN_OF_DAYS.match(text)
    if span:
        first, last = (_weekday(span[end], languages) for end in (1, 2))
        return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
    return frozenset(_weekday(word, languages) for word in re.split(r"[\s+&/]+", text))


def _weekday(word: str, languages: Sequence[Sequence[str]]) -> int:
    """A day by the beginning of its name in one of the languages."""
    wanted = word.casefold().rstrip(".")
    for names in languages:
        for number, name in enumerate(names):
            if len(wanted) >= _SHORTEST_DAY and (name.startswith(wanted) or wanted == name):
                return number
    raise UserError(_("“{word}” is no day of the week; write it like “Mon–Fri 9:00–18:00”.").format(word=word))


def _time(match: re.Match[str], group: int) -> time:
    hour, minute, half = int(match[group]), int(match[group + 1] or 0), (match[group + 2] or "").lower()
    is_right = 1 <= hour <= _NOON if half else hour < _MIDNIGHT or (hour == _MIDNIGHT and not minute)
    if not is_right or minute > _LAST_MINUTE:
        written = match[0].strip()
        raise UserError(_("“{times}” is not a time of day; write it like “9:00–18:00”.").format(times=written))
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return time(hour % _MIDNIGHT, minute)


def _days_text(weekdays: frozenset[int], names: Sequence[str]) -> str:
    days = sorted(weekdays)
    if weekdays == EVERY_DAY:
        return f"{names[0]}–{names[-1]}"
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return f"{names[days[0]]}–{names[days[-1]]}"
    return " ".join(names[day] for day in days)
