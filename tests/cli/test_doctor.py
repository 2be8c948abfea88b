"""``hipback doctor``: what works here, with the real voice and whatever sound there is."""

from __future__ import annotations

from pathlib import Path

from tests.cli.shapes import FINDINGS, misfits
from tests.cli.terminal import Terminal


def test_every_finding_has_a_sentence_and_the_code_says_whether_all_works(terminal: Terminal) -> None:
    answer = terminal.type("doctor", "--json")
    assert misfits(answer.document, FINDINGS) == []
    checks = answer.document["checks"]
    assert {check["name"] for check in checks} >= {"voice", "sound", "data", "content", "window"}
    assert all(check["sentence"] for check in checks)
    assert answer.document["works"] == all(check["ok"] for check in checks)
    assert answer.code == (0 if answer.document["works"] else 1)


def test_damaged_data_is_found(terminal: Terminal, data_dir: Path) -> None:
    (data_dir / "hipback.sqlite3").mkdir(parents=True)
    answer = terminal.type("doctor")
    assert answer.code == 1
    line = next(line for line in answer.out.splitlines() if " data " in line)
    assert line.startswith("FAILS  data ")
    assert "--data-dir" in line
