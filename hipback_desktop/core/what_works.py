"""What the sitting reminder can see on this computer, as lines to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One place that was asked: what it said last, and when; or why it does not know."""

    id: str
    name: str
    says: str
    is_known: bool
    read_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SignLine:
    """One thing that may be seen, and what for; known when one of the places knows."""

    id: str
    title: str
    says: str
    purpose: str
    is_known: bool
    sources: tuple[SourceLine, ...] = ()
