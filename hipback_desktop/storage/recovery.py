"""What is said when a damaged database was put aside, or will be: which backup takes its place, if any does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hipback_desktop.core.clock_time import clock_time
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Recovery:
    """The backup that took the place of a damaged database: from when it is, and what is in it."""

    made_at: datetime
    sessions: int


def recovery_from(connection: sqlite3.Connection, backup: Path) -> Recovery:
    """What a backup brought back."""
    made_at = datetime.fromtimestamp(backup.stat().st_mtime, UTC).astimezone()
    return Recovery(made_at, connection.execute("SELECT count(*) FROM session").fetchone()[0])


def notice_of(aside: Path, recovery: Recovery | None) -> str:
    """The sentence about it; the damaged file is never thrown away."""
    if recovery is None:
        sentence = _(
            "Your history was damaged and there was no backup, so a new one begins; "
            "the damaged file was kept as {file}."
        )
        return sentence.format(file=aside.name)
    sentence = ngettext(
        "Your history was damaged. The backup of {day}, {time}, with {count} session is used, "
        "so sessions since then may be missing; the damaged file was kept as {file}.",
        "Your history was damaged. The backup of {day}, {time}, with {count} sessions is used, "
        "so sessions since then may be missing; the damaged file was kept as {file}.",
        recovery.sessions,
    )
    at = recovery.made_at
    return sentence.format(file=aside.name, day=f"{at:%Y-%m-%d}", time=clock_time(at), count=recovery.sessions)


def forecast_of(recovery: Recovery | None) -> str:
    """The sentence before it, for who only looks."""
    if recovery is None:
        return _(
            "Your history is damaged, and there is no backup. When Hipback is opened next, a new one begins; "
            "the damaged file is kept."
        )
    sentence = ngettext(
        "Your history is damaged. When Hipback is opened next, it uses the backup of {day}, {time}, with {count} "
        "session, so sessions since then may be missing; the damaged file is kept.",
        "Your history is damaged. When Hipback is opened next, it uses the backup of {day}, {time}, with {count} "
        "sessions, so sessions since then may be missing; the damaged file is kept.",
        recovery.sessions,
    )
    at = recovery.made_at
    return sentence.format(day=f"{at:%Y-%m-%d}", time=clock_time(at), count=recovery.sessions)
