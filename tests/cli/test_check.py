"""``hipback check``: every problem with file, place and reason; nothing said against a good file."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipback_desktop.paths import asset
from tests.cli.terminal import Terminal
from tests.cli.test_content import own_routine


def test_every_shipped_file_is_good(terminal: Terminal) -> None:
    files = sorted([*asset("routines").glob("*.json"), *asset("exercises").glob("*.json")])
    answer = terminal.type("check", *files)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [f"{file}: good" for file in files]


def test_a_problem_is_told_with_file_place_and_reason(terminal: Terminal, tmp_path: Path) -> None:
    steps = [{"exercise": "hip_flexor_standin", "sets": 0, "seconds": 40}]
    file = own_routine(tmp_path / "mine.hipback.json", blocks=[{"phase": "stretch", "steps": steps}])
    answer = terminal.type("check", file)
    assert (answer.code, answer.out) == (1, "")
    problems = answer.err.splitlines()
    assert len(problems) == 2
    assert all(problem.startswith(f"{file}: blocks[0].steps[0].") for problem in problems)
    assert any('did you mean "hip_flexor_standing"?' in problem for problem in problems)


def test_every_file_is_checked_even_after_a_bad_one(terminal: Terminal, tmp_path: Path) -> None:
    good, bad = own_routine(tmp_path / "good.hipback.json"), tmp_path / "bad.json"
    bad.write_bytes(b"\xff\xfe not JSON")
    answer = terminal.type("check", bad, good, tmp_path / "missing.json", tmp_path)
    assert answer.code == 1
    assert answer.out == f"{good}: good\n"
    assert [line.partition(": ")[0] for line in answer.err.splitlines()] == [
        str(bad),
        str(tmp_path / "missing.json"),
        str(tmp_path),
    ]


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"null", b"\0" * 100, b"[" * 100_000, b'{"format": 3}'])
def test_no_content_is_too_strange_to_be_told_about(terminal: Terminal, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "strange.json"
    file.write_bytes(content)
    answer = terminal.type("check", file)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"{file}: ")
    assert "Traceback" not in answer.err


def test_a_name_that_cannot_be_printed_is_spelled_out(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "line\nbreak.json"
    file.write_text("{}")
    answer = terminal.type("check", file)
    assert answer.err.splitlines()[0].startswith(str(tmp_path / "line\\nbreak.json"))


def test_a_good_file_with_a_name_that_cannot_be_printed_keeps_to_one_line(terminal: Terminal, tmp_path: Path) -> None:
    file = own_routine(tmp_path / "line\nbreak.hipback.json")
    assert len(terminal.type("check", file).out.splitlines()) == 1


def test_check_wants_a_file(terminal: Terminal) -> None:
    assert "FILE" in terminal.is_shown_usage("check")
