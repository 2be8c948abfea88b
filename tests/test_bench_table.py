"""The table of figures: what was promised is held against every run, and what was not measured says why."""

from __future__ import annotations

import json

import pytest

from tests.bench.table import Line, as_documents, as_markdown, as_text, cells, measured, merged, of_document

START = measured("start", "ms", 400, 300, beside="a bare window", most_ratio=1.5)
WAKES = measured("wake-ups", "", 4, 2, most=6)
PEER = Line("Workrave", why_not="workrave is not installed")


@pytest.mark.parametrize(
    "line, kept",
    [
        (START, True),
        (measured("start", "ms", 451, 300, most_ratio=1.5), False),
        (WAKES, True),
        (measured("wake-ups", "", 6.1, 2, most=6), False),
        (measured("both", "ms", 5, 1, most=6, most_ratio=4), False),
        (measured("no baseline", "ms", 5, most_ratio=4), False),  # what cannot be held against anything is not kept
        (measured("told only", "ms", 5, 1), None),
        (PEER, None),
    ],
)
def test_a_promise_is_kept_or_not(line: Line, kept: bool | None) -> None:
    assert line.is_kept is kept


def test_a_line_is_told_with_its_units_and_its_ratio() -> None:
    assert cells(START) == ("start", "≤ 1.5 × baseline", "400 ms", "300 ms, a bare window", "1.3 ×", "yes")
    late = measured("end", "ms", 0.04, 17_504.2, most=20)
    assert cells(late)[1:] == ("≤ 20 ms", "0.04 ms", "17,504 ms", "< 0.01 ×", "yes")
    assert cells(PEER) == ("Workrave", "–", "not measured: workrave is not installed", "", "", "")


def test_several_runs_are_one_line_with_both_ends_and_the_worst_counts() -> None:
    slow = measured("start", "ms", 460, 300, beside="a bare window", most_ratio=1.5)
    start, wakes, peer = merged([[START, WAKES, PEER], [slow, WAKES, PEER]])
    assert cells(start)[2:] == ("400 – 460 ms", "300 ms, a bare window", "1.4 ×", "NO")
    assert cells(wakes)[2] == "4"
    assert peer == PEER


def test_a_line_that_was_measured_in_one_run_only_counts() -> None:
    assert merged([[Line("start", why_not="it failed")], [START]]) == [START]
    assert merged([[START], [Line("start", why_not="it failed")]]) == [START]


def test_the_table_is_one_row_a_line() -> None:
    rows = as_markdown([START, PEER]).splitlines()
    assert len(rows) == 4
    assert {row.count("|") for row in rows} == {7}
    assert as_text([START, PEER]).endswith("\nWorkrave  –                 not measured: workrave is not installed")


def test_lines_pass_from_process_to_process() -> None:
    assert [of_document(document) for document in json.loads(json.dumps(as_documents([START, PEER])))] == [START, PEER]
