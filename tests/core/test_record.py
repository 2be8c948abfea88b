"""What a session was."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hipback_desktop.core.record import ComfortLog, Outcome, StepRecord, is_preview, session_outcome
from tests.builders import NOON, a_record, a_step_record

DONE = a_step_record(done_seconds=30)
TRIED = a_step_record(done_seconds=2, outcome=Outcome.SKIPPED)
LEFT_LATE = a_step_record(done_seconds=20, outcome=Outcome.SKIPPED)
AT_OWN_PACE = a_step_record(done_seconds=5, planned_reps=10, done_reps=10)
LONG = a_step_record(planned_seconds=60, done_seconds=60)
LONG_TRIED = a_step_record(planned_seconds=90, done_seconds=5, outcome=Outcome.SKIPPED)
BEGUN_AGAIN = a_step_record(done_seconds=2, outcome=Outcome.STOPPED)
BEGUN_AGAIN_LATE = a_step_record(done_seconds=20, outcome=Outcome.STOPPED)
NOT_DONE = a_step_record(done_seconds=0, outcome=Outcome.SKIPPED)


@pytest.mark.parametrize(
    "steps, reached_the_end, outcome",
    [
        ((DONE, DONE), True, Outcome.COMPLETED),
        ((DONE, NOT_DONE), True, Outcome.COMPLETED),
        ((DONE, NOT_DONE, NOT_DONE), True, Outcome.STOPPED),
        ((DONE, TRIED, TRIED), True, Outcome.STOPPED),
        ((TRIED, TRIED, TRIED), True, Outcome.STOPPED),
        ((LEFT_LATE, NOT_DONE, NOT_DONE), True, Outcome.STOPPED),
        ((LEFT_LATE, LEFT_LATE, NOT_DONE), True, Outcome.COMPLETED),
        ((LONG, NOT_DONE, NOT_DONE), True, Outcome.COMPLETED),
        ((LONG_TRIED, DONE, DONE), True, Outcome.COMPLETED),
        ((LONG_TRIED, DONE, NOT_DONE, NOT_DONE), True, Outcome.STOPPED),
        ((AT_OWN_PACE, AT_OWN_PACE), True, Outcome.COMPLETED),
        ((BEGUN_AGAIN, BEGUN_AGAIN, BEGUN_AGAIN, DONE), True, Outcome.COMPLETED),
        ((BEGUN_AGAIN_LATE, DONE, NOT_DONE, NOT_DONE), True, Outcome.STOPPED),
        ((DONE,), False, Outcome.STOPPED),
        ((NOT_DONE, NOT_DONE), True, Outcome.SKIPPED),
        ((NOT_DONE,), False, Outcome.SKIPPED),
        ((), True, Outcome.SKIPPED),
        ((), False, Outcome.SKIPPED),
    ],
)
def test_a_session_is_completed_by_reaching_its_end_with_half_of_the_sets_or_of_their_time(
    steps: tuple[StepRecord, ...], reached_the_end: bool, outcome: Outcome
) -> None:
    assert session_outcome(steps, reached_the_end=reached_the_end) is outcome


@pytest.mark.parametrize("field", ["stiffness_before", "stiffness_after", "discomfort", "effort"])
def test_ratings_go_from_0_to_10(field: str) -> None:
    assert getattr(ComfortLog(**{field: 0}), field) == 0  # type: ignore[arg-type]
    assert getattr(ComfortLog(**{field: 10}), field) == 10  # type: ignore[arg-type]
    for rating in (-1, 11):
        with pytest.raises(ValueError):
            ComfortLog(**{field: rating})  # type: ignore[arg-type]


@pytest.mark.parametrize("took_seconds, expected", [(600, False), (401, False), (399, True), (6, True), (0, True)])
def test_more_done_than_time_there_was_is_a_preview(took_seconds: float, expected: bool) -> None:
    record = a_record(active_seconds=600, ended_at=NOON + timedelta(seconds=took_seconds))
    assert is_preview(record) is expected


def test_a_pause_makes_no_session_of_a_preview_and_no_preview_of_a_session() -> None:
    """Two minutes at double speed with twenty seconds of pause on the wall; and the same as it is done."""
    at_double_speed = a_record(active_seconds=118, paused_seconds=40, ended_at=NOON + timedelta(seconds=79))
    assert is_preview(at_double_speed)
    assert not is_preview(a_record(active_seconds=118, paused_seconds=800, ended_at=NOON + timedelta(seconds=918)))


def test_nothing_done_in_no_time_is_no_preview() -> None:
    assert not is_preview(a_record(active_seconds=0, ended_at=NOON))
