"""Many sessions taken out in one go: each day from which one went is summed up once, not for every session."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from hipback_desktop.storage.day_table import SUM_DAY, SUM_WORK

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

_TRIGGER: Final = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'session_gone'"
_OF_DAY: Final = "AND local_day = ?"


@contextmanager
def summed_at_the_end(connection: sqlite3.Connection) -> Iterator[Callable[[str], None]]:
    """Gives what takes a session out by its id; the sums are right again after the block, inside one transaction.

    The trigger that does it session by session is away meanwhile, and back as it was, or with a rollback.
    """
    days: set[int] = set()
    trigger = ""

    def take_out(session_id: str) -> None:
        nonlocal trigger
        if not trigger:
            trigger = connection.execute(_TRIGGER).fetchone()[0]
            connection.execute("DROP TRIGGER session_gone")
        days.update(day for (day,) in connection.execute("SELECT local_day FROM session WHERE id = ?", (session_id,)))
        connection.execute("DELETE FROM session WHERE id = ?", (session_id,))

    yield take_out
    for day in days:
        for table, summing in (("day", SUM_DAY), ("day_work", SUM_WORK)):
            connection.execute(f"DELETE FROM {table} WHERE local_day = ?", (day,))  # noqa: S608 - our own words
            connection.execute(summing.format(and_day=_OF_DAY), (day,))
    if trigger:
        connection.execute(trigger)
