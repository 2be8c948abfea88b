"""How quickly one looks back on many sessions: ``python tests/bench/bench_review.py [COUNT…]``.

For each number of sessions over ten years: keeping them, looking at all days once, each span of weeks made into charts,
and the page from the wish to the painted first view, in a window that has shown today's page already, with the memory
it takes. Beside the time on the wall stands the process's own, as others may have the computer.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hipback_desktop.app.home import home_view
from hipback_desktop.app.review import Past
from hipback_desktop.catalogue.catalogue import Catalogue, load_catalogue
from hipback_desktop.core.settings import Settings
from hipback_desktop.paths import asset
from hipback_desktop.storage.database import Database, open_database
from hipback_desktop.ui.main_window import MainWindow
from hipback_desktop.ui.page_name import PageName
from hipback_desktop.ui.progress_charts import progress_charts
from hipback_desktop.ui.progress_page import WEEKS, ProgressPage
from hipback_desktop.ui.style_name import STYLE
from hipback_desktop.ui.theme import LIGHT
from tests.bench.history_maker import fill
from tests.builders import NOON

COUNTS = (1_000, 10_000, 100_000, 1_000_000)
PAINT_MS, RANGE_MS, MEMORY_MB = 150, 50, 40
ROUNDS = 9
SETTINGS = Settings(safety_seen_at=NOON.isoformat())
TODAY = NOON.date()


def measured(act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds on the wall, and of this process."""
    wall, own = time.perf_counter(), time.process_time()
    act()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - own) * 1000


def resident_mb() -> float:
    """Memory of this process that no other shares, in megabytes."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def ranges(database: Database, content: Catalogue) -> bool:
    """What is looked at once, then each span of weeks, made into charts."""
    show("all days, once", [measured(partial(looked_back, database, content)) for _ in range(ROUNDS)], PAINT_MS)
    past, is_quick = looked_back(database, content), True
    for weeks in WEEKS:
        is_quick &= show(f"{weeks} weeks", range_times(past, weeks), RANGE_MS)
    return is_quick


def looked_back(database: Database, content: Catalogue) -> Past:
    return Past(database, lambda: content.exercises, SETTINGS, TODAY)


def range_times(past: Past, weeks: int) -> list[tuple[float, float]]:
    return [measured(partial(charts, past, weeks)) for _ in range(ROUNDS)]


def charts(past: Past, weeks: int) -> None:
    progress_charts(past.review(weeks))


def show(name: str, times: Sequence[tuple[float, float]], target: float) -> bool:
    wall, own = median(wall for wall, _ in times), median(own for _, own in times)
    print(f"  {name}: {wall:.1f} ms, own {own:.1f}; target {target}")
    return own <= target


@dataclass(frozen=True)
class Shown:
    """From the wish to the painted page: built, shown again, and a page in its place that has one line of text."""

    first: tuple[float, float]
    again: tuple[float, float]
    bare: tuple[float, float]
    memory_mb: float


def shown_page(database: Database, content: Catalogue) -> Shown:
    """In a window that has shown today's page."""
    window = MainWindow(LIGHT, asset, lambda: SETTINGS)

    def new_page() -> QWidget:
        made = ProgressPage(LIGHT, asset)
        made.opened.connect(lambda weeks: made.show_review(looked_back(database, content).review(weeks)))
        return made

    def go_to(name: PageName) -> None:
        window.show_page(name)
        QCoreApplication.processEvents()

    window.set_page(PageName.PROGRESS, new_page)
    window.set_page(PageName.LIBRARY, lambda: QLabel("Hello"))
    window.resize(1280, 800)
    window.show()
    QCoreApplication.processEvents()
    window.show_home(home_view(content.routines, content.exercises, SETTINGS, (), (), None, NOON))
    QCoreApplication.processEvents()
    before = resident_mb()
    first = measured(partial(go_to, PageName.PROGRESS))
    grown = resident_mb() - before
    go_to(PageName.TODAY)
    again = measured(partial(go_to, PageName.PROGRESS))
    bare = measured(partial(go_to, PageName.LIBRARY))
    window.close()
    window.deleteLater()
    return Shown(first, again, bare, grown)


def page(database: Database, content: Catalogue) -> bool:
    shown = shown_page(database, content)
    is_quick = show("page, built and painted", [shown.first], PAINT_MS)
    show("page, shown again", [shown.again], PAINT_MS)
    show("a page of one line", [shown.bare], PAINT_MS)
    print(f"  memory: {shown.memory_mb:.1f} MB more; target {MEMORY_MB}")
    return is_quick and shown.memory_mb <= MEMORY_MB


def main() -> int:
    counts = [int(count) for count in sys.argv[1:]] or COUNTS
    QApplication.setStyle(STYLE)
    application = QApplication([])
    content = load_catalogue(asset)
    is_quick = True
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            database = open_database(Path(folder) / "hipback.sqlite3")
            kept, _own = measured(partial(fill, database, content, count, NOON))
            print(f"{count} sessions, kept in {kept / 1000:.1f} s")
            is_quick &= ranges(database, content)
            is_quick &= page(database, content)
            database.close()
    application.quit()
    return 0 if is_quick else 1


if __name__ == "__main__":
    sys.exit(main())
