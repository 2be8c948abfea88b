"""The weeks behind, from a folder of sessions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from hipback_desktop.app.review import Past
from hipback_desktop.core.consistency import WeekState
from hipback_desktop.core.exercise import Area, Phase, Side
from hipback_desktop.core.record import ComfortLog, SessionOrigin
from hipback_desktop.core.review import WEEKS_OF_A_YEAR, Breaks, Review
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.week_figures import SideSeconds
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.session_store import SessionStore
from hipback_desktop.ui.progress_charts import breaks_by_week
from tests.builders import NOON, a_record, a_step_record, an_exercise, by_id

TODAY = NOON.date()
EXERCISES = by_id(an_exercise(areas=(Area.GLUTES,)))
STEPS = (a_step_record(side=Side.LEFT, done_seconds=240), a_step_record(side=Side.RIGHT, done_seconds=360))


@pytest.fixture
def database(data_dir: Path) -> Iterator[Database]:
    opened = open_database(data_dir / "hipback.sqlite3")
    yield opened
    opened.close()


def review(database: Database, weeks: int = 12, **settings: object) -> Review:
    past = Past(database, lambda: EXERCISES, Settings(**settings), TODAY)  # type: ignore[arg-type]
    return past.review(weeks)


def test_before_the_first_session_there_are_weeks_and_nothing_in_them(database: Database) -> None:
    found = review(database)
    assert [week.week.state for week in found.weeks] == [WeekState.BEFORE] * 12
    assert (found.weeks_lived, found.days, found.by_area, found.score) == (0, (), {}, 0)
    assert found.this_week.goal.stretch_days == 3


def test_every_week_has_its_minutes_and_its_middle_ratings(database: Database) -> None:
    store = SessionStore(database)
    for number, days in enumerate((0, 1, 7)):
        log = ComfortLog(stiffness_before=4 + number, stiffness_after=3)
        store.add(a_record(STEPS, id=str(number), started_at=NOON - timedelta(days=days), log=log))
    before, now = review(database, 2).weeks
    assert now.by_phase == {Phase.STRETCH: 1200}
    assert (now.stiffness_before, now.stiffness_after, now.discomfort) == (4.5, 3, None)
    assert (before.stiffness_before, before.by_phase) == (6, {Phase.STRETCH: 600})


def test_minutes_of_areas_are_those_of_a_week_since_the_first_session(database: Database) -> None:
    for number, days in enumerate((0, 1, 7)):
        SessionStore(database).add(a_record(STEPS, id=str(number), started_at=NOON - timedelta(days=days)))
    assert review(database).by_area == {Area.GLUTES: SideSeconds(left=360, right=540)}
    assert review(database, 1).by_area == {Area.GLUTES: SideSeconds(left=480, right=720)}


def test_breaks_taken_without_a_prompt_are_breaks_of_their_week(database: Database) -> None:
    for number, days in enumerate((0, 1, 7)):
        started_at = NOON - timedelta(days=days)
        record = a_record(STEPS, id=str(number), started_at=started_at, origin=SessionOrigin.BREAK)
        SessionStore(database).add(record)
    found = review(database, 3)
    assert [week.breaks for week in found.weeks] == [Breaks(), Breaks(1, 1), Breaks(2, 2)]
    assert [column.values for column in breaks_by_week(found).columns] == [(0, 0), (1, 0), (2, 0)]


def test_the_days_are_those_of_a_year_whatever_the_weeks(database: Database) -> None:
    for number, weeks in enumerate((0, 30, WEEKS_OF_A_YEAR - 1, WEEKS_OF_A_YEAR)):
        SessionStore(database).add(a_record(STEPS, id=str(number), started_at=NOON - timedelta(weeks=weeks)))
    assert [(TODAY - day.day).days // 7 for day in review(database).days] == [WEEKS_OF_A_YEAR - 1, 30, 0]


def test_it_stays_as_it_is_until_the_goals_or_the_weeks_are_others(database: Database) -> None:
    past = Past(database, lambda: EXERCISES, Settings(), TODAY)
    assert past.is_of(Settings(minutes=25, theme="dark"))
    assert not past.is_of(Settings(strength_days=1))
    assert not past.is_of(Settings(week_begins="sunday"))


def test_a_week_that_begins_on_sunday_begins_on_sunday(database: Database) -> None:
    assert {week.week.starts_on.weekday() for week in review(database, week_begins="sunday").weeks} == {6}
