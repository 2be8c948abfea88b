"""A copy of the last backup for each day, of which seven days and the last of four weeks before are kept."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING, Final

from hipback_desktop.storage.backup import beside, daily_folder
from hipback_desktop.storage.faults import faults_told
from hipback_desktop.storage.whole_file import sweep, written_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DAYS_KEPT: Final = 7
WEEKS_KEPT: Final = 4
_PRIVATE_FOLDER: Final = 0o700


def keep_daily(database: Path, today: date) -> None:
    """Makes the backup beside the database that of the day, and lets go of those that are too old."""
    folder = daily_folder(database)
    with faults_told(folder):
        folder.mkdir(_PRIVATE_FOLDER, exist_ok=True)
        sweep(folder)
        with (
            beside(database, "backup").open("rb") as source,
            written_whole(_named(database, today.isoformat())) as stream,
        ):
            shutil.copyfileobj(source, stream)
        by_day = {day: file for file in folder.iterdir() if (day := _day_of(database, file)) is not None}
        for day in by_day.keys() - worth_keeping(by_day):
            by_day[day].unlink()


def has_daily(database: Path, today: date) -> bool:
    """Whether there is a backup of the day."""
    return _named(database, today.isoformat()).is_file()


def worth_keeping(days: Iterable[date]) -> set[date]:
    """The seven newest days, and the newest of each of the four weeks before them."""
    newest = sorted(days, reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    for day in newest[DAYS_KEPT:]:
        weeks.setdefault(day.isocalendar()[:2], day)
    return {*newest[:DAYS_KEPT], *list(weeks.values())[:WEEKS_KEPT]}


def _named(database: Path, day: str) -> Path:
    return daily_folder(database) / f"{database.stem}-{day}{database.suffix}"


def _day_of(database: Path, file: Path) -> date | None:
    """The day of a daily backup, None for a file that is none."""
    try:
        day = date.fromisoformat(file.stem.removeprefix(f"{database.stem}-"))
    except ValueError:
        return None
    return day if file == _named(database, day.isoformat()) else None
