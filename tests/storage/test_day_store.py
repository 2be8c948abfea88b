"""The sums of the database are those of the core, whatever the sessions."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipback_desktop.core.day import days_of, is_counted
from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.record import ComfortLog, Outcome, SessionOrigin, SessionRecord
from hipback_desktop.core.week_figures import Feeling, Work
from hipback_desktop.storage import day_store, day_table
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.day_store import DayStore
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
    "DELETE FROM session_step WHERE session_id = ? AND ordinal = 0",
    "UPDATE session_step SET done_seconds = 7 WHERE session_id = ? AND ordinal = 0",
)


@pytest.fixture
def days(database: Database) -> DayStore:
    return DayStore(database)


def test_nothing_is_there_at_first(days: DayStore) -> None:
    assert days.days() == ()
    assert days.work(date.min, date.max) == ()
    assert days.feelings(date.min, date.max) == ()
    assert days.breaks(date.min, date.max) == {}


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
    work = DayStore(database).work(date.min, date.max)
    done = [step.done_seconds for record in made if is_counted(record) for step in record.steps]
    assert sum(piece.seconds for piece in work) == pytest.approx(sum(done))
    database.close()


def test_work_is_summed_up_by_day_exercise_phase_and_side(days: DayStore, store: SessionStore) -> None:
    store.add(a_record())
    assert set(days.work(DAY, DAY)) == {
        Work(DAY, "pigeon_modified", Phase.STRETCH, Side.RIGHT, 33),
        Work(DAY, "pigeon_modified", Phase.STRETCH, Side.LEFT, 30),
    }


def test_only_the_days_asked_for_are_looked_at(days: DayStore, store: SessionStore) -> None:
    for number in (1, 2, 3, 4):
        store.add(a_record(number, log=ComfortLog(discomfort=number)))
        store.add(a_record(number + 10, started_at=STARTED + timedelta(days=number), origin=SessionOrigin.BREAK))
    first, last = DAY + timedelta(days=1), DAY + timedelta(days=2)
    assert {piece.day for piece in days.work(first, last)} == {first, last}
    assert set(days.feelings(first, last)) == {Feeling(first, discomfort=2), Feeling(last, discomfort=3)}
    assert days.breaks(first, last) == {first: 1, last: 1}


def test_what_does_not_count_is_in_no_sum(days: DayStore, store: SessionStore) -> None:
    store.add(a_record(1, ended_at=STARTED + timedelta(days=1, seconds=20)))
    store.add(a_record(2, outcome=Outcome.SKIPPED, steps=(a_step(done_seconds=0),)))
    assert days.days() == ()
    assert days.work(date.min, date.max) == ()
    assert days.feelings(date.min, date.max) == ()


@pytest.mark.expects_log
def test_a_phase_that_damage_made_up_is_left_out(days: DayStore, store: SessionStore, database: Database) -> None:
    store.add(a_record())
    with database.writing() as connection:
        connection.execute("UPDATE session_step SET phase = 'strxtch' WHERE side = 'left'")
    assert [piece.side for piece in days.work(DAY, DAY)] == [Side.RIGHT]


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
        kept = sums_of(connection)
        connection.execute("DELETE FROM day")
        connection.execute("DELETE FROM day_work")
        connection.execute(day_table._FILL_DAY)
        connection.execute(day_table._FILL_WORK)
        assert kept == sums_of(connection)
    database.close()


def sums_of(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return [
        tuple(round(value, 6) if isinstance(value, float) else value for value in row)
        for table in ("day", "day_work")
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4")  # noqa: S608 - our own words
    ]


def test_no_question_goes_through_all_sessions(database: Database) -> None:
    with database.reading() as connection:
        for query, way in (
            (day_store._DAYS, "SCAN day"),
            (day_store._WORK, "SEARCH day_work USING PRIMARY KEY (local_day>? AND local_day<?)"),
            (day_store._FEELINGS, "COVERING INDEX session_by_rated_day (is_counted=? AND local_day>? AND local_day<?)"),
            (day_store._BREAKS, "session_by_day (local_day>? AND local_day<?)"),
        ):
            values = (1, 2) if "BETWEEN" in query else ()
            plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", values))
            assert way in plan
