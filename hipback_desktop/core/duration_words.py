"""Lengths of time as people type them: “1h”, “90 min”, “1h 30m”, or a plain number of minutes."""

from __future__ import annotations

import re

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

_PART = r"([0-9]{1,6}(?:[.,][0-9]{1,4})?)\s*([a-z]*)"
_PARTS = re.compile(rf"{_PART}(?:\s*{_PART})?", re.IGNORECASE)
_HOURS, _MINUTES, _SECONDS = (
    ("h", "hour", "hours"),
    ("m", "min", "minute", "minutes"),
    ("s", "sec", "second", "seconds"),
)


def seconds_from(text: str, least: float, most: float) -> float:
    """The seconds of a length within bounds; UserError with a sentence for another one, or none."""
    found = _PARTS.fullmatch(text.strip())
    if found is None:
        raise UserError(_("“{text}” is no length of time; write it like 1h, 30m or 1h30m.").format(text=text))
    first, unit, second, finer = found.groups()
    size = _unit_seconds(unit, text) if unit else 60.0
    seconds = _number(first) * size
    if second is not None:
        seconds += _number(second) * (_unit_seconds(finer, text) if finer else size / 60)
    if not least <= seconds <= most:
        sentence = _("“{text}” is too short or too long; choose from {least} to {most} minutes.")
        raise UserError(sentence.format(text=text, least=round(least / 60), most=round(most / 60)))
    return seconds


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _unit_seconds(unit: str, text: str) -> float:
    for size, names in ((3600.0, _HOURS), (60.0, _MINUTES), (1.0, _SECONDS)):
        if unit.lower() in names:
            return size
    raise UserError(_("“{text}” is no length of time; write it like 1h, 30m or 1h30m.").format(text=text))
