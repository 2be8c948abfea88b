"""Lines of the table: how quickly pages answer: the library, the history, progress; and what a file takes to check."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget

from hipback_desktop.catalogue.catalogue import load_catalogue
from hipback_desktop.core.history_filter import HistoryFilter
from hipback_desktop.paths import asset
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.storage.history_store import HistoryStore
from hipback_desktop.storage.rows import insert_session
from hipback_desktop.ui.progress_page import WEEKS
from hipback_desktop.ui.style_name import STYLE
from tests.bench import bench_catalogue, bench_library, bench_review, bench_sitting
from tests.bench.history_maker import fill
from tests.bench.table import Line, measured
from tests.builders import NOON, a_record

FILE_MS = 100
PAGE_SESSIONS = 60
ROUNDS = 9
PLAIN_LIST = "a plain list that hides rows"
PLAIN_SQL = "the bare rows"


def an_application() -> QApplication:
    QApplication.setStyle(STYLE)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    return application


def library(*, quick: bool) -> list[Line]:
    """Milliseconds of this process, as others may have the computer."""
    application = an_application()
    plain = plain_list([exercise.name for exercise in load_catalogue(asset).exercises.values()])
    found = bench_library.opened_library()
    opening, keystroke = found.opening[1], median(own for _wall, own in found.keystrokes)
    del application
    return [
        measured("library, click to the page", "ms", opening, plain[0], beside=PLAIN_LIST, most=bench_library.OPEN_MS),
        measured(
            "library, a keystroke to its result",
            "ms",
            keystroke,
            plain[1],
            beside=PLAIN_LIST,
            most=bench_library.KEYSTROKE_MS,
        ),
    ]


def plain_list(names: list[str]) -> tuple[float, float]:
    """To open, and for a keystroke (the median): a field above the names."""
    page, field, shown = QWidget(), QLineEdit(), QListWidget()
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addWidget(shown)
    shown.addItems(names)

    def narrow(text: str) -> None:
        for row, name in enumerate(names):
            shown.setRowHidden(row, text.lower() not in name.lower())

    field.textChanged.connect(narrow)
    page.resize(1280, 800)
    opening = bench_library.measured(page.show)[1]
    times = [bench_library.measured(partial(QTest.keyClicks, field, letter))[1] for letter in "lower back"]
    times += [bench_library.measured(partial(QTest.keyClick, field, Qt.Key.Key_Backspace))[1] for _ in "lower back"]
    page.close()
    page.deleteLater()
    QCoreApplication.processEvents()
    return opening, median(times)


def progress(*, quick: bool) -> list[Line]:
    """The progress page over ten years of sessions, and any span of weeks."""
    count = 10_000 if quick else 100_000
    application, content = an_application(), load_catalogue(asset)
    with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
        database = open_database(Path(folder) / "hipback.sqlite3")
        fill(database, content, count, NOON)
        shown = bench_review.shown_page(database, content)
        past = bench_review.looked_back(database, content)
        spans = {weeks: bench_review.range_times(past, weeks) for weeks in WEEKS}
        lines = history(database, count)
        every = plain_sums(Path(folder) / "hipback.sqlite3")
        database.close()
    slowest = max(median(own for _wall, own in times) for times in spans.values())
    del application
    sessions = f"{count:,} sessions"
    return [
        measured(
            f"progress, click to the charts, {sessions}",
            "ms",
            shown.first[1],
            shown.bare[1],
            beside="a page of one line",
            most=bench_review.PAINT_MS,
        ),
        measured(
            f"progress, the slowest span of weeks, {sessions}",
            "ms",
            slowest,
            every,
            beside="one look at every session",
            most=bench_review.RANGE_MS,
        ),
        measured(f"progress, memory it adds, {sessions}", "MB", shown.memory_mb, most=bench_review.MEMORY_MB),
        *lines,
    ]


def plain_sums(file: Path) -> float:
    """Milliseconds in which sqlite alone adds up the seconds of each day of all the years."""
    connection = sqlite3.connect(file)
    question = "SELECT local_day, sum(active_seconds) FROM session GROUP BY local_day"
    times = [bench_review.measured(lambda: connection.execute(question).fetchall())[1] for _ in range(ROUNDS)]
    connection.close()
    return median(times)


def history(database: Database, count: int) -> list[Line]:
    """A page of the history, a search in it, and keeping a session."""
    store = HistoryStore(database)
    page = middle(partial(store.page, HistoryFilter(), NOON.date(), PAGE_SESSIONS))
    search = middle(partial(store.page, HistoryFilter(text="qi gong"), NOON.date(), PAGE_SESSIONS))
    sessions = f"{count:,} sessions"
    return [
        measured(f"history, a page of {PAGE_SESSIONS}, {sessions}", "ms", page),
        measured(f"history, a search that finds nothing, {sessions}", "ms", search),
        measured("database, a session kept safely", "ms", kept(database), kept_plainly(), beside="one row, one file"),
    ]


def kept(database: Database) -> float:
    """Milliseconds on the wall until it is on the disk."""
    times = []
    for number in range(ROUNDS):
        record = a_record(id=f"bench-{number}")
        begun = time.perf_counter()
        with database.writing() as connection:
            insert_session(connection, record)
        times.append((time.perf_counter() - begun) * 1000)
    return median(times)


def kept_plainly() -> float:
    """The same of one row in a database as it comes, which is safe as well."""
    times = []
    with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
        connection = sqlite3.connect(Path(folder) / "plain.sqlite3")
        connection.execute("CREATE TABLE sessions (id TEXT, document TEXT)")
        for number in range(ROUNDS):
            begun = time.perf_counter()
            with connection:
                connection.execute("INSERT INTO sessions VALUES (?, ?)", (str(number), json.dumps({"minutes": 10})))
            times.append((time.perf_counter() - begun) * 1000)
        connection.close()
    return median(times)


def middle(act: Callable[[], object]) -> float:
    return median(bench_review.measured(act)[1] for _ in range(ROUNDS))


def content(*, quick: bool) -> list[Line]:
    """Damaged files that people might hand to ``hipback check``, and a day of the sitting reminder."""
    with tempfile.TemporaryDirectory(prefix="hipback-bench-") as folder:
        times = bench_catalogue.hostile_files(Path(folder) / "x.json", 200 if quick else 1000)
    loaded = median(bench_catalogue.shipped_content(5))
    slowest = max(check for check, _read in times)
    read = max(read for _check, read in times)
    days = [bench_sitting.simulated_day(idle)[0] for idle in bench_sitting.DAYS.values()]
    return [
        measured(
            f"the slowest of {len(times):,} damaged files to check",
            "ms",
            slowest,
            read,
            beside="the slowest to read as JSON",
            most=FILE_MS,
        ),
        measured("all exercises, routines and figures, loaded", "ms", loaded),
        measured(
            "sitting reminder, a day looked at each second", "s", max(days), most=bench_sitting.MOST_SECONDS_A_DAY
        ),
    ]
