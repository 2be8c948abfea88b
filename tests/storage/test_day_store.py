"""The sums of the database are those of the core, whatever the sessions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipback_desktop.core.day import days_of, is_counted
from hipback_desktop.core.record import Outcome, SessionRecord
from hipback_desktop.storage import day_store, day_table, rating_table
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.day_store import DayStore
from hipback_desktop.storage.history_store import HistoryStore
from hipback_desktop.storage.session_document import ForeignDocumentError
from hipback_desktop.storage.session_store import SessionStore
from tests.storage.builders import STARTED, a_record, a_step
from tests.storage.strategies import records

DAY = (STARTED + timedelta(days=1)).date()
"""The day of the first record."""


CHANGES = (
    "DELETE FROM session WHERE id = ?",
    "UPDATE session SET local_day = local_day + 1 WHERE id = ?",
    "UPDATE session SET is_counted = 1 - is_counted WHERE id = ?",
    "UPDATE session SET active_seconds = 100 WHERE id = ?",
    "UPDATE session SET stiffness_before = 4, stiffness_after = NULL WHERE id = ?",
    "UPDATE session SET discomfort = 10, local_day = local_day + 1 WHERE id = ?",
    "DELETE FROM session_step WHERE session_id = ? AND ordinal = 0",
    "UPDATE session_step SET done_seconds = 7 WHERE session_id = ? AND ordinal = 0",
)


@pytest.fixture
def days(database: Database) -> DayStore:
    return DayStore(database)


def test_nothing_is_there_at_first(days: DayStore) -> None:
    assert days.days() == ()


@settings(max_examples=40)
@given(st.lists(records, max_size=5, unique_by=lambda record: record.id))
def test_days_are_those_of_the_core(tmp_path_factory: pytest.TempPathFactory, made: list[SessionRecord]) -> None:
    database = open_database(tmp_path_factory.mktemp("days") / "hipback.sqlite3")
    for record in made:
        SessionStore(database).add(record)
    found = DayStore(database).days()
    expected = days_of(made)
    assert [replace(day, seconds=0) for day in found] == [replace(day, seconds=0) for day in expected]
    assert [day.seconds for day in found] == pytest.approx([day.seconds for day in expected])
    with database.reading() as connection:
        (work,) = connection.execute("SELECT total(seconds) FROM day_work").fetchone()
    done = [step.done_seconds for record in made if is_counted(record) for step in record.steps]
    assert work == pytest.approx(sum(done))
    database.close()


def test_what_does_not_count_is_in_no_sum(days: DayStore, store: SessionStore) -> None:
    store.add(a_record(1, ended_at=STARTED + timedelta(days=1, seconds=20)))
    store.add(a_record(2, outcome=Outcome.SKIPPED, steps=(a_step(done_seconds=0),)))
    assert days.days() == ()


@settings(max_examples=40)
@given(st.lists(records, max_size=5, unique_by=lambda record: record.id), st.data())
def test_sums_follow_whatever_is_changed_or_taken_away(
    tmp_path_factory: pytest.TempPathFactory, made: list[SessionRecord], data: st.DataObject
) -> None:
    database = open_database(tmp_path_factory.mktemp("days") / "hipback.sqlite3")
    for record in made:
        SessionStore(database).add(record)
    chosen = st.sampled_from([record.id for record in made]) if made else st.just("nobody")
    with database.writing() as connection:
        for statement in data.draw(st.lists(st.sampled_from(CHANGES), max_size=4)):
            connection.execute(statement, (data.draw(chosen),))
    check_sums(database)
    database.close()


def sums_of(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return [
        tuple(round(value, 6) if isinstance(value, float) else value for value in row)
        for table in ("day", "day_work", "day_rating")
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4")  # noqa: S608 - our own words
    ]


def test_days_are_read_a_row_each(database: Database) -> None:
    with database.reading() as connection:
        assert [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {day_store._DAYS}")] == ["SCAN day"]


def test_sums_are_right_after_fuller_copies_and_moved_sessions(store: SessionStore, database: Database) -> None:
    made = [a_record(number, started_at=STARTED + timedelta(days=number % 2)) for number in range(6)]
    store.merge(made)
    fuller = [replace(record, active_seconds=590) for record in made[:3]]
    moved = replace(made[4], started_at=STARTED + timedelta(days=1), edited_at=STARTED)
    store.merge([*fuller, moved, a_record(9)])
    HistoryStore(database).delete(made[5].id)
    check_sums(database)


def test_a_merge_that_breaks_off_leaves_sums_that_follow(store: SessionStore, database: Database) -> None:
    store.merge([a_record(1), a_record(2)])

    def broken() -> Iterator[SessionRecord]:
        yield a_record(1, active_seconds=590)
        raise ForeignDocumentError

    with pytest.raises(ForeignDocumentError):
        store.merge(broken())
    check_sums(database)
    HistoryStore(database).delete(a_record(1).id)
    check_sums(database)


def test_fuller_copies_of_one_day_cost_as_much_as_there_are(tmp_path: Path) -> None:
    few, many = (steps_to_merge(tmp_path / f"{count}.sqlite3", count) for count in (50, 200))
    assert many < 6 * few


def steps_to_merge(path: Path, count: int) -> int:
    """How long the database works on fuller copies of so many sessions of one day, in thousands of its own steps."""
    database, steps = open_database(path), 0

    def count_steps() -> int:
        nonlocal steps
        steps += 1
        return 0

    made = [a_record(number, started_at=STARTED) for number in range(count)]
    SessionStore(database).merge(made)
    with database.reading() as connection:
        connection.set_progress_handler(count_steps, 1_000)
    SessionStore(database).merge(replace(record, active_seconds=590) for record in made)
    database.close()
    return steps


def check_sums(database: Database) -> None:
    """The sums kept are those made anew."""
    with database.writing() as connection:
        kept = sums_of(connection)
        connection.execute("DELETE FROM day")
        connection.execute("DELETE FROM day_work")
        connection.execute("DELETE FROM day_rating")
        for filling in (day_table._FILL_DAY, day_table._FILL_WORK, *map(rating_table._filling, rating_table.KINDS)):
            connection.execute(filling)
        assert kept == sums_of(connection)
