"""What is kept of a day: spans of sitting, being away, standing and moving, with what told of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class SpanKind(StrEnum):
    """What a person did for a while."""

    SITTING = "sitting"
    PASSIVE = "passive"
    AWAY = "away"
    STANDING = "standing"
    SESSION = "session"


class Source(StrEnum):
    """What told of a span."""

    INPUT = "input"
    IDLE = "idle"
    LOCK = "lock"
    SLEEP = "sleep"
    CALL = "call"
    INHIBITOR = "inhibitor"
    SAID = "said"
    SESSION = "session"
    UNKNOWN = "unknown"  # no idle time can be read here: the plain interval stands in


@dataclass(frozen=True, slots=True)
class Span:
    """``seconds`` are those that count: pauses in a sit do not, nor does a clock that was set meanwhile."""

    kind: SpanKind
    source: Source
    started_at: datetime
    ended_at: datetime
    seconds: float


def local_day(local: datetime) -> date:
    """The day a moment belongs to where the person was."""
    return local.date()


def by_day(span: Span) -> Iterator[Span]:
    """The span cut at each local midnight, its seconds shared out by the clock on the wall."""
    whole = (span.ended_at - span.started_at).total_seconds()
    left, start = span, span.started_at
    while (midnight := _next_midnight(start)) < span.ended_at:
        share = span.seconds * (midnight - start).total_seconds() / whole
        yield replace(left, started_at=start, ended_at=midnight, seconds=share)
        left = replace(left, seconds=left.seconds - share)
        start = midnight
    yield replace(left, started_at=start)


def _next_midnight(local: datetime) -> datetime:
    return datetime.combine(local.date() + timedelta(days=1), time(), local.tzinfo)


@dataclass(frozen=True, slots=True)
class OpenSpan:
    """A span under way: when it began, and what the sitting counter read then."""

    kind: SpanKind
    began: float
    started_at: datetime
    sat_seconds: float

    def closed(self, source: Source, boot: float, ended_at: datetime, sat_seconds: float) -> Span | None:
        """The span up to a moment, or None when there is nothing of it."""
        is_sitting = self.kind in (SpanKind.SITTING, SpanKind.PASSIVE)
        seconds = sat_seconds - self.sat_seconds if is_sitting else boot - self.began
        return Span(self.kind, source, self.started_at, ended_at, seconds) if seconds > 0 else None


ASKS_ABOUT_SECONDS = (3 * 60.0, 30 * 60.0)


@dataclass(frozen=True, slots=True)
class Absence:
    """A time away that has just ended; ``span`` is how it was kept."""

    span: Span
    is_break: bool
    sat_before_seconds: float

    @property
    def asks(self) -> bool:
        """Whether it may have been reading after all: known by idle time alone, and neither short nor long."""
        least, most = ASKS_ABOUT_SECONDS
        return self.span.source is Source.IDLE and least <= self.span.seconds <= most


@dataclass(frozen=True, slots=True)
class Corrected:
    """A span that was kept as something else."""

    span: Span
