"""A week is the same week on today's page and under Progress."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from hipback_desktop.core.record import Outcome, SessionOrigin, SessionRecord
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from tests.builders import a_record, a_step_record
from tests.storage.older import LAST_BEFORE_SHARES, leave_behind
from tests.stories.house import CTRL, House

TRIED = [a_step_record(exercise_id=name, done_seconds=2, outcome=Outcome.SKIPPED) for name in "abc"]


@pytest.fixture(autouse=True)
def known(house: House) -> None:
    house.knows_me()


def week_on_every_page(house: House) -> tuple[bool, bool]:
    """Whether one stretch day of three is seen on today's page, and under Progress."""
    house.open()
    today = house.sees("1 of 3 stretch days, 0 of 2 strength days this week")
    house.press(Qt.Key.Key_4, held=CTRL)
    return today, house.sees("1 of 3 stretch days")


def has_done(house: House, *records: SessionRecord) -> None:
    database = open_database(house.folders.database)
    for record in records:
        SessionStore(database).add(record)
    database.close()


def test_many_breaks_push_no_session_out_of_the_week(house: House) -> None:
    now = house.clock.now()
    session = a_record(started_at=now - timedelta(hours=10), id="session")
    breaks = [
        a_record(started_at=now - timedelta(minutes=number), id=f"break-{number}", origin=SessionOrigin.BREAK)
        for number in range(50)
    ]
    has_done(house, session, *breaks)
    assert week_on_every_page(house) == (True, True)


def test_many_breaks_do_not_hide_what_was_done_last(house: House) -> None:
    now = house.clock.now()
    session = a_record(started_at=now - timedelta(hours=10), id="session", routine_id="quick_release_10")
    breaks = [
        a_record(started_at=now - timedelta(minutes=number), id=f"break-{number}", origin=SessionOrigin.BREAK)
        for number in range(50)
    ]
    has_done(house, session, *breaks)
    house.open()
    assert house.sees("What you did last")


def test_what_an_older_program_counted_counts_on_every_page(house: House) -> None:
    record = a_record(TRIED, started_at=house.clock.now(), active_seconds=60)
    leave_behind(house.folders.database, [record], LAST_BEFORE_SHARES)
    assert week_on_every_page(house) == (True, True)


def test_what_is_only_tried_today_counts_on_none(house: House) -> None:
    has_done(house, a_record(TRIED, started_at=house.clock.now(), active_seconds=60))
    assert week_on_every_page(house) == (False, False)
