"""The two pages that look back, joined to the window and to today's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.app.history import History
from hipback_desktop.app.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.person import Person
    from hipback_desktop.app.today import Today
    from hipback_desktop.clock import Clock
    from hipback_desktop.ui.main_window import MainWindow
    from hipback_desktop.ui.theme import Theme


def look_back(
    window: MainWindow,
    archive: Archive,
    person: Person,
    clock: Clock,
    theme: Callable[[], Theme],
    today: Callable[[], Today],
    parent: QObject,
) -> None:
    """Today's page is made later than the window, and shown anew when the sessions are others than before."""
    history = History(window, archive, person, clock, theme, parent)
    history.changed.connect(lambda: today().show())
    Progress(window, archive, person, clock, theme, lambda: today().view(), parent)
