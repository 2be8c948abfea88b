"""Whatever way a session goes, it counts for what it counted when somebody first saw it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.app.home import home_view
from hipback_desktop.app.review import Past
from hipback_desktop.core.day import days_of
from hipback_desktop.core.exercise import Area, Phase, Side
from hipback_desktop.core.record import ANY_SHARE, ENOUGH_SHARE, ComfortLog, Outcome, SessionOrigin, SessionRecord
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.week_words import strength_line, stretch_line
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.day_store import DayStore
from hipback_desktop.storage.exchange import export_sessions, import_sessions
from hipback_desktop.storage.history_store import HistoryStore
from hipback_desktop.storage.migrations import MIGRATIONS
from hipback_desktop.storage.session_store import SessionStore
from hipback_desktop.storage.whole_backup import back_up_all, restore_all
from hipback_desktop.ui.progress_charts import progress_charts
from hipback_desktop.ui.week_summary import week_summary
from tests.builders import NOON, a_record, a_step_record, an_exercise, by_id
from tests.core.strategies import SOME
from tests.storage.older import LAST_BEFORE_SHARES, leave_behind

EXERCISES = by_id(*(an_exercise(id=name, areas=(Area.GLUTES,)) for name in "abc"))
TRIED = [a_step_record(exercise_id=name, done_seconds=2, outcome=Outcome.SKIPPED) for name in "abc"]
WEEKS = 12
FROM_NOW_ON = len(MIGRATIONS)

Way = Callable[[Database, Path], Database]


@contextmanager
def kept(path: Path, version: int = FROM_NOW_ON) -> Iterator[Database]:
    with closing(open_database(path, MIGRATIONS[:version])) as database:
        yield database


def seen(database: Database) -> tuple[Any, ...]:
    """Every figure of the progress page and of ``hipback stats``."""
    past = Past(database, lambda: EXERCISES, Settings(), NOON.date())
    review = past.review(WEEKS)
    charts = [repr(chart) for chart, _instead in progress_charts(review)]
    return review, past.steadiness, past.areas_by_week(WEEKS), charts, week_summary(review)[1]


def taken_out_and_put_back(database: Database, _folder: Path) -> Database:
    history = HistoryStore(database)
    for record in SessionStore(database).records():
        deleted = history.delete(record.id)
        assert deleted is not None
        assert history.put_back(deleted)
    return database


def put_right(database: Database, _folder: Path) -> Database:
    for record in SessionStore(database).records():
        assert HistoryStore(database).change(replace(record, log=replace(record.log, note="On the mat")))
    return database


def exchanged(ending: str) -> Way:
    def way(database: Database, folder: Path) -> Database:
        export_sessions(SessionStore(database), folder / f"sessions.{ending}")
        other = open_database(folder / ending / "hipback.sqlite3")
        import_sessions(SessionStore(other), folder / f"sessions.{ending}", NOON)
        database.close()
        return other

    return way


def backed_up(database: Database, folder: Path) -> Database:
    back_up_all(database, folder / "settings.json", folder / "all.hipback")
    other = open_database(folder / "other" / "hipback.sqlite3")
    restore_all(other, folder / "other" / "settings.json", folder / "all.hipback")
    database.close()
    return other


def taken_in_twice(database: Database, folder: Path) -> Database:
    export_sessions(SessionStore(database), folder / "again.json")
    import_sessions(SessionStore(database), folder / "again.json", NOON)
    return database


WAYS: dict[str, Way] = {
    "put back": taken_out_and_put_back,
    "put right": put_right,
    "json": exchanged("json"),
    "csv": exchanged("csv"),
    "backup": backed_up,
    "twice": taken_in_twice,
}


@pytest.mark.parametrize("way", WAYS)
def test_what_counted_by_any_second_of_a_set_still_does(tmp_path: Path, way: str) -> None:
    """A minute and three exercises only tried: a day for the program of before, none for one of today."""
    path = tmp_path / "hipback.sqlite3"
    leave_behind(path, [a_record(TRIED, active_seconds=60)], LAST_BEFORE_SHARES)
    with kept(path, LAST_BEFORE_SHARES) as before:
        was = seen(before)
    assert was[0].this_week.stretch_days == 1
    with closing(WAYS[way](open_database(path), tmp_path)) as database:
        assert seen(database) == was


@pytest.mark.parametrize("version", range(1, LAST_BEFORE_SHARES + 1))
def test_a_backup_of_an_older_program_is_restored_with_what_it_counted(tmp_path: Path, version: int) -> None:
    made, settings = [a_record(TRIED, active_seconds=60)], tmp_path / "settings.json"
    for name, form in (("older", version), ("last", LAST_BEFORE_SHARES)):
        leave_behind(tmp_path / name / "hipback.sqlite3", made, form)
    with kept(tmp_path / "last" / "hipback.sqlite3", LAST_BEFORE_SHARES) as last:
        was = seen(last)
    with kept(tmp_path / "older" / "hipback.sqlite3", version) as older:
        back_up_all(older, settings, tmp_path / "all.hipback")
    with kept(tmp_path / "hipback.sqlite3") as database:
        restore_all(database, settings, tmp_path / "all.hipback")
        assert seen(database) == was
        assert was[0].this_week.stretch_days == 1


quarters = st.integers(0, 1600).map(lambda number: number / 4)
"""Of seconds, so that sums are exact in any order."""
a_step = st.builds(
    a_step_record,
    exercise_id=st.sampled_from("abcd"),
    phase=st.sampled_from(Phase),
    side=st.none() | st.sampled_from(Side),
    planned_seconds=quarters,
    done_seconds=st.just(0.25) | quarters,
    outcome=st.sampled_from([Outcome.SKIPPED, *Outcome]),
)
rating = st.none() | st.integers(0, 10)


@st.composite
def sessions(draw: st.DrawFn) -> SessionRecord:
    """Of the last weeks and of clocks ahead, at home and on journeys; also breaks, previews, and nothing done."""
    zone = timezone(timedelta(minutes=15 * draw(st.integers(-48, 56))))
    started_at = (NOON - timedelta(minutes=draw(st.integers(-60 * 24 * 9, 60 * 24 * 40)))).astimezone(zone)
    return a_record(
        draw(st.lists(a_step, min_size=1, max_size=4) | st.just([])),
        id=str(draw(st.uuids())),
        started_at=started_at,
        ended_at=started_at + timedelta(seconds=draw(st.integers(0, 3600))),
        active_seconds=draw(quarters),
        outcome=draw(st.sampled_from([Outcome.COMPLETED, *Outcome])),
        origin=draw(st.sampled_from([SessionOrigin.ROUTINE, *SessionOrigin])),
        log=ComfortLog(stiffness_before=draw(rating), stiffness_after=draw(rating), discomfort=draw(rating)),
    )


histories = st.lists(sessions(), min_size=1, max_size=6, unique_by=lambda record: record.id)


@SOME
@given(histories, st.builds(Settings, week_begins=st.sampled_from(["monday", "saturday", "sunday"])))
def test_todays_page_and_progress_have_the_same_week(
    tmp_path_factory: pytest.TempPathFactory, made: list[SessionRecord], settings: Settings
) -> None:
    database = open_database(tmp_path_factory.mktemp("week") / "hipback.sqlite3")
    for record in made:
        SessionStore(database).add(record)
    week = Past(database, lambda: EXERCISES, settings, NOON.date()).review(1).this_week
    line = f"{stretch_line(week)}, {strength_line(week)} this week" if week.days else "This week is still open."
    for days in (DayStore(database).days(), days_of(made)):
        assert home_view({}, {}, settings, made, days, None, NOON).week_line == line
    database.close()


@SOME
@given(histories, st.sampled_from(list(WAYS)))
def test_any_session_counts_the_same_whatever_way_it_goes(
    tmp_path_factory: pytest.TempPathFactory, made: list[SessionRecord], way: str
) -> None:
    folder = tmp_path_factory.mktemp("way")
    database = open_database(folder / "hipback.sqlite3")
    for record in made:
        SessionStore(database).add(record)
    was = seen(database)
    with closing(WAYS[way](database, folder)) as other:
        assert seen(other) == was


@SOME
@given(histories, st.sampled_from(list(WAYS)), st.integers(1, LAST_BEFORE_SHARES), st.booleans())
def test_any_session_of_any_older_program_counts_the_same_whatever_way_it_goes(
    tmp_path_factory: pytest.TempPathFactory, made: list[SessionRecord], way: str, version: int, is_late: bool
) -> None:
    folder = tmp_path_factory.mktemp("older")
    version, share = (LAST_BEFORE_SHARES, ENOUGH_SHARE) if is_late else (version, ANY_SHARE)
    for path, form in ((folder / "hipback.sqlite3", version), (folder / "before.sqlite3", LAST_BEFORE_SHARES)):
        leave_behind(path, made, form, share)
    with kept(folder / "before.sqlite3", LAST_BEFORE_SHARES) as before:
        was = seen(before)
    with kept(folder / "hipback.sqlite3") as database:
        assert seen(database) == was
    with closing(WAYS[way](open_database(folder / "hipback.sqlite3"), folder)) as other:
        assert seen(other) == was
