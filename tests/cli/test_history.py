"""``hipback history``: the sessions of the data folder, newest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from hipback_desktop.core.exercise import Side
from hipback_desktop.core.record import ComfortLog, Outcome, SessionRecord, StopReason
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from tests.builders import NOON, a_record, a_step_record
from tests.cli.shapes import HISTORY, misfits
from tests.cli.terminal import Terminal

STOPPED = a_record(
    [a_step_record(side=Side.LEFT, done_seconds=12.3456, outcome=Outcome.STOPPED), a_step_record(planned_reps=10)],
    id="session-2",
    started_at=NOON + timedelta(days=2),
    outcome=Outcome.STOPPED,
    active_seconds=12.3456,
    log=ComfortLog(stiffness_before=5, discomfort=3, stop_reason=StopReason.TOO_HARD, note="“Phew” – ½"),
)


@pytest.fixture
def history(data_dir: Path) -> tuple[SessionRecord, ...]:
    records = (a_record(), STOPPED)
    database = open_database(data_dir / "hipback.sqlite3")
    for record in records:
        SessionStore(database).add(record)
    database.close()
    return records


def test_a_new_folder_has_no_history(terminal: Terminal) -> None:
    assert terminal.reads("history", "--json") == []
    assert terminal.type("history").out == "No session yet.\n"


def test_sessions_have_their_shape_newest_first(terminal: Terminal, history: object) -> None:
    sessions = terminal.reads("history", "--json")
    assert misfits(sessions, HISTORY) == []
    assert [session["id"] for session in sessions] == ["session-2", "session-1"]


def test_what_was_kept_is_what_is_printed(terminal: Terminal, history: object) -> None:
    newest = terminal.reads("history", "--json")[0]
    assert newest["started_at"] == "2026-03-20T12:00:00+01:00"
    assert (newest["outcome"], newest["active_seconds"], newest["origin"]) == ("stopped", 12.346, "routine")
    assert (newest["stiffness_before"], newest["stiffness_after"], newest["note"]) == (5, None, "“Phew” – ½")
    assert [step["side"] for step in newest["steps"]] == ["left", None]
    assert newest["steps"][1]["planned_reps"] == 10


def test_a_line_says_when_how_long_what_and_how_it_ended(terminal: Terminal, history: object) -> None:
    assert terminal.type("history").out.splitlines() == [
        "2026-03-20 12:00    0:12  Two things (Ended early)",
        "2026-03-18 12:00   10:00  Two things (Completed)",
    ]


@pytest.mark.parametrize(
    ("since", "count"), [("2026-03-19", 1), ("2026-03-21", 0), ("0001-01-01", 2), ("9999-12-31", 0), ("2026-W12-5", 1)]
)
def test_since_a_day(terminal: Terminal, history: object, since: str, count: int) -> None:
    assert len(terminal.reads("history", "--since", since, "--json")) == count


def test_since_a_day_means_the_day_where_the_person_was(terminal: Terminal, data_dir: Path) -> None:
    """The one that is printed, and that the window looks for: not that of the place where the command is typed."""
    early = datetime(2026, 3, 19, 0, 30, tzinfo=timezone(timedelta(hours=14)))
    late = datetime(2026, 3, 18, 23, 30, tzinfo=timezone(timedelta(hours=-12)))
    database = open_database(data_dir / "hipback.sqlite3")
    for number, started_at in enumerate((early, late)):
        SessionStore(database).add(a_record(id=str(number), started_at=started_at))
    database.close()
    assert [session["id"] for session in terminal.reads("history", "--since", "2026-03-19", "--json")] == ["0"]
    assert [session["id"] for session in terminal.reads("history", "--since", "2026-03-18", "--json")] == ["1", "0"]


def test_no_session_since_a_day_does_not_mean_none_at_all(terminal: Terminal, history: object) -> None:
    assert terminal.type("history", "--since", "2026-03-21").out == "No session since 2026-03-21.\n"


@pytest.mark.parametrize("since", ["yesterday", "2026-13-01", "", "2026", "1e9"])
def test_a_day_that_is_none_is_wrong_usage(terminal: Terminal, since: str) -> None:
    assert "is not a day such as 2026-11-30" in terminal.is_shown_usage("history", "--since", since)


def test_a_folder_with_another_history_can_be_named_on_either_side(
    terminal: Terminal, history: object, tmp_path: Path, data_dir: Path
) -> None:
    other = tmp_path / "other"
    assert terminal.reads("history", "--json", "--data-dir", other) == []
    assert terminal.reads("--data-dir", other, "history", "--json") == []
    assert len(terminal.reads("--data-dir", data_dir, "history", "--json")) == 2
    assert (other / "hipback.sqlite3").exists()


def test_a_damaged_history_is_told_and_what_is_left_is_shown(
    terminal: Terminal, history: tuple[SessionRecord, ...], data_dir: Path
) -> None:
    (data_dir / "hipback.sqlite3").write_bytes(b"not a database, and long enough to look at" * 100)
    answer = terminal.type("history", "--json")
    assert (answer.code, answer.document) == (0, [])
    assert answer.err.startswith("hipback: Your history was damaged")


def test_a_record_without_a_log_says_null(terminal: Terminal, data_dir: Path) -> None:
    database = open_database(data_dir / "hipback.sqlite3")
    SessionStore(database).add(replace(a_record(), log=ComfortLog()))
    database.close()
    session = terminal.reads("history", "--json")[0]
    assert [session[key] for key in ("stiffness_before", "stiffness_after", "discomfort", "effort")] == [None] * 4
