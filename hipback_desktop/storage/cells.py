"""The cells of a row and back: moments as microseconds beside an offset, text and numbers made fit to be kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from types import UnionType
from typing import Any, Final

from hipback_desktop.core.errors import BugError

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND: Final = timedelta(microseconds=1)
MOST_SECONDS: Final = 1e9

Row = tuple[Any, ...]
Kinds = tuple[type | UnionType, ...]


class UnreadableRowError(ValueError):
    """A row holds what this program never wrote."""


def utc_us_of(moment: datetime) -> int:
    """Microseconds since 1970."""
    if moment.utcoffset() is None:
        raise BugError(f"a stored moment needs its offset: {moment}")
    return (moment - EPOCH) // MICROSECOND


def moment_values(moment: datetime) -> tuple[int, int]:
    """The instant, and the offset in whole seconds."""
    utc_us = utc_us_of(moment)
    return utc_us, round((moment.utcoffset() or timedelta()).total_seconds())


def moment_from(utc_us: int, offset_seconds: int) -> datetime:
    """The moment in its own offset."""
    try:
        return (EPOCH + timedelta(microseconds=utc_us)).astimezone(timezone(timedelta(seconds=offset_seconds)))
    except (OverflowError, ValueError) as error:
        raise UnreadableRowError("a moment beyond the calendar") from error


def kept_seconds(seconds: float) -> float:
    """Seconds as they can be kept: a hair below 0 from subtracting clocks must not cost a session."""
    return min(seconds, MOST_SECONDS) if seconds > 0 else 0.0


def kept_text(text: str) -> str:
    """Text as it can be kept: half a surrogate pair, which some clipboards yield, becomes a question mark."""
    return text.encode("utf-8", "replace").decode()


def check_kinds(row: Row, kinds: Kinds) -> None:
    """Refuses a row in which a value is of another kind than its column."""
    if not all(map(isinstance, row, kinds)):
        raise UnreadableRowError(f"a value of the wrong kind in {row}")
