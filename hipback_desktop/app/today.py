"""Today's page, kept true: shown anew when a session ends or a setting changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hipback_desktop.app.asides import Asides
from hipback_desktop.ui.page_name import PageName

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.cut_off import CutOff
    from hipback_desktop.app.person import Person
    from hipback_desktop.clock import Clock
    from hipback_desktop.ui.home_page import HomeView
    from hipback_desktop.ui.main_window import MainWindow

RECENT_SESSIONS = 40
AGAIN_AFTER_MS = 300  # a slider changes a setting many times a second


class Today(QObject):
    """Looks at the content, the settings, the sessions and the one that was cut off, each time."""

    def __init__(
        self,
        window: MainWindow,
        archive: Archive,
        person: Person,
        clock: Clock,
        cut_off: Callable[[], CutOff],
        absence_text: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._archive = archive
        self._person = person
        self._clock = clock
        self._cut_off = cut_off
        self._absence_text = absence_text
        self._only_breaks = False
        self._again = QTimer(self, singleShot=True, interval=AGAIN_AFTER_MS)
        self._again.timeout.connect(self.show)
        self._asides = Asides(window, archive, person, clock, self)
        person.changed.connect(self._on_person_changed)

    def show(self) -> None:
        """Shows what is so now; in a session there is nobody to see it."""
        self._again.stop()
        if self._window.page is PageName.SESSION:
            return
        self._window.show_home(self.view())

    def view(self) -> HomeView:
        """What is so now."""
        from hipback_desktop.app.home import home_view, resume_view

        found = self._cut_off().found()
        resume = resume_view(*found) if found is not None else None
        content = self._archive.content
        settings, now = self._person.settings, self._clock.now()
        view = home_view(
            content.routines,
            content.exercises,
            settings,
            self._archive.store.records(limit=RECENT_SESSIONS, with_breaks=False),
            self._archive.days.days(),
            resume,
            now,
            only_breaks=self._only_breaks,
        )
        return replace(view, advice=self._asides.card(), absence_line=self._absence_text())

    def offer_only_breaks(self, only_breaks: bool) -> None:
        """Nothing but a break until the choice is changed, or the program started anew."""
        self._only_breaks = only_breaks
        self.show()

    @property
    def offers_only_breaks(self) -> bool:
        """Whether a break is all that is offered, and so no goals are."""
        return self._only_breaks

    def holds_back(self, routine_id: str) -> bool:
        """Whether it is more than the break that is offered to who wants breaks only (evidence.md §14.1)."""
        from hipback_desktop.app.home import BREAK_ROUTINE

        return self._only_breaks and routine_id != BREAK_ROUTINE

    @property
    def is_due(self) -> bool:
        """True while it will be shown anew when settings have come to rest."""
        return self._again.isActive()

    def close(self) -> None:
        """Nothing is shown any more."""
        self._again.stop()

    def _on_person_changed(self) -> None:
        if not self.is_due:
            self.show()  # at once, so that nothing jumps under the eyes of somebody who just came
        self._again.start()
