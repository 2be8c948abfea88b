"""Real sessions killed at random moments: what the next start knows of them.

``python tests/bench/bench_kill.py [KILLS]`` (20 by default) plays sessions in real time, several side by side, kills
each with SIGKILL, starts the program again, looks at what it offers and takes the offer with Enter. A screen and
xdotool are needed. Ends with 1 when more than the last second was lost, the offer was not for the same step and side,
a database was damaged, or a session that was there before is missing.
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
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from hipback_desktop import paths
from hipback_desktop.app.home import resume_view
from hipback_desktop.catalogue.catalogue import load_catalogue
from hipback_desktop.core.settings import Settings
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_journal import SessionJournal
from hipback_desktop.storage.settings_file import SettingsFile
from tests.bench.real_program import RealProgram, a_program, answer_of, missing_screen, picture, until

ROUTINE = "desk_reset_2"
SEED = 20
SIDE_BY_SIDE = 5
EARLIEST, LATEST = 2.0, 112.0
SPEED = "100"
MOST_LOST_SECONDS = 1.0
"""A second, and what writing it down takes."""
SILENT = {"PULSE_SERVER": "unix:/nowhere"}


@dataclass
class Kill:
    """One kill: where the session was, what was kept of it, what is wrong."""

    moment: float
    data_dir: Path
    status: dict[str, Any] = field(default_factory=dict)
    position: float = 0.0
    lost: float = float("nan")
    place: str = "-"
    went_on: str = "-"
    history: int = 0
    faults: list[str] = field(default_factory=list)


def new_data_dir(folder: Path, number: int) -> Path:
    """A person who knows the program and has finished one session."""
    data_dir = folder / f"person{number}"
    data_dir.mkdir()
    seen_at = datetime.now().astimezone().isoformat()
    SettingsFile(paths.folders(data_dir).settings).write(Settings(safety_seen_at=seen_at))
    with a_program(data_dir, "start", ROUTINE, "--speed", SPEED, "--mute", environment=SILENT):
        until(lambda: answer_of(data_dir, "history"), 60, "a session is finished", every=0.5)
    return data_dir


def play_and_kill(kill: Kill) -> None:
    """Plays until the moment and pulls the plug."""
    program = RealProgram(kill.data_dir, "start", ROUTINE, environment=SILENT)
    try:
        program.wait_for_state("running")
        while True:
            kill.status = program.status()
            asked_at = time.monotonic()
            wait = kill.moment - float(kill.status["position_seconds"])
            if wait <= 0.05:
                break
            time.sleep(min(wait, 1.0))
    finally:
        program.kill()
    kill.position = float(kill.status["position_seconds"]) + time.monotonic() - asked_at


def examine(kill: Kill, before: Sequence[str], pictures: Path | None) -> None:
    """Starts the program again, as a person would, and goes on with Enter."""
    with a_program(kill.data_dir, environment=SILENT) as program:
        program.wait_for_state("idle")
        _look_at_storage(kill)
        time.sleep(1.0)
        if pictures:
            picture(pictures / f"kill_at_{kill.moment:.0f}.png")
        _press_enter(program)
        try:
            program.wait_for_state("running", 10)
        except TimeoutError:
            kill.faults.append("it did not go on")
        else:
            status = program.status()
            kill.went_on = f"{status['position_seconds']:.1f} s {status['kind']}"
            if _place(status) != _place(kill.status):
                kill.faults.append(f"it went on with {_place(status)}")
        kill.faults += program.complaints()
    ids = [record["id"] for record in answer_of(kill.data_dir, "history")]
    kill.history = len(ids)
    if not set(before) <= set(ids):
        kill.faults.append("a finished session is missing")


def _look_at_storage(kill: Kill) -> None:
    file = paths.folders(kill.data_dir).database
    database = open_database(file)
    try:
        content = load_catalogue(paths.asset)
        opened = SessionJournal(database).open_session()
        place = resume_view(opened, content.exercises).place if opened is not None else "-"
    finally:
        database.close()
    if opened is None:
        kill.faults.append("nothing is offered")
        return
    kill.lost = kill.position - opened.position_seconds
    kill.place = place
    if not -MOST_LOST_SECONDS <= kill.lost <= MOST_LOST_SECONDS:
        kill.faults.append("more than the last second was lost")
    if place.lower() != _place(kill.status):
        kill.faults.append(f"it was at {_place(kill.status)}")
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as connection:
        (answer,) = connection.execute("PRAGMA integrity_check").fetchone()
    if answer != "ok" or list(file.parent.glob("*damaged*")):
        kill.faults.append(f"the database is damaged: {answer}")


def _place(status: dict[str, Any]) -> str:
    """“standing hip-flexor stretch, right side”."""
    side = f", {status['side']} side" if status["side"] else ""
    return f"{status['exercise_name']}{side}".lower()


def _press_enter(program: RealProgram) -> None:
    search = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(program.pid), "--name", "Hipback"]
    subprocess.run([*search, "windowactivate", "--sync", "key", "Return"], check=False, timeout=30)


def print_kill(kill: Kill) -> None:
    print(
        f"{kill.position:8.2f} s {kill.lost:7.2f} s  {kill.place:48} {kill.went_on:20} {kill.history:8}",
        *(f"\n  FAILED: {fault}" for fault in kill.faults),
        flush=True,
    )


def main() -> int:
    reason = missing_screen() or (None if shutil.which("xdotool") else "xdotool is not installed")
    if reason:
        print(reason, file=sys.stderr)
        return 1
    pictures = Path(os.environ["BENCH_PICTURES"]) if "BENCH_PICTURES" in os.environ else None
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    chance = random.Random(SEED)
    moments = sorted(chance.uniform(EARLIEST, LATEST) for _ in range(count))
    kills: list[Kill] = []
    print(f"{'killed at':>10} {'lost':>9}  {'offered':48} {'went on at':20} {'sessions':>8}")
    with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
        persons = [new_data_dir(Path(folder), number) for number in range(SIDE_BY_SIDE)]
        for first in range(0, count, SIDE_BY_SIDE):
            batch = [Kill(*pair) for pair in zip(moments[first : first + SIDE_BY_SIDE], persons, strict=False)]
            before = [[record["id"] for record in answer_of(kill.data_dir, "history")] for kill in batch]
            with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
                list(pool.map(play_and_kill, batch))
            for kill, ids in zip(batch, before, strict=True):
                examine(kill, ids, pictures)
                print_kill(kill)
            kills += batch
    lost = [kill.lost for kill in kills]
    print(f"{len(kills)} kills, at most {max(lost):.2f} s lost, {sum(bool(kill.faults) for kill in kills)} with faults")
    return 1 if any(kill.faults for kill in kills) else 0


if __name__ == "__main__":
    sys.exit(main())
