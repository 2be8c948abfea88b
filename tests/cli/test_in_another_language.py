"""Under a language that has everything, no command answers a person in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hipback_desktop.breaks.presence.reading import Sign
from hipback_desktop.catalogue.schema import EXERCISE, ROUTINE, Field
from hipback_desktop.cli.doctor import SURFACES
from hipback_desktop.cli.parser import BREAK_REQUESTS, REMOTE_COMMANDS
from hipback_desktop.paths import asset
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from tests.builders import a_record
from tests.catalogue.damage import damaged_files
from tests.catalogue.documents import a_routine, an_exercise
from tests.cli.terminal import Terminal
from tests.pseudo import untranslated

COMMANDS = (
    "start",
    "routines",
    "exercises",
    "plan",
    "check",
    "history",
    "stats",
    "export",
    "import",
    "backup",
    "restore",
    "doctor",
    "breaks",
    *REMOTE_COMMANDS,
)
IDS = "|".join(
    path.name.partition(".")[0] + "(?= )" for folder in ("exercises", "routines") for path in asset(folder).iterdir()
)
TYPED = r"hipback|-h|--[a-z][a-z-]*|[A-Z]+(?:_[A-Z]+)*|" + "|".join((*COMMANDS, *BREAK_REQUESTS, "1h|10m"))
"""What a person types, and its names in the help."""
CHIMES = "start|end|rest|switch|ready|tick|finish|halfway|countdown"
"""Ids of sounds."""
PYTHON = "(?:Expecting|Extra data|Invalid|Unterminated|Illegal|Exceeds|Unpaired).*|null|NaN|Infinity"
"""What Python says of a file that is not JSON, and JSON's own words."""

pytestmark = pytest.mark.usefixtures("in_pseudo")


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def format_words(field: Field) -> Iterator[str]:
    """The keys and values of a file, which are in no language."""
    for part in field.fields:
        yield from (part.name, *part.choices)
        yield from format_words(part)


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_the_help(terminal: Terminal, command: tuple[str, ...]) -> None:
    assert untranslated(lines(terminal.type(*command, "--help").out), TYPED) == []


@pytest.mark.parametrize("command", ["routines", "exercises"])
def test_the_lists(terminal: Terminal, command: str) -> None:
    assert untranslated(lines(terminal.type(command).out), IDS) == []


@pytest.mark.parametrize("routine", ["desk_reset_2", "complete_30", "evening_wind_down_12", "strength_day_25"])
def test_a_plan(terminal: Terminal, routine: str) -> None:
    assert untranslated(lines(terminal.type("plan", routine).out), CHIMES) == []


def test_the_doctor(terminal: Terminal, data_dir: Path) -> None:
    devices = "(?<=: ).*"
    found = [line.partition("  ")[2] for line in lines(terminal.type("doctor").out)]
    allowed = rf"{re.escape(str(data_dir))}\S*|(?:system|bundled) espeak-ng|{devices}"
    assert len(found) == 6 + len(SURFACES) + len(Sign)
    assert untranslated(found, allowed) == []


def test_the_history(terminal: Terminal, data_dir: Path) -> None:
    assert untranslated([terminal.type("history").out]) == []
    database = open_database(data_dir / "hipback.sqlite3")
    SessionStore(database).add(a_record(name="Двое"))
    database.close()
    assert untranslated([terminal.type("history").out]) == []


@pytest.mark.parametrize("document", [a_routine(), an_exercise()], ids=["routine", "exercise"])
def test_the_check(terminal: Terminal, tmp_path: Path, document: dict[str, object]) -> None:
    known = "|".join({*format_words(EXERCISE), *format_words(ROUTINE), "hours"} - {""})
    allowed = rf'{re.escape(str(tmp_path))}/\S+|"[^"]*"|{known}|{PYTHON}|a-z|UTF-8|JSON'
    for number, content in enumerate(damaged_files(document, count=160, seed=7)):
        file = tmp_path / f"{number}.json"
        file.write_bytes(content)
    answer = terminal.type("check", *sorted(tmp_path.glob("*.json")))
    assert len(lines(answer.err)) > 100
    assert untranslated(lines(answer.out) + lines(answer.err), allowed) == []


@pytest.mark.parametrize(
    "command",
    [
        ("plan", "full_2"),
        ("plan", "nowhere.json"),
        ("status",),
        ("stop",),
        ("history", "--since", "1 May"),
        ("start", "full_20", "--speed", "0"),
        ("dance",),
        ("plan",),
        ("breaks", "dance"),
        ("breaks", "pause", "dance"),
        ("breaks", "now", "1h"),
        ("breaks", "status"),
        ("routines", "--yaml"),
        ("history", "--data-dir", "~nosuchuser"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done(terminal: Terminal, command: tuple[str, ...]) -> None:
    answer = terminal.type(*command)
    given = "|".join(map(re.escape, command))
    assert answer.code > 0
    assert untranslated(lines(answer.err), rf"{TYPED}|{given}|1 May|full_20") == []


def test_data_that_cannot_be_used(terminal: Terminal, data_dir: Path) -> None:
    (data_dir / "hipback.sqlite3").mkdir(parents=True)
    (data_dir / "settings.json").write_text('{"minutes": "many", "equipment": ["mat", "boat"]}')
    said = [*lines(terminal.type("history").err), *lines(terminal.type("routines").err)]
    assert len(said) == 3
    assert untranslated(said, rf"hipback|{re.escape(str(data_dir))}\S*|minutes|equipment") == []
    (data_dir / "settings.json").write_text("{")
    said = lines(terminal.type("routines").err)
    assert untranslated(said, rf"hipback|{re.escape(str(data_dir))}\S*") == []


def test_json_keeps_its_ids(terminal: Terminal) -> None:
    plan = terminal.reads("plan", "desk_reset_2", "--json")
    assert {segment["kind"] for segment in plan["segments"]} == {"get_ready", "work", "side_switch"}
    assert {check["name"] for check in terminal.type("doctor", "--json").document["checks"]} >= {"voice", "window"}


def test_files_of_a_person_stay_as_written(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "mine.hipback.json"
    file.write_text(
        '{"format": "hipback-routine", "version": 1, "id": "mine", "name": "Quick release", "blocks":'
        ' [{"phase": "stretch", "steps": [{"exercise": "hip_flexor_standing", "seconds": 20}]}]}'
    )
    out = terminal.type("plan", file).out
    assert "Quick release" in out
    assert untranslated(lines(out), f"{CHIMES}|Quick release") == []
