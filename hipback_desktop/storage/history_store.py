"""The history as somebody goes through it: found page by page, put right, taken out and put back."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from hipback_desktop.core.history_filter import folded
from hipback_desktop.storage.cells import kept_text, utc_us_of
from hipback_desktop.storage.rows import insert_session
from hipback_desktop.storage.session_store import BY_ID, SESSION, record_of

if TYPE_CHECKING:
    from datetime import date

    from hipback_desktop.core.history_filter import HistoryFilter
    from hipback_desktop.core.record import SessionRecord
    from hipback_desktop.storage.database import Database

_TEXTS_REMEMBERED: Final = 4_000  # names come again and again
_EARLIER: Final = "(started_utc_us, id) < (?, ?)"
_SINCE: Final = "local_day >= ?"
_HAS_WORD: Final = "(has_word(?, name) OR has_word(?, exercise_names) OR has_word(?, note))"
_HAS_PHASE: Final = "EXISTS (SELECT 1 FROM session_step WHERE session_id = session.id AND done_seconds > 0 AND {phase})"


class HistoryStore:
    """Its cost grows with the sessions that are looked at, not with the history."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(
        self, wanted: HistoryFilter, today: date, count: int, before: SessionRecord | None = None
    ) -> tuple[SessionRecord, ...]:
        """The next sessions before one of them, the newest first; the first ones without it.

        Fewer than asked for means that there are no more: one that cannot be read does not count.
        """
        conditions, values = _conditions(wanted, today)
        if before is not None:
            conditions.append(_EARLIER)
            values += [utc_us_of(before.started_at), before.id]
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        with self._database.reading() as connection:
            if wanted.words:
                connection.create_function("has_word", 2, _word_finder(), deterministic=True)
            rows = connection.execute(f"{SESSION}{where} ORDER BY started_utc_us DESC, id DESC", values)
            found = (record_of(connection, row) for row in rows)
            return tuple(islice(filter(None, found), count))

    def change(self, record: SessionRecord) -> bool:
        """Puts a session in the place of the one with its id; False when it is not there any more."""
        with self._database.writing() as connection:
            gone = connection.execute("DELETE FROM session WHERE id = ?", (kept_text(record.id),))
            return gone.rowcount > 0 and insert_session(connection, record)

    def delete(self, session_id: str) -> SessionRecord | None:
        """Takes a session out and remembers that, so that no import brings it back; what it was, as far as it was."""
        with self._database.writing() as connection:
            row = connection.execute(BY_ID, (session_id,)).fetchone()
            if row is None:
                return None
            connection.execute("INSERT OR IGNORE INTO deleted_session VALUES (?)", (session_id,))
            record = record_of(connection, row)
            connection.execute("DELETE FROM session WHERE id = ?", (session_id,))
            return record

    def put_back(self, record: SessionRecord) -> bool:
        """As if the session had never been deleted."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM deleted_session WHERE id = ?", (record.id,))
            return insert_session(connection, record)


def _conditions(wanted: HistoryFilter, today: date) -> tuple[list[str], list[Any]]:
    conditions: list[str] = []
    values: list[Any] = []
    since = wanted.since(today)
    if since is not None:
        conditions.append(_SINCE)
        values.append(since.toordinal())
    for column, chosen in (("origin", wanted.origins), ("outcome", wanted.outcomes), ("phase", wanted.phases)):
        if chosen:
            one_of = f"{column} IN ({', '.join('?' * len(chosen))})"
            conditions.append(_HAS_PHASE.format(phase=one_of) if column == "phase" else one_of)
            values += chosen
    for word in wanted.words:
        conditions.append(_HAS_WORD)
        values += [word] * 3
    return conditions, values


def _word_finder() -> Any:
    """Whether a text has a word in it; each different text is folded once."""
    remembered = lru_cache(_TEXTS_REMEMBERED)(folded)
    return lambda word, text: word in remembered(text)
