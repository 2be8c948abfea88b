"""A program that writes sessions until it is killed, and says of each thing when it is written."""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from itertools import count
from pathlib import Path

from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_journal import SessionJournal
from hipback_desktop.storage.session_store import SessionStore
from tests.storage.builders import STARTED, a_record, a_step, an_open_session


def say(*words: object) -> None:
    """One line in one write, so that it is there whole or not at all."""
    os.write(sys.stdout.fileno(), (" ".join(str(word) for word in words) + "\n").encode())


def write_session(journal: SessionJournal, number: int) -> None:
    journal.begin(an_open_session(number))
    say("begun", number)
    for second in range(1, 75):
        if second % 15 == 0:
            journal.add_step(a_step(set_number=second))
            say("step", second)
        journal.progress(second, second, 0, STARTED + timedelta(seconds=second))
        say("progress", second)
    journal.finish(a_record(number))
    say("finished", number)


def main(path: Path) -> None:
    say("opening")
    database = open_database(path)
    for notice in database.notices:
        say("notice", notice)
    journal = SessionJournal(database)
    for number in count(len(SessionStore(database).records())):
        write_session(journal, number)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
