"""What the database sums up by week is what the core would."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.prompt import Closed, Prompt, PromptOutcome
from hipback_desktop.core.record import ComfortLog, Outcome, SessionOrigin
from hipback_desktop.core.review import Breaks
from hipback_desktop.storage import review_store
from hipback_desktop.storage.break_store import BreakStore
from hipback_desktop.storage.database import Database
from hipback_desktop.storage.review_store import ReviewStore
from hipback_desktop.storage.session_store import SessionStore
from tests.storage.builders import STARTED, a_record, a_step

SUNDAY = STARTED.date()
"""The day before the first record: the weeks of these tests begin on it."""


@pytest.fixture
def review(database: Database) -> ReviewStore:
    return ReviewStore(database)


def test_sides_of_a_week_are_those_of_its_days(review: ReviewStore, store: SessionStore) -> None:
    store.add(a_record(1))
    store.add(a_record(8, steps=(a_step(side=None, exercise_id="plank", done_seconds=5),)))
    assert review.sides_by_week(SUNDAY, 2) == {
        0: {("pigeon_modified", Side.RIGHT): 33, ("pigeon_modified", Side.LEFT): 30},
        1: {("plank", None): 5},
    }


def test_breaks_that_were_played_are_counted_by_week(review: ReviewStore, store: SessionStore) -> None:
    for number in (1, 2, 8):
        store.add(a_record(number, origin=SessionOrigin.BREAK))
    store.add(a_record(3, origin=SessionOrigin.BREAK, outcome=Outcome.SKIPPED, steps=()))
    assert review.breaks_begun(SUNDAY, 2) == {0: 2, 1: 1}


def rated(number: int, before: int | None, after: int | None) -> ComfortLog:
    return ComfortLog(stiffness_before=before, stiffness_after=after)


def test_phases_are_summed_up_by_week(review: ReviewStore, store: SessionStore) -> None:
    store.add(a_record(1))
    store.add(a_record(6, steps=(a_step(phase=Phase.STRENGTHEN, done_seconds=8),)))
    store.add(a_record(7))
    store.add(a_record(14))
    assert review.phases(SUNDAY, 2) == {0: {Phase.STRETCH: 63, Phase.STRENGTHEN: 8}, 1: {Phase.STRETCH: 63}}


def test_sides_are_summed_up_over_all_weeks(review: ReviewStore, store: SessionStore) -> None:
    store.add(a_record(1))
    store.add(a_record(8, steps=(a_step(side=None, exercise_id="plank", done_seconds=5), a_step())))
    assert review.sides(SUNDAY, 2) == {
        ("pigeon_modified", Side.RIGHT): 63,
        ("pigeon_modified", Side.LEFT): 30,
        ("plank", None): 5,
    }


def test_ratings_are_there_as_often_as_they_were_given(review: ReviewStore, store: SessionStore) -> None:
    for number, log in enumerate((rated(1, 6, 4), rated(2, 6, None), rated(3, 2, 4), ComfortLog(discomfort=3)), 1):
        store.add(a_record(number, log=log))
    assert review.ratings(SUNDAY, 1) == {
        0: {"stiffness_before": {2: 1, 6: 2}, "stiffness_after": {4: 2}, "discomfort": {3: 1}}
    }


def prompted(hour: int, outcome: PromptOutcome, days: int = 1, *, is_shown: bool = True) -> Closed:
    due = STARTED.replace(hour=hour) + timedelta(days=days)
    return Closed(Prompt(due, shown_at=due if is_shown else None, outcome=outcome, outcome_at=due))


def test_breaks_are_those_that_were_offered(review: ReviewStore, database: Database) -> None:
    BreakStore(database).add(
        (
            prompted(9, PromptOutcome.STARTED),
            prompted(9, PromptOutcome.SKIPPED, days=2),
            prompted(10, PromptOutcome.SNOOZED),
            prompted(11, PromptOutcome.WALKED, days=8),
            prompted(12, PromptOutcome.MISSED, days=8),
            prompted(13, PromptOutcome.NATURAL, is_shown=False),
            prompted(0, PromptOutcome.STANDING, days=9),
        )
    )
    assert review.breaks_by_week(SUNDAY, 2) == {0: Breaks(2, 1), 1: Breaks(3, 2)}
    assert review.breaks_by_hour(SUNDAY, 2) == {0: Breaks(1, 1), 9: Breaks(2, 1), 11: Breaks(1, 1), 12: Breaks(1, 0)}


def test_without_anything_there_is_nothing(review: ReviewStore) -> None:
    assert review.phases(SUNDAY, 52) == {}
    assert review.sides(SUNDAY, 52) == {}
    assert review.ratings(SUNDAY, 52) == {}
    assert review.breaks_by_week(SUNDAY, 52) == review.breaks_by_hour(SUNDAY, 52) == {}


@pytest.mark.expects_log
def test_what_damage_made_up_is_left_out(review: ReviewStore, store: SessionStore, database: Database) -> None:
    store.add(a_record())
    with database.writing() as connection:
        connection.execute("UPDATE day_work SET phase = 'strxtch' WHERE side = 'left'")
        connection.execute("UPDATE day_work SET exercise_id = x'00' WHERE side = 'right'")
    assert review.phases(SUNDAY, 1) == {0: {Phase.STRETCH: 33}}
    assert review.sides(SUNDAY, 1) == {("pigeon_modified", Side.LEFT): 30}


def test_a_year_takes_no_longer_for_more_sessions_a_day(database: Database, store: SessionStore) -> None:
    review, made = ReviewStore(database), iter(range(1000))

    def steps_to_read() -> int:
        store.merge(a_record(next(made), started_at=STARTED + timedelta(days=day)) for day in range(14) for _ in "123")
        steps = 0

        def count() -> int:
            nonlocal steps
            steps += 1
            return 0

        with database.reading() as connection:
            connection.set_progress_handler(count, 1)
        for question in (review.phases, review.sides, review.sides_by_week, review.ratings):
            question(SUNDAY, 52)
        with database.reading() as connection:
            connection.set_progress_handler(None, 0)
        return steps

    few = steps_to_read()
    assert steps_to_read() == steps_to_read() == few


def test_no_question_goes_through_all_sessions(database: Database) -> None:
    with database.reading() as connection:
        for query, way in (
            (review_store._PHASES, "SEARCH day_work USING PRIMARY KEY (local_day>? AND local_day<?)"),
            (review_store._SIDES_BY_WEEK, "SEARCH day_work USING PRIMARY KEY (local_day>? AND local_day<?)"),
            (review_store._BREAKS_BEGUN, "session_by_day (local_day>? AND local_day<?)"),
            (review_store._SIDES, "SEARCH day_work USING PRIMARY KEY (local_day>? AND local_day<?)"),
            (review_store._RATINGS, "SEARCH day_rating USING PRIMARY KEY (local_day>? AND local_day<?)"),
            (review_store._BREAKS_BY_WEEK, "break_prompt_by_day (local_day>? AND local_day<?)"),
            (review_store._BREAKS_BY_HOUR, "break_prompt_by_day (local_day>? AND local_day<?)"),
        ):
            values = {"first": date.min.toordinal(), "last": date.max.toordinal()}
            plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", values))
            assert way in plan
