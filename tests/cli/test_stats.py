"""``hipback stats``: the last weeks beside their goals."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hipback_desktop.cli import stats
from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.prompt import Closed, Prompt, PromptOutcome
from hipback_desktop.core.record import ComfortLog, SessionOrigin, SessionRecord
from hipback_desktop.storage.break_store import BreakStore
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from tests.builders import NOON, a_record, a_step_record
from tests.cli.shapes import STATS, misfits
from tests.cli.terminal import Terminal
from tests.fakes import FakeClock

STEPS = (
    a_step_record(exercise_id="pigeon_modified", side=Side.LEFT, done_seconds=60),
    a_step_record(exercise_id="pigeon_modified", side=Side.RIGHT, done_seconds=90),
    a_step_record(exercise_id="glute_bridge", phase=Phase.STRENGTHEN, done_seconds=30),
)
LAST_WEEK = NOON - timedelta(days=7)


def a_session(began: datetime, name: str, **changes: object) -> SessionRecord:
    return a_record(STEPS, id=name, started_at=began, **changes)


@pytest.fixture(autouse=True)
def wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is a Wednesday in March 2026."""
    monkeypatch.setattr(stats, "SystemClock", FakeClock)


@pytest.fixture
def history(data_dir: Path) -> None:
    database = open_database(data_dir / "hipback.sqlite3")
    for number, began in enumerate((LAST_WEEK, LAST_WEEK + timedelta(days=1), LAST_WEEK + timedelta(days=3), NOON)):
        log = ComfortLog(stiffness_before=6, stiffness_after=2 + number, discomfort=None)
        SessionStore(database).add(a_session(began, f"session-{number}", log=log))
    SessionStore(database).add(a_session(NOON, "break", origin=SessionOrigin.BREAK))
    SessionStore(database).add(a_session(NOON, "preview", ended_at=NOON + timedelta(seconds=9)))
    database.close()


def test_a_new_folder_has_weeks_with_nothing_in_them(terminal: Terminal) -> None:
    found = terminal.reads("stats", "--json")
    assert misfits(found, STATS) == []
    assert [week["week"] for week in found["weeks"]] == [f"2026-W{n:02d}" for n in range(5, 13)]
    assert {week["state"] for week in found["weeks"]} == {"before"}
    assert (found["weeks_met"], found["consistency"]) == (0, 0)
    assert terminal.type("stats").out == "No session yet.\n"


def test_previews_that_the_history_lists_are_said_not_to_count(terminal: Terminal, data_dir: Path) -> None:
    database = open_database(data_dir / "hipback.sqlite3")
    SessionStore(database).add(a_session(NOON, "preview", ended_at=NOON + timedelta(seconds=9)))
    database.close()
    assert terminal.type("stats").out == "No session that counts yet; a preview does not.\n"


def test_weeks_have_their_shape_and_end_with_this_one(terminal: Terminal, history: None) -> None:
    found = terminal.reads("stats", "--weeks", 3, "--json")
    assert misfits(found, STATS) == []
    assert [(week["week"], week["starts_on"]) for week in found["weeks"]] == [
        ("2026-W10", "2026-03-02"),
        ("2026-W11", "2026-03-09"),
        ("2026-W12", "2026-03-16"),
    ]
    assert [week["state"] for week in found["weeks"]] == ["before", "met", "open"]
    assert (found["weeks_met"], found["consistency"]) == (1, 24)  # 20, and a fifth of the way to two of five days


def test_what_was_done_is_summed_up(terminal: Terminal, history: None) -> None:
    last_week, this_week = terminal.reads("stats", "--weeks", 2, "--json")["weeks"]
    assert (last_week["sessions"], last_week["days"], last_week["minutes"]) == (3, 3, 30)
    assert (last_week["stretch_days"], last_week["strength_days"]) == (3, 3)
    assert last_week["minutes_by_phase"] == {"warm_up": 0, "smr": 0, "stretch": 7.5, "strengthen": 1.5, "calm": 0}
    assert last_week["minutes_by_area"]["glutes"] == {"left": 3, "right": 4.5, "both": 1.5}
    assert (last_week["stiffness_before"], last_week["stiffness_after"], last_week["discomfort"]) == (6, 3, None)
    assert (this_week["sessions"], this_week["breaks"]) == (1, {"offered": 1, "taken": 1})


def test_breaks_are_those_that_were_offered_and_those_taken(terminal: Terminal, history: None, data_dir: Path) -> None:
    database = open_database(data_dir / "hipback.sqlite3")
    for hour, outcome in ((8, PromptOutcome.WALKED), (9, PromptOutcome.STARTED), (10, PromptOutcome.SKIPPED)):
        due = NOON.replace(hour=hour)
        BreakStore(database).add((Closed(Prompt(due, shown_at=due, outcome=outcome, outcome_at=due)),))
    database.close()
    last_week, this_week = terminal.reads("stats", "--weeks", 2, "--json")["weeks"]
    assert (last_week["breaks"], this_week["breaks"]) == ({"offered": 0, "taken": 0}, {"offered": 3, "taken": 2})


def test_a_line_a_week_from_the_first_session_on(terminal: Terminal, history: None) -> None:
    assert terminal.type("stats").out.splitlines() == [
        "2026-W11  3 of 3 stretch days, 3 of 2 strength days, 30 min  met",
        "2026-W12  1 of 3 stretch days, 1 of 2 strength days, 10 min  under way",
        "24 % steady, 1 of 2 weeks met.",
    ]


def test_minutes_are_those_of_progress(terminal: Terminal, data_dir: Path) -> None:
    """Below ten with one place, which would otherwise be rounded away to the even side."""
    database = open_database(data_dir / "hipback.sqlite3")
    steps = (a_step_record(exercise_id="pigeon_modified", side=Side.LEFT, done_seconds=510),)
    SessionStore(database).add(a_record(steps, id="session", started_at=NOON, active_seconds=510))
    database.close()
    assert ", 8.5 min" in terminal.type("stats").out


def test_goals_and_the_first_day_of_the_week_are_those_of_the_settings(
    terminal: Terminal, history: None, data_dir: Path
) -> None:
    settings = {"stretch_days": 5, "past_goals": ["2026-03-16 4 1"], "week_begins": "sunday"}
    (data_dir / "settings.json").write_text(json.dumps(settings))
    last_week, this_week = terminal.reads("stats", "--weeks", 2, "--json")["weeks"]
    assert (last_week["starts_on"], last_week["week"], last_week["goal"]) == ("2026-03-08", "2026-W11", 4)
    assert (this_week["starts_on"], this_week["week"], this_week["goal"]) == ("2026-03-15", "2026-W12", 4)


@pytest.mark.parametrize("weeks", ["0", "-1", "1041", "many", "", "1.5", "²", "9" * 5000])
def test_a_number_of_weeks_that_is_none_is_wrong_usage(terminal: Terminal, weeks: str) -> None:
    assert "is not a number of weeks from 1 to 1040" in terminal.is_shown_usage("stats", f"--weeks={weeks}")
