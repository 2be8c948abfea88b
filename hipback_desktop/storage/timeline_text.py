"""A timeline as JSON text and back; text that is damaged or hostile gives None, never an error."""

from __future__ import annotations

import json
from dataclasses import fields
from enum import StrEnum
from typing import Any, Final, TypeVar

from hipback_desktop.catalogue.problem import Report
from hipback_desktop.catalogue.reading import parse_document
from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.timeline import Segment, SegmentKind, Timeline

LARGEST_TEXT: Final = 4_000_000
LONGEST_NAME: Final = 1_000
LONGEST_FILE: Final = 5_000
MOST_SECONDS: Final = 1e6
MOST_COUNT: Final = 10_000

# Where a segment lies follows from the lengths of those before it.
_KEYS: Final = tuple(field.name for field in fields(Segment) if field.name not in ("index", "start_seconds"))

EnumType = TypeVar("EnumType", bound=StrEnum)


class _UnreadableError(ValueError):
    """A value is not what a timeline has there."""


def text_of(timeline: Timeline) -> str:
    """The timeline as JSON; a segment is a list of its values in the order of ``keys``."""
    segments = [[getattr(segment, key) for key in _KEYS] for segment in timeline.segments]
    document = {
        "routine_id": timeline.routine_id,
        "name": timeline.name,
        "file": timeline.file,
        "keys": _KEYS,
        "segments": segments,
    }
    return json.dumps(document, separators=(",", ":"))


def timeline_from(text: str) -> Timeline | None:
    """The timeline in a text, None when it is not one."""
    raw = text.encode("utf-8", "replace")
    document = parse_document(raw, Report("timeline")) if len(raw) <= LARGEST_TEXT else None
    try:
        return _timeline(document)
    except _UnreadableError:
        return None


def _timeline(document: object) -> Timeline:
    if not isinstance(document, dict):
        raise _UnreadableError
    keys, rows = document.get("keys"), document.get("segments")
    if keys != list(_KEYS) or not isinstance(rows, list) or not 1 <= len(rows) <= MOST_COUNT:
        raise _UnreadableError
    segments: list[Segment] = []
    start: float = 0
    for row in rows:
        segment = _segment(row, index=len(segments), start=start)
        if segments and segment.step_index < segments[-1].step_index:
            raise _UnreadableError
        segments.append(segment)
        start += segment.seconds
    names = _name(document.get("routine_id")), _name(document.get("name"))
    return Timeline(*names, tuple(segments), _name(document.get("file", ""), LONGEST_FILE))


def _segment(row: object, index: int, start: float) -> Segment:
    if not isinstance(row, list) or len(row) != len(_KEYS):
        raise _UnreadableError
    value: dict[str, Any] = dict(zip(_KEYS, row, strict=True))
    reps, pace = value["reps"], value["seconds_per_rep"]
    return Segment(
        index=index,
        start_seconds=start,
        seconds=_seconds(value["seconds"]),
        kind=_member(SegmentKind, value["kind"]),
        phase=_member(Phase, value["phase"]),
        exercise_id=_name(value["exercise_id"]),
        side=None if value["side"] is None else _member(Side, value["side"]),
        set_number=_count(value["set_number"], least=1),
        sets=_count(value["sets"], least=1),
        step_index=_count(value["step_index"]),
        planned_seconds=_seconds(value["planned_seconds"]),
        work_seconds=_seconds(value["work_seconds"]),
        reps=None if reps is None else _count(reps, least=1),
        seconds_per_rep=None if pace is None else _seconds(pace, is_pace=True),
        is_open=_flag(value["is_open"]),
        changes_position=_flag(value["changes_position"]),
    )


def _name(value: object, longest: int = LONGEST_NAME) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise _UnreadableError
    return value


def _count(value: object, least: int = 0) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= MOST_COUNT:
        raise _UnreadableError
    return value


def _seconds(value: object, *, is_pace: bool = False) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not 0 <= value <= MOST_SECONDS:
        raise _UnreadableError
    if is_pace and value <= 0:
        raise _UnreadableError
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _UnreadableError
    return value


def _member(kind: type[EnumType], value: object) -> EnumType:
    if not isinstance(value, str) or value not in list(kind):
        raise _UnreadableError
    return kind(value)
