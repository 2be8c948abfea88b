"""A session of the past in words, and the icon that goes with how it ended."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Side
from hipback_desktop.core.record import ComfortLog, Outcome, StopReason
from hipback_desktop.paths import asset
from hipback_desktop.ui.history_words import (
    amount_line,
    comfort_lines,
    day_text,
    found_line,
    minutes_line,
    place_line,
)
from hipback_desktop.ui.session_detail import SessionDetail
from hipback_desktop.ui.theme import LIGHT
from tests.builders import NOON, a_record, a_step_record

TODAY = NOON.date()


def test_it_says_how_many_were_found_as_far_as_is_known() -> None:
    assert found_line(1, is_all=True) == "1 session"
    assert found_line(60, is_all=False) == "60 sessions or more"


def test_days_and_amounts_are_put_into_words() -> None:
    assert day_text(TODAY, None) == "Wednesday, 18 March 2026"
    assert day_text(TODAY, TODAY + timedelta(days=9)) == "Wednesday, 18 March"
    assert minutes_line(a_record(active_seconds=40, planned_seconds=594)) == "40 s of 10 min"
    assert minutes_line(a_record(active_seconds=59.7, planned_seconds=594)) == "59 s of 10 min"
    assert minutes_line(a_record(active_seconds=60, planned_seconds=594)) == "1 of 10 min"
    assert amount_line(a_step_record(planned_reps=10, done_reps=7)) == "7 of 10 reps"
    assert amount_line(a_step_record(planned_seconds=300, done_seconds=95)) == "1:35 of 5:00 min"
    assert amount_line(a_step_record(outcome=Outcome.SKIPPED, done_seconds=0)) == "Skipped"
    assert amount_line(a_step_record(outcome=Outcome.SKIPPED, done_seconds=0.4)) == "Skipped"
    assert amount_line(a_step_record(outcome=Outcome.SKIPPED, done_seconds=12.2)) == "12 of 30 s"
    assert amount_line(a_step_record(outcome=Outcome.SKIPPED, planned_reps=10, done_reps=0)) == "Skipped"
    assert amount_line(a_step_record(outcome=Outcome.SKIPPED, planned_reps=10, done_reps=3)) == "3 of 10 reps"
    assert place_line(a_step_record(side=None, set_number=2), 3) == "Set 2"
    assert place_line(a_step_record(side=Side.LEFT, set_number=2), 3) == "Left side, set 2"
    assert place_line(a_step_record(side=None), 1) == ""


def test_every_answer_given_is_told() -> None:
    log = ComfortLog(1, 2, 3, 4, felt_sharp=True, stop_reason=StopReason.TOO_HARD)
    assert len(comfort_lines(log)) == 6
    assert comfort_lines(ComfortLog()) == ()


@pytest.mark.parametrize(
    ("outcome", "name"), [(Outcome.COMPLETED, "check"), (Outcome.STOPPED, "stop"), (Outcome.SKIPPED, "next")]
)
def test_the_icon_beside_the_outcome_is_that_of_the_list(qtbot: QtBot, outcome: Outcome, name: str) -> None:
    drawn: list[str] = []

    def told(file: str) -> Path:
        drawn.append(Path(file).stem)
        return asset(file)

    detail = SessionDetail(LIGHT, told)
    qtbot.addWidget(detail)
    detail.show_session(a_record((), outcome=outcome))
    detail.grab()
    assert drawn == [name]
