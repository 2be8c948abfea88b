"""A disk that is full, and one that cannot be written: one sentence, and nothing that was kept is lost."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.record import ComfortLog
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from tests.cli.terminal import Terminal
from tests.storage.builders import a_record

NOTE = ComfortLog(note="x" * 2000)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte; only an administrator can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be made here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def keep(folder: Path, count: int) -> None:
    database = open_database(folder / "hipback.sqlite3")
    for number in range(count):
        SessionStore(database).add(a_record(number))
    database.close()


def test_on_a_full_disk_everything_kept_before_is_there_and_goes_on_with_room(disk: Path, terminal: Terminal) -> None:
    keep(disk, 3)
    (disk / "holiday.jpg").write_bytes(b"\0" * 500_000)
    database = open_database(disk / "hipback.sqlite3")
    kept = 3
    with pytest.raises(UserError, match="is full; free some space"):
        for number in itertools.count(3):
            SessionStore(database).add(a_record(number, log=NOTE))
            kept += 1
    assert len(SessionStore(database).records()) == kept
    with pytest.raises(UserError, match="is full; free some space"):
        database.keep_backup()
    database.close()
    sentence = terminal.is_told("--data-dir", disk, "export", disk / "mine.json")
    assert "could not be written (No space left on device)" in sentence
    (disk / "holiday.jpg").unlink()
    assert len(terminal.reads("--data-dir", disk, "history", "--json")) == kept
    keep(disk, kept + 1)
    assert len(terminal.reads("--data-dir", disk, "history", "--json")) == kept + 1
    assert not list(disk.glob("*.new"))


def test_a_disk_that_cannot_be_written_can_be_read(disk: Path, terminal: Terminal, tmp_path: Path) -> None:
    keep(disk, 2)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    assert len(terminal.reads("--data-dir", disk, "history", "--json")) == 2
    assert terminal.reads("--data-dir", disk, "stats", "--json")["weeks"]
    assert terminal.type("--data-dir", disk, "export", tmp_path / "mine.json").code == 0
    assert terminal.type("--data-dir", disk, "backup", tmp_path / "mine.zip").code == 0
    for folder in (disk, disk / "new"):
        answer = terminal.type("--data-dir", folder, "doctor")
        line = next(line for line in answer.out.splitlines() if " data " in line)
        assert (answer.code, line.split()[:2]) == (1, ["FAILS", "data"])
        assert "allow writing to it" in line
    for words in (("import", tmp_path / "mine.json"), ("restore", tmp_path / "mine.zip")):
        assert re.search(r"allow (access|writing) to it", terminal.is_told("--data-dir", disk, *words))


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="an administrator may write everywhere")
def test_neither_the_folder_nor_the_file_need_be_writable(tmp_path: Path, terminal: Terminal) -> None:
    folder = tmp_path / "locked"
    keep(folder, 2)
    with contextlib.ExitStack() as stack:
        stack.callback(folder.chmod, 0o700)
        folder.chmod(0o500)
        assert len(terminal.reads("--data-dir", folder, "history", "--json")) == 2
