"""The history page over many sessions: how long until it is painted, a page further, and each kind of search.

``python tests/bench/bench_history.py [SESSIONS...]`` (1,000, 10,000 and 100,000 by default) makes a history of ten
years, shows the page without a screen, and prints milliseconds of the processor, the middle of several runs, and MB.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication

from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.history_filter import HistoryFilter, Period
from hipback_desktop.core.record import ComfortLog, Outcome, SessionRecord
from hipback_desktop.paths import asset
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.history_store import HistoryStore
from hipback_desktop.storage.rows import insert_session
from hipback_desktop.ui.history_list import HistoryList
from hipback_desktop.ui.history_page import HistoryPage
from hipback_desktop.ui.look import apply_look
from hipback_desktop.ui.style_name import STYLE
from hipback_desktop.ui.theme import LIGHT
from tests.builders import a_record, a_step_record

RUNS = 7
YEARS = timedelta(days=3650)
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
NAMES = ("Quick release", "Full session", "Evening wind-down", "Desk reset", "Roller session")
EXERCISES = ("Knee hug", "Glute bridge", "Bird dog", "Butterfly", "Side plank", "Pigeon", "Couch stretch")
SEARCHES = {
    "page": HistoryFilter(),
    "name": HistoryFilter(text="evening"),
    "exercise": HistoryFilter(text="pigeon"),
    "rare note": HistoryFilter(text="mountain"),
    "nothing": HistoryFilter(text="qi gong"),
    "stopped, 90 days": HistoryFilter(period=Period.QUARTER, outcomes=(Outcome.STOPPED,)),
    "phase": HistoryFilter(phases=(Phase.STRENGTHEN,)),
}


def sessions(count: int) -> Iterator[SessionRecord]:
    """Spread over ten years, fourteen steps each."""
    chance = random.Random(count)
    for number in range(count):
        steps = [
            a_step_record(exercise_id=name, exercise_name=name, side=side, phase=chance.choice(list(Phase)))
            for name in EXERCISES
            for side in Side
        ]
        note = "On the mountain." if number == count // 2 else chance.choice(("", "Fine.", "Left hip looser."))
        yield a_record(
            steps,
            id=f"session-{number}",
            name=chance.choice(NAMES),
            started_at=NOW - YEARS * number / count,
            outcome=chance.choice(list(Outcome)),
            log=ComfortLog(note=note),
        )


def milliseconds(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return (time.process_time() - begun) * 1000


def memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(database: Database, count: int) -> None:
    """One line for the page, one for each search."""
    store = HistoryStore(database)
    pages: list[HistoryPage] = []

    def show() -> None:
        page = HistoryPage(partial(_found, store), NOW.date, LIGHT, asset)
        page.resize(1280, 750)
        page.show()
        QApplication.processEvents()
        page.grab()
        pages.append(page)

    before = memory_mb()
    first = milliseconds(show)
    again = median(milliseconds(show) for _ in range(RUNS))
    view: HistoryList = pages[0].findChildren(HistoryList)[0]
    further = median(milliseconds(lambda: view.sessions.fetchMore(view.rootIndex())) for _ in range(RUNS))
    print(f"{count:>9,} sessions: first page {first:.0f} ms, again {again:.0f} ms, 60 more {further:.1f} ms, ", end="")
    print(f"{memory_mb() - before:.0f} MB more")
    for name, wanted in SEARCHES.items():
        took = median(milliseconds(partial(store.page, wanted, NOW.date(), 60)) for _ in range(RUNS))
        print(f"{'':>20} {name}: {took:.1f} ms")


def _found(
    store: HistoryStore, wanted: HistoryFilter, count: int, before: SessionRecord | None
) -> tuple[SessionRecord, ...]:
    return store.page(wanted, NOW.date(), count, before)


def main() -> int:
    counts = [int(word) for word in sys.argv[1:]] or [1_000, 10_000, 100_000]
    QApplication.setStyle(STYLE)
    application = QApplication([])
    apply_look(application, LIGHT)
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
            database = open_database(Path(folder) / "hipback.sqlite3")
            with database.writing() as connection:
                for record in sessions(count):
                    insert_session(connection, record)
            measure(database, count)
            database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
