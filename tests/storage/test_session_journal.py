"""The session under way can be gone on with, or kept as far as it went; it is never both open and done."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hipback_desktop.core.errors import BugError
from hipback_desktop.core.exercise import Side
from hipback_desktop.core.record import Outcome
from hipback_desktop.core.recovery import record_of
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.session_journal import SessionJournal
from hipback_desktop.storage.session_store import SessionStore
from tests.storage.builders import STARTED, a_record, a_step, a_timeline, an_id, an_open_session

LATER = STARTED + timedelta(seconds=55)


def test_nothing_is_open_at_first(journal: SessionJournal) -> None:
    assert journal.open_session() is None
    journal.progress(1, 1, 0, LATER)
    journal.add_step(a_step())
    journal.change_timeline(a_timeline())
    assert journal.open_session() is None


def test_what_was_begun_is_there_after_closing_and_opening(path: Path) -> None:
    session = an_open_session(steps=(a_step(), a_step(side=Side.LEFT)), position_seconds=75, stiffness_before=None)
    database = open_database(path)
    SessionJournal(database).begin(session)
    database.close()
    database = open_database(path)
    assert SessionJournal(database).open_session() == session
    database.close()


def test_progress_steps_and_changes_are_in_it(journal: SessionJournal) -> None:
    journal.begin(an_open_session())
    journal.change_timeline(a_timeline(work_seconds=20))
    journal.add_step(a_step(done_seconds=20))
    journal.progress(32.5, 31.5, 4, LATER)
    assert journal.open_session() == an_open_session(
        timeline=a_timeline(work_seconds=20),
        steps=(a_step(done_seconds=20),),
        position_seconds=32.5,
        active_seconds=31.5,
        paused_seconds=4,
        updated_at=LATER,
    )


def test_a_set_recorded_after_the_last_progress_is_not_under_way_any_more(journal: SessionJournal) -> None:
    """The crash came within the second after the end of the set."""
    journal.begin(an_open_session())
    journal.progress(39.2, 39.2, 0, LATER)
    journal.add_step(a_step())
    found = journal.open_session()
    assert found is not None
    assert found.position_seconds == 40
    assert record_of(found).steps == (a_step(),)


def test_an_open_set_goes_on_beyond_its_estimate_until_it_is_recorded(journal: SessionJournal) -> None:
    journal.begin(an_open_session(timeline=a_timeline(is_open=True)))
    journal.progress(200, 200, 0, LATER)
    found = journal.open_session()
    assert found is not None
    assert found.timeline.index_at(found.position_seconds) == 1
    journal.add_step(a_step(done_seconds=190))
    found = journal.open_session()
    assert found is not None
    assert found.timeline.index_at(found.position_seconds) == 2


def test_finishing_keeps_the_session_and_ends_the_journal(journal: SessionJournal, store: SessionStore) -> None:
    journal.begin(an_open_session())
    journal.finish(a_record(1))
    assert journal.open_session() is None
    assert store.records() == (a_record(1),)
    journal.finish(a_record(1, name="Again"))
    assert store.records() == (a_record(1),)


def test_finishing_that_fails_leaves_the_journal(journal: SessionJournal, store: SessionStore) -> None:
    journal.begin(an_open_session())
    with pytest.raises(BugError):
        journal.finish(a_record(1, steps=(a_step(set_number=0),)))
    assert journal.open_session() == an_open_session()
    assert store.records() == ()


def test_finishing_another_session_leaves_the_open_one(journal: SessionJournal) -> None:
    journal.begin(an_open_session(1))
    journal.finish(a_record(2))
    assert journal.open_session() == an_open_session(1)


def test_going_on_replaces_the_journal_of_the_same_session(journal: SessionJournal, store: SessionStore) -> None:
    journal.begin(an_open_session())
    journal.add_step(a_step())
    journal.progress(45, 45, 0, LATER)
    found = journal.open_session()
    assert found is not None
    journal.begin(found)
    assert journal.open_session() == found
    assert store.records() == ()


def test_beginning_another_keeps_what_was_done_of_the_one_left_open(
    journal: SessionJournal, store: SessionStore
) -> None:
    journal.begin(an_open_session(1))
    journal.add_step(a_step())
    journal.progress(50, 50, 0, LATER)
    journal.begin(an_open_session(2))
    assert journal.open_session() == an_open_session(2)
    (found,) = store.records()
    assert (found.id, found.outcome, found.ended_at) == (an_id(1), Outcome.STOPPED, LATER)
    assert found.steps == (a_step(), a_step(side=Side.LEFT, done_seconds=5, outcome=Outcome.STOPPED))


def test_beginning_another_forgets_one_in_which_nothing_was_done(journal: SessionJournal, store: SessionStore) -> None:
    journal.begin(an_open_session(1))
    journal.progress(5, 5, 0, LATER)
    journal.begin(an_open_session(2))
    assert store.records() == ()


def test_progress_does_not_wait_for_another_program(journal: SessionJournal, database: Database) -> None:
    journal.begin(an_open_session())
    journal.progress(20, 20, 0, LATER)
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    journal.progress(21, 21, 0, LATER)
    other.execute("ROLLBACK")
    other.close()
    found = journal.open_session()
    assert found is not None
    assert found.position_seconds == 20
    journal.progress(22, 22, 0, LATER)
    assert journal.open_session() == replace(found, position_seconds=22, active_seconds=22)


def test_a_moment_without_an_offset_is_our_mistake(journal: SessionJournal) -> None:
    journal.begin(an_open_session())
    with pytest.raises(BugError, match="offset"):
        journal.progress(1, 1, 0, datetime(2026, 3, 1))  # noqa: DTZ001
    assert journal.open_session() == an_open_session()


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE open_session SET timeline = ''",
        "UPDATE open_session SET timeline = x'ff00'",
        "UPDATE open_session SET started_utc_us = 9000000000000000000",
        "UPDATE open_session_step SET phase = 'dance'",
        "DELETE FROM open_session_progress",
    ],
)
def test_one_that_cannot_be_read_is_moved_out_of_the_way_whole(
    journal: SessionJournal, database: Database, statement: str
) -> None:
    journal.begin(an_open_session(steps=(a_step(exercise_name="Pigeon, modified"),)))
    with database.writing() as connection:
        connection.execute(statement)
    assert journal.open_session() is None
    with database.reading() as connection:
        ((content,),) = connection.execute("SELECT content FROM unreadable_session").fetchall()
        assert connection.execute("SELECT count(*) FROM open_session").fetchone() == (0,)
    assert "Pigeon, modified" in content
    assert an_id(1) in content
    journal.begin(an_open_session(2))
    assert journal.open_session() == an_open_session(2)
