"""Sessions come back as they were kept, newest first, each once."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipback_desktop.core.errors import BugError
from hipback_desktop.core.exercise import Side
from hipback_desktop.core.record import ComfortLog, Outcome, SessionOrigin, SessionRecord, SinceLastTime, StopReason
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.session_store import SessionStore
from tests.storage.builders import STARTED, a_record, a_step, an_id
from tests.storage.strategies import records


def test_nothing_is_there_at_first(store: SessionStore) -> None:
    assert store.records() == ()


def test_a_session_is_there_after_closing_and_opening(path: Path) -> None:
    database = open_database(path)
    SessionStore(database).add(a_record())
    database.close()
    database = open_database(path)
    assert SessionStore(database).records() == (a_record(),)
    database.close()


@settings(max_examples=40)
@given(st.lists(records, max_size=3, unique_by=lambda record: record.id))
def test_every_record_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, made: list[SessionRecord]) -> None:
    database = open_database(tmp_path_factory.mktemp("history") / "hipback.sqlite3")
    store = SessionStore(database)
    for record in made:
        assert store.add(record)
    kept = {found.id: found for found in store.records()}
    for record in made:
        found = kept[record.id]
        assert found == record
        assert found.started_at.utcoffset() == record.started_at.utcoffset()
        assert found.ended_at.utcoffset() == record.ended_at.utcoffset()
    assert store.records() == tuple(sorted(made, key=lambda r: (STARTED - r.started_at, r.id)))
    database.close()


def test_adding_the_same_session_twice_changes_nothing(store: SessionStore) -> None:
    assert store.add(a_record())
    assert not store.add(a_record(name="Another name", steps=()))
    assert store.records() == (a_record(),)


def test_the_newest_comes_first_and_the_limit_counts_from_there(store: SessionStore) -> None:
    for number in (2, 5, 1, 4, 3):
        store.add(a_record(number))
    assert [record.id for record in store.records(limit=2)] == [an_id(5), an_id(4)]
    assert store.records(limit=0) == ()


def test_since_takes_the_session_that_started_at_that_moment_in_any_time_zone(store: SessionStore) -> None:
    for number in (1, 2, 3):
        store.add(a_record(number))
    since = a_record(2).started_at.astimezone(UTC)
    assert store.records(since) == (a_record(3), a_record(2))
    assert store.records(since + timedelta(microseconds=1)) == (a_record(3),)
    assert store.records(since, limit=1) == (a_record(3),)


def test_breaks_can_be_passed_over_and_take_no_room(store: SessionStore) -> None:
    for number in (1, 2):
        store.add(a_record(number))
    for number in (3, 4):
        store.add(a_record(number, origin=SessionOrigin.BREAK))
    assert store.records(limit=2, with_breaks=False) == (a_record(2), a_record(1))


def test_a_moment_without_an_offset_is_our_mistake(store: SessionStore) -> None:
    with pytest.raises(BugError, match="offset"):
        store.records(datetime(2026, 1, 1))  # noqa: DTZ001
    with pytest.raises(BugError, match="offset"):
        store.add(a_record(ended_at=datetime(2026, 1, 1)))  # noqa: DTZ001
    assert store.records() == ()


def test_what_a_person_says_later_replaces_what_was_said(store: SessionStore) -> None:
    store.add(a_record(1))
    store.add(a_record(2))
    log = ComfortLog(
        discomfort=8,
        felt_sharp=True,
        stop_reason=StopReason.SHARP,
        stop_exercise_id="pigeon_modified",
        since_last_time=SinceLastTime.WORSE,
    )
    assert store.update_log(an_id(1), log)
    assert set(store.records()) == {a_record(1, log=log), a_record(2)}
    assert not store.update_log(an_id(3), log)


def test_a_hair_below_zero_and_half_a_character_cost_no_session(store: SessionStore) -> None:
    log = ComfortLog(note="torn \ud83d")
    store.add(a_record(active_seconds=-1e-12, paused_seconds=float("nan"), planned_seconds=1e300, log=log))
    (found,) = store.records()
    assert (found.active_seconds, found.paused_seconds, found.planned_seconds) == (0, 0, 1e9)
    assert found.log.note == "torn ?"


def test_the_local_day_is_that_of_the_person(store: SessionStore, database: Database) -> None:
    late = datetime(2026, 3, 1, 23, 30, tzinfo=STARTED.tzinfo)
    early = datetime(2026, 3, 2, 0, 30, tzinfo=STARTED.tzinfo)
    store.add(a_record(1, started_at=late))
    store.add(a_record(2, started_at=early))
    with database.reading() as connection:
        days = connection.execute("SELECT local_day, (local_day - 1) / 7 FROM session ORDER BY id").fetchall()
    assert [day for day, _ in days] == [late.toordinal(), early.toordinal()]
    assert days[1][1] == days[0][1] + 1  # the first of March 2026 was a Sunday


@pytest.mark.expects_log
def test_a_session_that_cannot_be_read_hides_no_other(
    store: SessionStore, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    for number in (1, 2, 3, 4):
        store.add(a_record(number))
    with database.writing() as connection:
        connection.execute("UPDATE session SET stop_reason = 'bored' WHERE id = ?", (an_id(1),))
        connection.execute("UPDATE session SET started_utc_us = ? WHERE id = ?", (2**62, an_id(2)))
        connection.execute("UPDATE session_step SET phase = 'dance' WHERE session_id = ?", (an_id(3),))
    assert store.records() == (a_record(4),)
    assert len(caplog.records) == 3


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE session SET outcome = 'done'",
        "UPDATE session SET origin = ''",
        "UPDATE session SET effort = 11",
        "UPDATE session SET felt_sharp = 2",
        "UPDATE session SET active_seconds = -1",
        "UPDATE session SET started_utc_us = 'today'",
        "UPDATE session SET name = NULL",
        "UPDATE session_step SET set_number = 0",
        "UPDATE session_step SET side = 'both'",
        "UPDATE session_step SET done_seconds = NULL",
        "UPDATE session_step SET session_id = 'nobody'",
    ],
)
def test_the_database_itself_refuses_what_cannot_be(store: SessionStore, database: Database, statement: str) -> None:
    store.add(a_record())
    with pytest.raises(BugError) as caught, database.writing() as connection:
        connection.execute(statement)
    assert isinstance(caught.value.__cause__, sqlite3.IntegrityError)
    assert store.records() == (a_record(),)


def test_deleting_a_session_deletes_its_steps(store: SessionStore, database: Database) -> None:
    store.add(a_record(steps=(a_step(), a_step(side=Side.LEFT))))
    with database.writing() as connection:
        connection.execute("DELETE FROM session")
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM session_step").fetchone() == (0,)


def test_a_change_that_fails_halfway_leaves_nothing(store: SessionStore, database: Database) -> None:
    with pytest.raises(BugError):
        store.add(a_record(steps=(a_step(), a_step(set_number=0))))
    assert store.records() == ()
    with pytest.raises(ZeroDivisionError), database.writing() as connection:
        connection.execute("INSERT INTO unreadable_session (content) VALUES ('x')")
        raise ZeroDivisionError
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM unreadable_session").fetchone() == (0,)


def test_an_exercise_was_met_in_every_session_in_which_it_was_done(store: SessionStore) -> None:
    plank = a_step(exercise_id="plank_forearm")
    skipped = a_step(exercise_id="crunch", done_seconds=0, outcome=Outcome.SKIPPED)
    assert store.times_met() == {}
    store.add(a_record(1, steps=(a_step(), a_step(side=Side.LEFT), plank)))
    store.add(a_record(2, steps=(a_step(), skipped)))
    assert store.times_met() == {"pigeon_modified": 2, "plank_forearm": 1}
