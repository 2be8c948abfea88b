"""Sessions out to a file and in from one: without loss, all or nothing, and whatever the file."""

from __future__ import annotations

import io
import json
import os
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.record import ComfortLog, SessionRecord, StopReason
from hipback_desktop.storage import exchange
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.exchange import export_sessions, import_sessions
from hipback_desktop.storage.session_csv import COLUMNS, csv_lines, records_in_csv
from hipback_desktop.storage.session_document import document_of
from hipback_desktop.storage.session_json import FORMAT, json_lines, records_in_json
from hipback_desktop.storage.session_store import Merge, SessionStore
from tests.storage.builders import STARTED, a_record, a_step
from tests.storage.strategies import records

NOW = STARTED + timedelta(days=400)
KINDS = pytest.mark.parametrize("kind", ["json", "csv"])
LOG = ComfortLog(
    stiffness_before=0, discomfort=3, felt_sharp=False, stop_reason=StopReason.TOO_HARD, note="=1+1\n“Ü”, '"
)
SOME = (a_record(1), a_record(2, steps=()), a_record(3, log=LOG), a_record(4, steps=(a_step(planned_reps=8),) * 3))


@pytest.fixture
def new_store(tmp_path: Path) -> Iterator[Callable[..., SessionStore]]:
    """Makes stores, each in a folder of its own."""
    databases: list[Database] = []

    def make(*found: SessionRecord) -> SessionStore:
        database = open_database(tmp_path / f"laptop-{len(databases)}" / "hipback.sqlite3")
        databases.append(database)
        store = SessionStore(database)
        for record in found:
            store.add(record)
        return store

    yield make
    for database in databases:
        database.close()


@KINDS
def test_out_into_an_empty_folder_and_out_again_gives_the_same_bytes(
    kind: str, new_store: Callable[..., SessionStore], tmp_path: Path
) -> None:
    there, back = tmp_path / f"there.{kind}", tmp_path / f"back.{kind}"
    assert export_sessions(new_store(*SOME), there) == len(SOME)
    other = new_store()
    assert import_sessions(other, there, NOW) == Merge(len(SOME), 0, 0)
    export_sessions(other, back)
    assert back.read_bytes() == there.read_bytes()
    assert tuple(other.oldest_first()) == SOME
    assert import_sessions(other, there, NOW) == Merge(0, 0, len(SOME))


def in_reach(record: SessionRecord) -> bool:
    """Whether its moments are of this age and its exercise has a name, as in every real session."""
    moments = (record.started_at, record.ended_at, record.edited_at or record.started_at)
    return record.log.stop_exercise_id != "" and all(1970 < moment.year < 2199 for moment in moments)


@settings(max_examples=60)
@given(st.lists(records.filter(in_reach), max_size=4, unique_by=lambda record: record.id))
def test_any_sessions_come_back_from_either_kind(made: list[SessionRecord]) -> None:
    in_json = list(records_in_json(io.StringIO("".join(json_lines(made)))))
    in_csv = list(records_in_csv(io.StringIO("".join(csv_lines(made)).removeprefix("\ufeff"), newline="")))
    assert list(map(repr, map(document_of, in_json))) == list(map(repr, map(document_of, made)))
    assert in_csv == in_json


@KINDS
def test_two_laptops_that_take_each_other_in_end_equal(
    kind: str, new_store: Callable[..., SessionStore], tmp_path: Path
) -> None:
    logged = (a_record(2, log=ComfortLog(effort=7)), a_record(2, log=ComfortLog(effort=5, note="Better")))
    one, other = new_store(a_record(1), logged[0]), new_store(logged[1], a_record(3), a_record(1, active_seconds=99))
    files = tmp_path / f"one.{kind}", tmp_path / f"other.{kind}"
    for store, file in ((one, files[0]), (other, files[1])):
        export_sessions(store, file)
    assert import_sessions(one, files[1], NOW) == Merge(1, 1, 1)
    assert import_sessions(other, files[0], NOW) == Merge(0, 2, 0)
    assert tuple(one.oldest_first()) == tuple(other.oldest_first())
    assert tuple(one.oldest_first())[1].log == ComfortLog(effort=7, note="Better")


def test_an_edit_from_the_future_does_not_win_for_ever(new_store: Callable[..., SessionStore], tmp_path: Path) -> None:
    ahead = a_record(1, log=ComfortLog(note="From 2150"), edited_at=NOW.replace(year=2150))
    mine = a_record(1, log=ComfortLog(note="Mine"), edited_at=NOW)
    export_sessions(new_store(ahead), tmp_path / "ahead.json")
    store, untouched = new_store(mine), new_store(a_record(1, edited_at=None))
    assert import_sessions(store, tmp_path / "ahead.json", NOW) == Merge(0, 0, 1)
    assert store.records() == (mine,)
    assert import_sessions(untouched, tmp_path / "ahead.json", NOW) == Merge(0, 1, 0)
    assert import_sessions(untouched, tmp_path / "ahead.json", NOW) == Merge(0, 0, 1)
    assert untouched.records() == (replace(ahead, edited_at=ahead.ended_at),)


def a_document(**changes: Any) -> dict[str, Any]:
    return document_of(a_record()) | changes


def a_file(*sessions: Any, named: str = FORMAT) -> bytes:
    return json.dumps({"format": named, "sessions": sessions}).encode()


HUGE = b'{"format": "hipback-sessions-1", "sessions": [' + b"[" * 1_000_000
REFUSED = {
    "nothing": b"",
    "no json": b"hello",
    "another document": b'{"format": "hipback-routine", "sessions": []}',
    "a newer one": a_file(named="hipback-sessions-2"),
    "no list": b'{"format": "hipback-sessions-1", "sessions": {}}',
    "cut off": a_file(a_document())[:-9],
    "more after its end": a_file(a_document()) + b"{}",
    "a comma at the end": a_file(a_document())[:-2] + b",]}",
    "not utf-8": a_file(a_document()).replace(b"Daily", b"D\xffily"),
    "deep": HUGE,
    "a number": a_file(7),
    "no steps": a_file(a_document(steps=None)),
    "many steps": a_file(a_document(steps=[1] * 2_001)),
    "a step that is none": a_file(a_document(steps=["bridge"])),
    "no id": a_file(a_document(id="")),
    "a long id": a_file(a_document(id="x" * 101)),
    "half a letter": a_file(a_document(name="\ud800")),
    "nobody's time zone": a_file(a_document(started_at="2026-03-01T07:30:00")),
    "a year nobody knows": a_file(a_document(ended_at="9999-12-31T23:59:59+00:00")),
    "a day that never was": a_file(a_document(started_at="2026-02-30T07:30:00+01:00")),
    "time running back": a_file(a_document(active_seconds=-1)),
    "endless": a_file(a_document()).replace(b"580.25", b"1e999"),
    "no number": a_file(a_document()).replace(b"580.25", b"NaN"),
    "digits": a_file(a_document()).replace(b"580.25", b"9" * 100_000),
    "a flag for a number": a_file(a_document(effort=True)),
    "a number for a flag": a_file(a_document(felt_sharp=1)),
    "more than a whole set": a_file(a_document(set_counts_from=1.5)),
    "a flag for a share": a_file(a_document(set_counts_from=True)),
    "eleven of ten": a_file(a_document(effort=11)),
    "an unknown outcome": a_file(a_document(outcome="won")),
    "an unknown side": a_file(a_document(steps=[document_of(a_record())["steps"][0] | {"side": "up"}])),
    "the second one": a_file(a_document(), a_document(id="2", note=3)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_all_right_changes_nothing(
    name: str, new_store: Callable[..., SessionStore], tmp_path: Path
) -> None:
    file = tmp_path / "strange.json"
    file.write_bytes(REFUSED[name])
    store = new_store(a_record(9))
    with pytest.raises(UserError, match=r"strange\.json was not taken in, and nothing was changed: ") as told:
        import_sessions(store, file, NOW)
    assert "\n" not in str(told.value)
    assert len(str(told.value)) < 400
    assert tuple(store.oldest_first()) == (a_record(9),)


@pytest.mark.parametrize(
    "content, reason",
    [
        ("", "it is no file of sessions"),
        ("id,name\n1,2\n", "it is no file of sessions"),
        (",".join((*COLUMNS, "id")) + "\n", "it is no file of sessions"),
        (",".join(COLUMNS) + "\nx\n", "more or fewer cells"),
        (",".join(COLUMNS) + "\n" + "," * (len(COLUMNS) - 1) + "\n", "session 1: “id”"),
        (",".join(COLUMNS) + '\n"' + "x" * 300_000, "line 2 is damaged"),
        (",".join(COLUMNS) + '\n"a"b\n', "line 2 is damaged"),
    ],
)
def test_a_table_that_is_not_all_right_is_refused(
    content: str, reason: str, new_store: Callable[..., SessionStore], tmp_path: Path
) -> None:
    file = tmp_path / "strange.csv"
    file.write_text(content)
    with pytest.raises(UserError, match=reason):
        import_sessions(new_store(), file, NOW)


@KINDS
def test_mutated_files_are_taken_in_whole_or_not_at_all(
    kind: str, new_store: Callable[..., SessionStore], tmp_path: Path
) -> None:
    rng = random.Random(2026)
    file, strange = tmp_path / f"sound.{kind}", tmp_path / f"strange.{kind}"
    export_sessions(new_store(*SOME), file)
    sound = file.read_bytes()
    refused = 0
    store = new_store()
    for _ in range(100):
        mutated = bytearray(sound)
        for _ in range(rng.randint(1, 4)):
            place = rng.randrange(len(mutated))
            match rng.randrange(4):
                case 0:
                    mutated[place] = rng.randrange(256)
                case 1:
                    del mutated[place : place + rng.randint(1, 400)]
                case 2:
                    mutated[place:place] = rng.choice([b"[", b'"', b"1e9", b"\0", b"null", b",", b"-", b"\xff\xfe"])
                case _:
                    mutated[place:place] = mutated[place : place + rng.randint(1, 300)]
        strange.write_bytes(mutated)
        before = tuple(store.oldest_first())
        try:
            import_sessions(store, strange, NOW)
        except UserError:
            refused += 1
            assert tuple(store.oldest_first()) == before
    assert refused > 50


@pytest.mark.skipif(os.name != "posix", reason="no pipe to name")
@pytest.mark.parametrize("kind", ["folder", "pipe", "missing", "device"])
def test_what_is_no_file_is_refused_at_once(kind: str, new_store: Callable[..., SessionStore], tmp_path: Path) -> None:
    path = tmp_path / "strange.json"
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/zero")
    with pytest.raises(UserError, match="was not taken in, and nothing was changed"):
        import_sessions(new_store(), path, NOW)


def test_a_file_of_another_kind_is_told(new_store: Callable[..., SessionStore], tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ends in \.json or \.csv"):
        export_sessions(new_store(), tmp_path / "sessions.xlsx")


def test_a_huge_file_is_not_even_read(
    new_store: Callable[..., SessionStore], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "LARGEST_FILE", 2_000_000)
    (tmp_path / "huge.json").write_bytes(b" " * 2_000_001)
    with pytest.raises(UserError, match="it is larger than 2 MB"):
        import_sessions(new_store(), tmp_path / "huge.json", NOW)


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    new_store: Callable[..., SessionStore], tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="could not be written"):
        export_sessions(new_store(), tmp_path / "nowhere" / "sessions.json")
    assert not (tmp_path / "nowhere").exists()


def test_an_export_is_for_the_eyes_of_its_owner(new_store: Callable[..., SessionStore], tmp_path: Path) -> None:
    export_sessions(new_store(), tmp_path / "sessions.json")
    assert (tmp_path / "sessions.json").stat().st_mode & 0o077 == 0 or os.name != "posix"


def test_an_import_that_meets_the_unexpected_halfway_is_undone(store: SessionStore) -> None:
    def copies() -> Iterator[SessionRecord]:
        yield a_record(1)
        raise OSError("the disk went away")

    with pytest.raises(OSError, match="went away"):
        store.merge(copies())
    assert store.records() == ()


def test_a_session_keeps_its_time_zone_and_fractions(new_store: Callable[..., SessionStore], tmp_path: Path) -> None:
    moment = datetime(2026, 10, 25, 1, 30, 0, 123456, tzinfo=UTC)
    record = a_record(1, started_at=moment, ended_at=moment)
    for kind in ("json", "csv"):
        export_sessions(new_store(record), tmp_path / f"s.{kind}")
        store = new_store()
        import_sessions(store, tmp_path / f"s.{kind}", NOW)
        (found,) = store.oldest_first()
        assert (found.started_at.isoformat(), found) == (moment.isoformat(), record)
