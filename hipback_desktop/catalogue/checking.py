"""Compares a document with the schema, reports every difference, and returns the parts that are right."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hipback_desktop.catalogue.reading import RepeatingObject, Unusable, inside, quoted
from hipback_desktop.catalogue.schema import Kind
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import marked, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hipback_desktop.catalogue.problem import Report
    from hipback_desktop.catalogue.schema import Field

MOST_WRONG_KEYS: Final = 20

_IDENTIFIER: Final = re.compile(r"[a-z0-9_]{1,64}")
# control characters, surrogates, line separators, and the marks that make text run backwards
_UNFIT: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def checked(field: Field, value: Any, place: str, report: Report) -> Any:
    """The value as far as it follows the schema, None where it does not; what is wrong goes into the report.

    In an object only the right keys are left, in a list a wrong item is None, so that indices stay.
    """
    if isinstance(value, Unusable):
        report.add(place, value.reason)
        return None
    if value is None and field.nullable:
        return None
    return _CHECKS[field.kind](field, value, place, report)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a sentence that offers the closest known word, or nothing."""
    import difflib  # deferred: only files with mistakes need it

    close = difflib.get_close_matches(word[:64], tuple(known), n=1)
    return _("; did you mean {word}?").format(word=quoted(close[0])) if close else ""


def _object(field: Field, value: Any, place: str, report: Report) -> dict[str, Any] | None:
    if not isinstance(value, dict):
        report.add(place, _("must be an object, not {found}").format(found=_kind_of(value)))
        return None
    right: dict[str, Any] = {}
    for part in field.fields:
        if part.name in value:
            found = checked(part, value[part.name], inside(place, part.name), report)
            if found is not None:
                right[part.name] = found
        elif part.required:
            report.add(inside(place, part.name), _("is missing: {meaning}").format(meaning=_(part.meaning)))
    _report_wrong_keys(field, value, place, report)
    return right


def _report_wrong_keys(field: Field, value: Mapping[str, Any], place: str, report: Report) -> None:
    if isinstance(value, RepeatingObject):
        for name in value.repeated[:MOST_WRONG_KEYS]:
            report.add(place, _("has the key {key} more than once").format(key=quoted(name)))
    names = [part.name for part in field.fields]
    unknown = [name for name in value if name not in names]
    for name in unknown[:MOST_WRONG_KEYS]:
        if not report.is_full:
            reason = _("has the unknown key {key}").format(key=quoted(name))
            report.add(place, reason + did_you_mean(name, names))
    if len(unknown) > MOST_WRONG_KEYS:
        more = len(unknown) - MOST_WRONG_KEYS
        reason = ngettext("has {count} more unknown key", "has {count} more unknown keys", more)
        report.add(place, reason.format(count=more))


def _list(field: Field, value: Any, place: str, report: Report) -> list[Any] | None:
    if not isinstance(value, list):
        report.add(place, _("must be a list, not {found}").format(found=_kind_of(value)))
        return None
    if not field.least <= len(value) <= field.most:
        report.add(place, _("must have {range} items, not {count}").format(range=_range(field), count=len(value)))
    (item,) = field.fields
    looked_at = value[: int(field.most)]
    items = [checked(item, found, f"{place}[{index}]", report) for index, found in enumerate(looked_at)]
    if item.choices or item.kind is Kind.IDENTIFIER:
        for index, name in enumerate(items):
            if name is not None and name in items[:index]:
                report.add(f"{place}[{index}]", _("{name} is there already").format(name=quoted(name)))
    return items


def _text(field: Field, value: Any, place: str, report: Report) -> str | None:
    if not isinstance(value, str):
        report.add(place, _("must be text, not {found}").format(found=_kind_of(value)))
    elif field.choices:
        if value in field.choices:
            return value
        if not report.is_full:
            known = ", ".join(field.choices)
            reason = _("must be one of {known}, not {found}").format(known=known, found=quoted(value))
            report.add(place, reason + did_you_mean(value, field.choices))
    elif not field.least <= len(value.strip()) or len(value) > field.most:
        reason = _("must have {range} characters, not {count}")
        report.add(place, reason.format(range=_range(field), count=len(value.strip())))
    elif _UNFIT.search(value):
        report.add(place, _("must not contain control characters"))
    else:
        return value
    return None


def _identifier(field: Field, value: Any, place: str, report: Report) -> str | None:
    if isinstance(value, str) and (_IDENTIFIER.fullmatch(value) or (value == "" and field.least == 0)):
        return value
    shown = quoted(value) if isinstance(value, str) else _kind_of(value)
    report.add(place, _("must be 1 to 64 of the characters a-z, 0-9 and _, not {found}").format(found=shown))
    return None


def _number(field: Field, value: Any, place: str, report: Report) -> float | None:
    allowed = int if field.kind is Kind.WHOLE else (int, float)
    if isinstance(value, bool) or not isinstance(value, allowed):
        wanted = _("must be a whole number, not {found}") if allowed is int else _("must be a number, not {found}")
        report.add(place, wanted.format(found=_kind_of(value)))
    elif field.name == "version" and value > field.most:
        reason = _("is made for a newer Hipback; this one reads version {version}")
        report.add(place, reason.format(version=f"{field.most:g}"))
    elif not field.least <= value <= field.most:
        report.add(place, _("must be {range}, not {found}").format(range=_range(field), found=f"{value:g}"))
    else:
        return value
    return None


def _flag(_field: Field, value: Any, place: str, report: Report) -> bool | None:
    if isinstance(value, bool):
        return value
    report.add(place, _("must be true or false, not {found}").format(found=_kind_of(value)))
    return None


def _range(field: Field) -> str:
    if field.least == field.most:
        return f"{field.least:g}"
    return _("{least} to {most}").format(least=f"{field.least:g}", most=f"{field.most:g}")


def _kind_of(value: Any) -> str:
    return next((_(name) for kind, name in _KINDS if isinstance(value, kind)), "null")


_KINDS: Final = (
    (bool, marked("true or false")),
    (int, marked("a number")),
    (float, marked("a number")),
    (str, marked("text")),
    (list, marked("a list")),
    (dict, marked("an object")),
)
_CHECKS: Final[Mapping[Kind, Callable[[Field, Any, str, Report], Any]]] = MappingProxyType(
    {
        Kind.TEXT: _text,
        Kind.IDENTIFIER: _identifier,
        Kind.WHOLE: _number,
        Kind.NUMBER: _number,
        Kind.FLAG: _flag,
        Kind.OBJECT: _object,
        Kind.LIST: _list,
    }
)
