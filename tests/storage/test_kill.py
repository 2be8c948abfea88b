"""A program killed at any moment loses no finished session and at most its last write."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_journal import SessionJournal
from hipback_desktop.storage.session_store import SessionStore
from tests.storage.builders import a_record, an_id

ROOT = Path(__file__).parents[2]
KILLS = 30


@dataclass(slots=True)
class Said:
    """What a killed program had said to be written."""

    finished: int = 0
    open_number: int | None = None
    seconds: int = 0
    steps: int = 0
    notices: int = 0

    def hear(self, line: str) -> None:
        word, _, rest = line.strip().partition(" ")
        if word == "begun":
            self.open_number, self.seconds, self.steps = int(rest), 0, 0
        elif word == "progress":
            self.seconds = int(rest)
        elif word == "step":
            self.steps += 1
        elif word == "finished":
            self.finished, self.open_number = self.finished + 1, None
        elif word == "notice":
            self.notices += 1


def killed_after(path: Path, lines: int) -> Said:
    """Runs the writer until it has said so much, kills it, and listens to the end."""
    said = Said()
    command = [sys.executable, "-m", "tests.storage.writer", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        for _ in range(lines):
            said.hear(program.stdout.readline())
        program.kill()
        for line in program.stdout:
            said.hear(line)
    return said


def test_thirty_kills(path: Path) -> None:
    rng = random.Random(2026)
    finished = 0
    for _ in range(KILLS):
        said = killed_after(path, rng.choice((1, 2, rng.randrange(3, 80), rng.randrange(80, 700))))
        database = open_database(path)
        assert database.notices == ()
        assert said.notices == 0
        records = SessionStore(database).records()
        found = SessionJournal(database).open_session()
        database.close()

        finished += said.finished
        assert len(records) in (finished, finished + 1)  # one may have been written and not yet said
        assert records == tuple(a_record(number) for number in reversed(range(len(records))))
        finished_unsaid = len(records) == finished + 1
        finished = len(records)
        if said.open_number is not None and not finished_unsaid:
            assert found is not None
            assert found.id in (an_id(said.open_number), an_id(said.open_number + 1))
            assert said.steps <= len(found.steps) <= said.steps + 1
            assert said.seconds <= found.position_seconds <= said.seconds + 1
