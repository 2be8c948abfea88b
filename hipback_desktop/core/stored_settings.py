"""Settings from what a file held: a value that does not fit becomes the default, and is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.holds import Hold
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.settings import OPTIONS, Choice, DayHours, Listed, Number, Settings, Several, Toggle, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.core.settings import Kind

_RETIRED = frozenset({Hold.DESKTOP_REMINDS.value})
"""What could be chosen once, and needs no complaint in a file of then."""


def settings_from(stored: Mapping[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """Settings from what a file held, and a sentence for each value that had to be put right; never fails."""
    values: dict[str, Any] = {}
    complaints: list[str] = []
    for option in OPTIONS:
        if option.key not in stored:
            continue
        value = _accepted(option.kind, stored[option.key])
        if value is None:
            sentence = _("The stored setting “{key}” was not usable; its default is used instead.")
            complaints.append(sentence.format(key=option.key))
            continue
        values[option.key] = value
        known = [item for item in stored[option.key] if item not in _RETIRED] if isinstance(value, tuple) else []
        if isinstance(value, tuple) and value != tuple(known):
            sentence = _("The stored setting “{key}” held something unknown; the rest of it is used.")
            complaints.append(sentence.format(key=option.key))
    return Settings(**values), tuple(complaints)


def _accepted(kind: Kind, value: object) -> object | None:
    """The value in the type its option wants, or None when it does not fit."""
    match kind:
        case Toggle():
            return value if isinstance(value, bool) else None
        case Number():
            fits = isinstance(value, int) and not isinstance(value, bool) and kind.minimum <= value <= kind.maximum
            return value if fits else None
        case Choice():
            return value if value in [choice for choice, _ in kind.choices] else None
        case DayHours():
            return value if isinstance(value, str) and len(value) <= kind.longest and _are_hours(value) else None
        case Words():
            return value if isinstance(value, str) and len(value) <= kind.longest else None
        case _:
            return _accepted_list(kind, value)


def _are_hours(text: str) -> bool:
    if not text:
        return True  # always
    from hipback_desktop.core.hours_words import kept_hours

    try:
        kept_hours(text)
    except UserError:
        return False
    return True


def _accepted_list(kind: Several | Listed, value: object) -> tuple[str, ...] | None:
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        return None
    if isinstance(kind, Listed):
        return tuple(value) if len(value) <= kind.longest else None
    return tuple(dict.fromkeys(item for item in value if item in dict(kind.choices)))
