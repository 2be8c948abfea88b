"""Whatever a file holds, it is refused with problems or played as it says: nothing else ever happens."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from hipback_desktop.catalogue.catalogue import check_file, load_routine
from hipback_desktop.catalogue.problem import ContentError
from hipback_desktop.core.routine import Routine
from tests.catalogue import damage
from tests.catalogue.documents import a_routine, an_exercise, written

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def outcome(path: Path) -> Routine | None:
    """The routine, or None when it is refused; both ways of asking must agree."""
    problems = check_file(path, {})
    for problem in problems:
        str(problem).encode("utf-8")
        assert str(problem).isprintable()
    if not problems:
        return load_routine(path, {})
    with pytest.raises(ContentError) as caught:
        load_routine(path, {})
    assert caught.value.problems
    return None


@pytest.mark.parametrize("seed", range(4))
def test_damaged_routines_are_refused_or_played(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "routine.json"
    refused = 0
    for raw in damage.damaged_files(a_routine(), 250, seed):
        path.write_bytes(raw)
        routine = outcome(path)
        refused += routine is None
        if routine is not None:
            assert json.loads(raw.decode("utf-8-sig"))["id"] == routine.id
    assert refused > 150


def test_damaged_exercises_are_refused_or_right(tmp_path: Path) -> None:
    path = tmp_path / "knee_hug.json"
    found = 0
    for raw in damage.damaged_files(an_exercise(), 250, 4):
        path.write_bytes(raw)
        found += bool(check_file(path, {}))
    assert found > 150


@pytest.mark.parametrize("way", [damage.truncated, damage.repeated_key, damage.deeply_nested])
def test_damage_that_no_file_survives(tmp_path: Path, way: object) -> None:
    import random

    assert callable(way)
    path = tmp_path / "routine.json"
    for seed in range(50):
        path.write_bytes(way(a_routine(), random.Random(seed)))
        assert outcome(path) is None


@pytest.mark.parametrize(
    ("raw", "place", "reason"),
    [
        (b"", "", "is empty"),
        (b" \n\t", "", "is empty"),
        (b'{"format": ', "line 1, column 12", "is not JSON: Expecting value"),
        (b'{"format": "x"} {}', "line 1, column 17", "is not JSON: Extra data"),
        (b'{"na\xffme": 1}', "byte 4", "is not UTF-8 text; save the file as UTF-8"),
        ('{"format": "hipback-routine"}'.encode("utf-16"), "byte 0", "is not UTF-8 text; save the file as UTF-8"),
        (b"[" * 100_000, "", "is nested more than 12 levels deep"),
        (b'{"a":' * 50_000, "", "is nested more than 12 levels deep"),
        (b"[]" * 10, "line 1, column 3", "is not JSON: Extra data"),
        (b"[1]", "", "must be an object, not a list"),
        (b"null", "", "must be an object, not null"),
        (b"NaN", "", "is NaN, which is not a number"),
        (b'"text"', "", "must be an object, not text"),
        (b" " * 256_001, "", "is larger than 256 kB"),
        (b'{"format": "hipback-routine", "version": -Infinity}', "version", "is -Infinity, which is not a number"),
        (b'{"format": "hipback-routine", "version": 1e999}', "version", "is a number beyond all limits"),
        (b'{"format": "hipback-routine", "id": 1' + b"0" * 5000 + b"}", "id", "is a number with too many digits"),
        (b'{"format": "hipback-routine", "id": "a", "id": "b"}', "", 'has the key "id" more than once'),
        (
            b'{"format": "hipback-routine", "blocks": [{"steps": [{"sets": 1, "sets": 2}]}]}',
            "blocks[0].steps[0]",
            'has the key "sets" more than once',
        ),
    ],
)  # fmt: skip
def test_bytes_that_are_no_content(tmp_path: Path, raw: bytes, place: str, reason: str) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(raw)
    assert (place, reason) in [(problem.place, problem.reason) for problem in check_file(path, {})]
    assert outcome(path) is None


def test_brackets_in_text_are_not_nesting(tmp_path: Path) -> None:
    path = written(tmp_path, a_routine(summary="[" * 40 + '"{\\' * 20))
    assert outcome(path) is not None


def test_a_byte_order_mark_is_tolerated(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(a_routine()).encode())
    assert outcome(path) is not None


def reason_for(path: Path) -> str:
    (problem,) = check_file(path, {})
    assert outcome(path) is None
    return problem.reason


def test_paths_that_hold_no_file(tmp_path: Path) -> None:
    assert reason_for(tmp_path / "none.json") == "does not exist"
    assert reason_for(tmp_path / ".." / ".." / "none" / "passwd") == "does not exist"
    assert reason_for(tmp_path / "a\0b") == "has a name that no file can have"
    assert reason_for(tmp_path) == "is not a regular file"
    assert reason_for(tmp_path / ("x" * 5000)).startswith("cannot be read: ")


@on_posix
def test_special_files_are_never_waited_for(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo.json"
    os.mkfifo(fifo)
    assert reason_for(fifo) == "is not a regular file"
    assert reason_for(Path("/dev/zero")) == "is not a regular file"


@on_posix
def test_links_are_followed_but_not_in_circles(tmp_path: Path) -> None:
    loop = tmp_path / "loop.json"
    loop.symlink_to(loop)
    assert reason_for(loop).startswith("cannot be read: ")
    link = tmp_path / "link.json"
    link.symlink_to(written(tmp_path, a_routine()))
    assert outcome(link) is not None


@on_posix
def test_a_file_that_becomes_a_fifo_while_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fifo, plain = tmp_path / "fifo.json", written(tmp_path, a_routine())
    os.mkfifo(fifo)
    plain_stat = plain.stat()
    monkeypatch.setattr(Path, "stat", lambda self, **_: plain_stat)
    assert reason_for(fifo) == "is not a regular file"


@on_posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file(tmp_path: Path) -> None:
    path = written(tmp_path, a_routine())
    path.chmod(0)
    assert reason_for(path) == "cannot be read: Permission denied"


def test_a_file_name_cannot_pretend_to_be_another_line(tmp_path: Path) -> None:
    (problem,) = check_file(tmp_path / "a\nb.json: fine", {})
    assert "\n" not in str(problem)
