"""Sessions as a table for spreadsheets, a row a set on one side; read back row by row, without loss.

Moments are local, with their offset beside them, and in the one form that LibreOffice takes for moments without being
asked to. A text that a spreadsheet would take for a formula gets an apostrophe in front, which is taken off again. The
mark at the beginning tells Excel that the letters are UTF-8.
"""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta, timezone
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from hipback_desktop.core.language import gettext as _
from hipback_desktop.storage.session_document import (
    LONGEST_TEXT,
    MOST_STEPS,
    NEWER_KEYS,
    SESSION_KEYS,
    SHARE_KEY,
    STEP_KEYS,
    ForeignDocumentError,
    document_of,
    record_from,
    told_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TextIO

    from hipback_desktop.core.record import SessionRecord

_MOMENTS: Final = ("started_at", "ended_at")
_OFFSETS: Final = tuple(f"{key}_offset_seconds" for key in _MOMENTS)
_STEP_COLUMNS: Final = tuple(f"step_{key}" for key in STEP_KEYS)
COLUMNS: Final = (*SESSION_KEYS, *_OFFSETS, *_STEP_COLUMNS)
_WRITTEN: Final = (*SESSION_KEYS, *_OFFSETS, *NEWER_KEYS)

_NUMBERS: Final = frozenset(
    column
    for column in COLUMNS
    if column.endswith(("_seconds", "_reps", "_number")) or column in ("stiffness_before", "stiffness_after")
) | {"discomfort", "effort", SHARE_KEY}
_TEXTS: Final = frozenset({"id", "routine", "name", "outcome", "origin", "note"}) | {
    f"step_{key}" for key in ("exercise", "name", "phase", "outcome")
}
"""Columns in which an empty cell is an empty text; in the others it is none."""
_FORMULA: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n", "'")
"""What begins one, in wide letters as well; and the apostrophe itself."""
_LONGEST_ROW: Final = 200_000
_UTF_8_MARK: Final = "\ufeff"


def csv_lines(records: Iterable[SessionRecord]) -> Iterator[str]:
    """The file in pieces."""
    yield _UTF_8_MARK + _line((*_WRITTEN, *_STEP_COLUMNS))
    for record in records:
        document = document_of(record)
        for key, offset in zip(_MOMENTS, _OFFSETS, strict=True):
            moment: datetime = getattr(record, key)
            document[key] = moment.replace(tzinfo=None).isoformat()
            document[offset] = round((moment.utcoffset() or timedelta()).total_seconds())
        shared = [_cell(document[key]) for key in _WRITTEN]
        for step in document["steps"] or [dict.fromkeys(STEP_KEYS)]:
            yield _line((*shared, *(_cell(step[key]) for key in STEP_KEYS)))


def records_in_csv(stream: TextIO) -> Iterator[SessionRecord]:
    """The sessions of a file; raises ForeignDocumentError at the first thing that is not as it should be."""
    rows = _rows(stream)
    columns = next(rows, [])
    if not set(COLUMNS) <= set(columns) or len(set(columns)) < len(columns):
        raise ForeignDocumentError(_("it is no file of sessions that Hipback exported"))
    named = (_named(columns, row) for row in rows if row)
    for number, (_id, group) in enumerate(groupby(named, key=lambda row: row["id"]), start=1):
        with told_of(number):
            record = record_from(_document(group))
        yield record


def _line(cells: Sequence[Any]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return "" if value is None else value


def _rows(stream: TextIO) -> Iterator[list[str]]:
    """The rows; a line of the file is never read further than a row may be long."""
    lines = iter(lambda: stream.readline(_LONGEST_ROW), "")
    reader = csv.reader(lines, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise ForeignDocumentError(_("line {number} is damaged").format(number=reader.line_num)) from error


def _named(columns: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    if len(row) != len(columns):
        raise ForeignDocumentError(_("a row has more or fewer cells than there are columns"))
    return dict(zip(columns, row, strict=True))


def _document(rows: Iterable[Mapping[str, str]]) -> dict[str, Any]:
    document: dict[str, Any] = {}
    steps: list[dict[str, Any]] = []
    for row in rows:
        values = {column: _value(column, row[column]) for column in COLUMNS}
        newer = {key: _value(key, row.get(key, "")) for key in NEWER_KEYS}
        document = document or {key: values[key] for key in SESSION_KEYS} | _moments(values) | newer
        if row["step_outcome"]:
            steps.append({key: values[column] for key, column in zip(STEP_KEYS, _STEP_COLUMNS, strict=True)})
        if len(steps) > MOST_STEPS:
            break
    return document | {"steps": steps}


def _moments(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _moment(values[key], values[offset]) for key, offset in zip(_MOMENTS, _OFFSETS, strict=True)}


def _value(column: str, cell: str) -> Any:
    if cell == "" and column not in _TEXTS:
        return None
    if column in _NUMBERS:
        return _number(cell)
    if column == "felt_sharp":
        return {"true": True, "false": False, "1": True, "0": False}.get(cell.lower(), cell)
    return cell.removeprefix("'") if len(cell) <= LONGEST_TEXT + 1 else cell


def _number(cell: str) -> Any:
    try:
        return int(cell) if cell.lstrip("-").isdecimal() else float(cell)
    except ValueError:
        return cell


def _moment(local: Any, offset_seconds: Any) -> str | None:
    """The moment as text with its offset; None for what cannot be one."""
    try:
        zone = timezone(timedelta(seconds=offset_seconds))
        return datetime.fromisoformat(local).replace(tzinfo=zone).isoformat()
    except (TypeError, ValueError, OverflowError):
        return None
