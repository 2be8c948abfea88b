"""The history page by page: found, put right, taken out, put back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.history_filter import HistoryFilter, Period
from hipback_desktop.core.record import ANY_SHARE, ComfortLog, Outcome, SessionOrigin, SessionRecord
from hipback_desktop.storage.database import Database
from hipback_desktop.storage.history_store import HistoryStore
from hipback_desktop.storage.session_store import Merge, SessionStore
from tests.storage.builders import STARTED, a_record, a_step, an_id

ALL = HistoryFilter()
TODAY = (STARTED + timedelta(days=9)).date()
FIRM = a_step(exercise_name="Glute bridge", phase=Phase.STRENGTHEN, exercise_id="glute_bridge")
MADE = (
    a_record(1, name="Évening wind-down", log=ComfortLog(note="Left hip LOOSER")),
    a_record(2, steps=(FIRM,), log=ComfortLog()),
    a_record(3, outcome=Outcome.STOPPED, log=ComfortLog()),
    a_record(4, origin=SessionOrigin.BREAK, log=ComfortLog(note="hip at the desk")),
    a_record(5, origin=SessionOrigin.MANUAL, steps=(replace(FIRM, done_seconds=0),), log=ComfortLog()),
)


@pytest.fixture
def history(database: Database) -> HistoryStore:
    for record in MADE:
        SessionStore(database).add(record)
    return HistoryStore(database)


def found(history: HistoryStore, wanted: HistoryFilter) -> str:
    return "".join(str(int(record.id[-2:])) for record in history.page(wanted, TODAY, 100))


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (ALL, "54321"),
        (HistoryFilter(text="evening"), "1"),
        (HistoryFilter(text="looser HIP"), "1"),
        (HistoryFilter(text="hip"), "41"),
        (HistoryFilter(text="bridge"), "52"),
        (HistoryFilter(text="bridge hip"), ""),
        (HistoryFilter(text="100%"), ""),
        (HistoryFilter(period=Period.WEEK), "543"),
        (HistoryFilter(period=Period.MONTH, outcomes=(Outcome.STOPPED,)), "3"),
        (HistoryFilter(origins=(SessionOrigin.BREAK, SessionOrigin.MANUAL)), "54"),
        (HistoryFilter(phases=(Phase.STRENGTHEN,)), "2"),
        (HistoryFilter(phases=(Phase.STRETCH,), text="hip"), "41"),
    ],
)
def test_what_is_found(history: HistoryStore, wanted: HistoryFilter, numbers: str) -> None:
    assert found(history, wanted) == numbers


def test_pages_follow_each_other_without_gap_or_overlap_also_at_one_moment(database: Database) -> None:
    for number in range(1, 8):
        SessionStore(database).add(a_record(number, started_at=STARTED + timedelta(days=number // 4)))
    history, got = HistoryStore(database), list[SessionRecord]()
    while page := history.page(ALL, TODAY, 2, got[-1] if got else None):
        got += page
    assert [record.id for record in got] == [an_id(number) for number in range(7, 0, -1)]


@pytest.mark.expects_log
def test_sessions_that_cannot_be_read_end_no_page(
    history: HistoryStore, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    with database.writing() as connection:
        for number in (5, 4):
            connection.execute("UPDATE session SET stop_reason = 'bored' WHERE id = ?", (an_id(number),))
    assert [record.id for record in history.page(ALL, TODAY, 2)] == [an_id(3), an_id(2)]
    assert [record.id for record in history.page(ALL, TODAY, 2, MADE[1])] == [an_id(1)]
    assert "cannot be read" in caplog.text


def test_a_session_put_right_takes_the_place_of_what_it_was(history: HistoryStore, store: SessionStore) -> None:
    changed = replace(MADE[0], started_at=STARTED, log=ComfortLog(effort=4), edited_at=STARTED + timedelta(days=20))
    assert history.change(changed)
    assert store.records()[-1] == changed
    assert not history.change(a_record(77))
    assert len(store.records()) == 5


def test_an_old_copy_does_not_undo_an_edit_and_a_later_edit_arrives(history: HistoryStore, store: SessionStore) -> None:
    changed = replace(MADE[0], log=ComfortLog(), edited_at=STARTED + timedelta(days=20))
    history.change(changed)
    assert store.merge([MADE[0]]) == Merge(0, 0, 1)
    assert store.records()[-1] == changed
    later = replace(changed, log=ComfortLog(note="Again"), edited_at=STARTED + timedelta(days=21))
    assert store.merge([later]) == Merge(0, 1, 0)
    assert store.records()[-1] == later


def test_a_deleted_session_stays_away_when_an_old_copy_is_taken_in(history: HistoryStore, store: SessionStore) -> None:
    assert history.delete(an_id(2)) == MADE[1]
    assert history.delete(an_id(2)) is None
    assert store.merge(MADE) == Merge(0, 0, 4, 1)
    assert found(history, ALL) == "5431"


def test_what_is_put_back_is_as_if_it_had_never_gone(history: HistoryStore, store: SessionStore) -> None:
    deleted = history.delete(an_id(2))
    assert deleted is not None
    assert history.put_back(deleted)
    assert found(history, ALL) == "54321"
    assert store.merge([MADE[1]]) == Merge(0, 0, 1)


def test_who_puts_an_answer_right_changes_nothing_of_what_a_session_counted_for(database: Database) -> None:
    """What was kept when less of a set was enough goes on counting: weeks that were met stay met."""
    tried = a_record(1, steps=(a_step(done_seconds=2, outcome=Outcome.SKIPPED),), set_counts_from=ANY_SHARE)
    SessionStore(database).add(tried)
    begun, ended = (moment + timedelta(days=1) for moment in (tried.started_at, tried.ended_at))
    put_right = replace(tried, started_at=begun, ended_at=ended, log=ComfortLog(note="On the mat"))
    assert HistoryStore(database).change(put_right)
    with database.reading() as connection:
        assert connection.execute("SELECT exercises, stretches, strengthens FROM session").fetchall() == [(1, 1, 0)]
        assert connection.execute("SELECT exercises, stretches FROM day").fetchall() == [(1, 1)]
