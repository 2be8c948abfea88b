"""A table opens in a spreadsheet as what it is: moments, numbers, letters of every language, and no formula."""

from __future__ import annotations

import codecs
import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest

from hipback_desktop.core.record import ComfortLog
from hipback_desktop.storage.exchange import export_sessions, import_sessions
from hipback_desktop.storage.session_csv import csv_lines, records_in_csv
from hipback_desktop.storage.session_store import Merge, SessionStore
from tests.storage.builders import STARTED, a_record

LOG = ComfortLog(discomfort=3, felt_sharp=False, note="=1+1\n“Ü”, '")


def test_a_spreadsheet_gets_local_moments_numbers_and_no_formula(store: SessionStore, tmp_path: Path) -> None:
    file = tmp_path / "sessions.csv"
    store.add(a_record(1, log=LOG))
    export_sessions(store, file)
    assert file.read_bytes().startswith(codecs.BOM_UTF8)
    with file.open(newline="", encoding="utf-8-sig") as stream:
        row = next(csv.DictReader(stream))
    assert (row["started_at"], row["started_at_offset_seconds"]) == ("2026-03-02T07:30:00", "20700")
    assert (row["active_seconds"], row["discomfort"], row["effort"]) == ("580.25", "3", "")
    assert row["note"].startswith("'=1")


@pytest.mark.parametrize("note", ["=1", "+1", "-1", "@SUM(A1)", "\uff1d1", "\t=1", "\r=1", "\n=1", "'", "''=1"])
def test_what_a_spreadsheet_would_calculate_is_text_and_comes_back(store: SessionStore, note: str) -> None:
    record = a_record(log=ComfortLog(note=note), name=note)
    table = "".join(csv_lines([record])).removeprefix("\ufeff")
    (row, *_others) = csv.DictReader(io.StringIO(table, newline=""))
    assert (row["note"], row["name"]) == (f"'{note}", f"'{note}")
    assert list(records_in_csv(io.StringIO(table, newline=""))) == [record]


def test_a_table_without_the_mark_is_taken_in(store: SessionStore, tmp_path: Path) -> None:
    """An older Hipback wrote none."""
    (tmp_path / "old.csv").write_bytes("".join(csv_lines([a_record()])).removeprefix("\ufeff").encode())
    assert import_sessions(store, tmp_path / "old.csv", STARTED + timedelta(days=400)) == Merge(1, 0, 0)
    assert store.records() == (a_record(),)
