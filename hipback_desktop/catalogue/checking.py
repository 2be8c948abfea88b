"""Compares a document with the schema, reports every difference, and returns the parts that are right."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hipback_desktop.catalogue.reading import RepeatingObject, Unusable, inside, quoted
from hipback_desktop.catalogue.schema import Kind

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
    return f"; did you mean {quoted(close[0])}?" if close else ""


def _object(field: Field, value: Any, place: str, report: Report) -> dict[str, Any] | None:
    if not isinstance(value, dict):
        report.add(place, f"must be an object, not {_kind_of(value)}")
        return None
    right: dict[str, Any] = {}
    for part in field.fields:
        if part.name in value:
            found = checked(part, value[part.name], inside(place, part.name), report)
            if found is not None:
                right[part.name] = found
        elif part.required:
            report.add(inside(place, part.name), f"is missing: {part.meaning}")
    _report_wrong_keys(field, value, place, report)
    return right


def _report_wrong_keys(field: Field, value: Mapping[str, Any], place: str, report: Report) -> None:
    if isinstance(value, RepeatingObject):
        for name in value.repeated[:MOST_WRONG_KEYS]:
            report.add(place, f"has the key {quoted(name)} more than once")
    names = [part.name for part in field.fields]
    unknown = [name for name in value if name not in names]
    for name in unknown[:MOST_WRONG_KEYS]:
        if not report.is_full:
            report.add(place, f"has the unknown key {quoted(name)}{did_you_mean(name, names)}")
    if len(unknown) > MOST_WRONG_KEYS:
        report.add(place, f"has {len(unknown) - MOST_WRONG_KEYS} more unknown keys")


def _list(field: Field, value: Any, place: str, report: Report) -> list[Any] | None:
    if not isinstance(value, list):
        report.add(place, f"must be a list, not {_kind_of(value)}")
        return None
    if not field.least <= len(value) <= field.most:
        report.add(place, f"must have {_range(field)} items, not {len(value)}")
    (item,) = field.fields
    looked_at = value[: int(field.most)]
    items = [checked(item, found, f"{place}[{index}]", report) for index, found in enumerate(looked_at)]
    if item.choices or item.kind is Kind.IDENTIFIER:
        for index, name in enumerate(items):
            if name is not None and name in items[:index]:
                report.add(f"{place}[{index}]", f"{quoted(name)} is there already")
    return items


def _text(field: Field, value: Any, place: str, report: Report) -> str | None:
    if not isinstance(value, str):
        report.add(place, f"must be text, not {_kind_of(value)}")
    elif field.choices:
        if value in field.choices:
            return value
        if not report.is_full:
            known = ", ".join(field.choices)
            report.add(place, f"must be one of {known}, not {quoted(value)}{did_you_mean(value, field.choices)}")
    elif not field.least <= len(value.strip()) or len(value) > field.most:
        report.add(place, f"must have {_range(field)} characters, not {len(value.strip())}")
    elif _UNFIT.search(value):
        report.add(place, "must not contain control characters")
    else:
        return value
    return None


def _identifier(field: Field, value: Any, place: str, report: Report) -> str | None:
    if isinstance(value, str) and (_IDENTIFIER.fullmatch(value) or (value == "" and field.least == 0)):
        return value
    shown = quoted(value) if isinstance(value, str) else _kind_of(value)
    report.add(place, f"must be 1 to 64 of the characters a-z, 0-9 and _, not {shown}")
    return None


def _number(field: Field, value: Any, place: str, report: Report) -> float | None:
    allowed = int if field.kind is Kind.WHOLE else (int, float)
    if isinstance(value, bool) or not isinstance(value, allowed):
        report.add(place, f"must be a {field.kind.value}, not {_kind_of(value)}")
    elif field.name == "version" and value > field.most:
        report.add(place, f"is made for a newer Hipback; this one reads version {field.most:g}")
    elif not field.least <= value <= field.most:
        report.add(place, f"must be {_range(field)}, not {value:g}")
    else:
        return value
    return None


def _flag(_: Field, value: Any, place: str, report: Report) -> bool | None:
    if isinstance(value, bool):
        return value
    report.add(place, f"must be true or false, not {_kind_of(value)}")
    return None


def _range(field: Field) -> str:
    return f"{field.least:g}" if field.least == field.most else f"{field.least:g} to {field.most:g}"


def _kind_of(value: Any) -> str:
    return next((name for kind, name in _KINDS if isinstance(value, kind)), "null")


_KINDS: Final = (
    (bool, "true or false"),
    (int, "a number"),
    (float, "a number"),
    (str, "text"),
    (list, "a list"),
    (dict, "an object"),
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
