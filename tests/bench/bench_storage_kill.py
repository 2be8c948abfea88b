"""Programs killed with SIGKILL while they save, import, restore and migrate: nothing is lost, nothing is half done.

``python tests/bench/bench_storage_kill.py [KILLS]`` (200 by default, a quarter of each kind) starts a program of its
own for every kill and ends it at a random moment of its work. Afterwards the history is opened as at any start: it must
be sound without having been put aside, hold every session that was said to be kept, and of an import or a restoring all
or nothing. Prints a table and ends with 1 when anything is wrong.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from hipback_desktop.clock import SystemClock
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.exchange import export_sessions, import_sessions
from hipback_desktop.storage.migrations import MIGRATIONS
from hipback_desktop.storage.session_store import SessionStore
from hipback_desktop.storage.whole_backup import back_up_all, restore_all
from tests.storage.builders import a_record, an_id

ROOT = Path(__file__).resolve().parents[2]
KILLS = 200
SEED = 14
FEW, MANY = 40, 1500
OLD_FORM = 1
HISTORY, FILE, BACKUP, SETTINGS = "hipback.sqlite3", "other.json", "other.zip", "settings.json"


def say(word: str) -> None:
    """One line in one write, so that it is there whole or not at all."""
    os.write(sys.stdout.fileno(), f"{word}\n".encode())


def save(folder: Path) -> None:
    database = open_database(folder / HISTORY)
    store = SessionStore(database)
    say("begin")
    for number in count(FEW):
        store.add(a_record(number))
        say(str(number))


def take_in(folder: Path) -> None:
    database = open_database(folder / HISTORY)
    say("begin")
    import_sessions(SessionStore(database), folder / FILE, SystemClock().now())
    say("done")


def restore(folder: Path) -> None:
    database = open_database(folder / HISTORY)
    say("begin")
    restore_all(database, folder / SETTINGS, folder / BACKUP)
    say("done")


def migrate(folder: Path) -> None:
    say("begin")
    open_database(folder / HISTORY).close()
    say("done")


WORK: dict[str, Callable[[Path], None]] = {"save": save, "import": take_in, "restore": restore, "migrate": migrate}


@dataclass(frozen=True)
class Kill:
    """What a program had said until it was killed."""

    said: tuple[str, ...]
    at_ms: float

    @property
    def was_done(self) -> bool:
        return "done" in self.said


def killed(kind: str, folder: Path, after: float | None) -> Kill:
    """Runs the work and kills it so many seconds after it began; None lets it come to its end."""
    command = [sys.executable, str(Path(__file__).resolve()), "work", kind, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        said = [program.stdout.readline().strip()]
        begun = time.monotonic()
        if after is not None:
            time.sleep(after)
            program.kill()
        said += [line.strip() for line in program.stdout]
        return Kill(tuple(said), (time.monotonic() - begun) * 1000)


def made(folder: Path, kind: str) -> None:
    """A history with a few sessions, of the form the kind of work begins with, and the files it takes from."""
    folder.mkdir()
    numbers = range(MANY if kind == "migrate" else FEW)
    fill(folder / HISTORY, numbers).close()
    if kind == "migrate":
        as_of_old(folder / HISTORY)
    elif kind != "save":
        other = fill(folder / "other" / HISTORY, range(MANY))
        export_sessions(SessionStore(other), folder / FILE)
        back_up_all(other, folder / "other" / SETTINGS, folder / BACKUP)
        other.close()


def fill(path: Path, numbers: range) -> Database:
    database = open_database(path)
    SessionStore(database).merge(a_record(number) for number in numbers)
    return database


def as_of_old(path: Path) -> None:
    """The same sessions in a database of the first form."""
    new = path.with_name("old.sqlite3")
    open_database(new, MIGRATIONS[:OLD_FORM]).close()
    with closing(sqlite3.connect(new, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS newer", (str(path),))
        for table in ("session", "session_step"):
            columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}")  # noqa: S608
    for file in (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))):
        file.unlink(missing_ok=True)
    new.rename(path)


def faults(kind: str, folder: Path, kill: Kill) -> list[str]:
    """What is wrong with the history after a kill."""
    database = open_database(folder / HISTORY)
    found = {record.id for record in SessionStore(database).records()}
    with database.reading() as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
    database.keep_backup()
    database.close()
    wrong = [*database.notices]
    if sound != "ok":
        wrong.append(f"it is not sound: {sound}")
    few, many = ({an_id(number) for number in range(n)} for n in (FEW, MANY))
    kept = {an_id(int(word)) for word in kill.said[1:] if word.isdigit()}
    allowed = {
        "save": [few | kept, few | kept | {an_id(FEW + len(kept))}],  # one may be kept and not yet said
        "import": [many] if kill.was_done else [few, many],
        "restore": [many] if kill.was_done else [few, many],
        "migrate": [many],
    }[kind]
    if found not in allowed:
        wrong.append(f"{len(found)} sessions are there")
    left = [
        file.name for file in folder.iterdir() if file.name.endswith((".new", ".new-journal")) or "damaged" in file.name
    ]
    return wrong + [f"{name} is left" for name in left]


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    chance = random.Random(SEED)
    failed = 0
    print(f"{'work':>8} {'kills':>6} {'takes':>9} {'in the middle':>14} {'failed':>7}")
    with tempfile.TemporaryDirectory(prefix="hipback-bench-") as root:
        for kind in WORK:
            template = Path(root) / f"{kind}-template"
            made(template, kind)
            shutil.copytree(template, folder := Path(root) / f"{kind}-once")
            takes = 1.0 if kind == "save" else killed(kind, folder, None).at_ms / 1000
            middle = wrong = 0
            for number in range(kills // len(WORK)):
                shutil.copytree(template, folder := Path(root) / f"{kind}-{number}")
                kill = killed(kind, folder, chance.uniform(0, takes))
                middle += not kill.was_done
                found = faults(kind, folder, kill)
                wrong += bool(found)
                for fault in found:
                    print(f"  {kind} {number}, killed after {kill.at_ms:.0f} ms: {fault}")
                shutil.rmtree(folder)
            failed += wrong
            print(f"{kind:>8} {kills // len(WORK):>6} {takes * 1000:>6.0f} ms {middle:>14} {wrong:>7}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["work"]:
        WORK[sys.argv[2]](Path(sys.argv[3]))
    else:
        sys.exit(main())
