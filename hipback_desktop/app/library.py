"""The library, and the session put together in it, between the window and the person's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipback_desktop import paths
from hipback_desktop.core import choices
from hipback_desktop.core.own_session import OWN_SESSION, chosen_exercises, moved
from hipback_desktop.ui.page_name import PageName

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.person import Person
    from hipback_desktop.clock import Clock
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.ui.library_page import LibraryPage
    from hipback_desktop.ui.main_window import MainWindow
    from hipback_desktop.ui.own_session_sheet import OwnSessionSheet
    from hipback_desktop.ui.own_session_view import OwnSessionView
    from hipback_desktop.ui.theme import Theme


class Library(QObject):
    """Makes the page when it is gone to; what was put together is kept with the settings."""

    def __init__(
        self,
        window: MainWindow,
        archive: Archive,
        person: Person,
        clock: Clock,
        theme: Callable[[], Theme],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._archive = archive
        self._person = person
        self._clock = clock
        self._theme = theme
        self._page: LibraryPage | None = None
        person.changed.connect(self._on_person_changed)

    def get_ready(self) -> None:
        """Reads the code of the page while nothing else is asked for: a third of what it takes to open it."""
        from hipback_desktop.ui import library_page  # noqa: F401

    def new_page(self) -> LibraryPage:
        """The page, for the window."""
        from hipback_desktop.ui.library_page import LibraryPage

        content = self._archive.content
        self._page = page = LibraryPage(
            content.exercises,
            self._archive.sources,
            self._person.settings,
            self._theme(),
            paths.asset,
            self._archive.figures.movement,
            self._clock.monotonic,
        )
        page.chosen.connect(self._choose)
        page.change_requested.connect(self._show_sheet)
        page.start_requested.connect(self._start)
        return page

    def _on_person_changed(self) -> None:
        if self._page is not None:
            self._page.show_settings(self._person.settings)

    def change_from_today(self) -> None:
        """Where exercises can be added as well."""
        self._window.show_page(PageName.LIBRARY)
        self._show_sheet()

    def _show_sheet(self) -> None:
        from hipback_desktop.ui.own_session_sheet import OwnSessionSheet

        sheet = OwnSessionSheet(self._theme(), paths.asset)
        sheet.left.connect(self._window.hide_sheet)
        sheet.start_requested.connect(self._start)
        sheet.cleared.connect(lambda: self._change(sheet, ()))
        sheet.moved.connect(lambda name, step: self._change(sheet, moved(self._chosen(), name, step)))
        sheet.taken_out.connect(lambda name: self._change(sheet, tuple(it for it in self._chosen() if it.id != name)))
        sheet.show_session(self._view())
        self._window.show_sheet(sheet)

    def _change(self, sheet: OwnSessionSheet, chosen: tuple[Exercise, ...]) -> None:
        self._choose(tuple(exercise.id for exercise in chosen))
        if chosen:
            sheet.show_session(self._view())
        else:
            self._window.hide_sheet()

    def _choose(self, ids: tuple[str, ...]) -> None:
        self._person.change_one("own_session", ids)

    def _chosen(self) -> tuple[Exercise, ...]:
        return chosen_exercises(self._person.settings, self._archive.content.exercises)

    def _view(self) -> OwnSessionView:
        from hipback_desktop.ui.own_session_view import own_session_view

        return own_session_view(self._chosen(), choices.timings(self._person.settings))

    def _start(self) -> None:
        self._window.hide_sheet()
        self._window.start_requested.emit(OWN_SESSION)
