"""The progress page, between the window and what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hipback_desktop import paths
from hipback_desktop.ui.page_name import PageName

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.person import Person
    from hipback_desktop.app.review import Past
    from hipback_desktop.app.today import Today
    from hipback_desktop.charts.chart import Chart
    from hipback_desktop.clock import Clock
    from hipback_desktop.core.review import Review
    from hipback_desktop.ui.main_window import MainWindow
    from hipback_desktop.ui.progress_page import ProgressPage
    from hipback_desktop.ui.theme import Theme

AGAIN_AFTER_MS = 300  # a slider changes a setting many times a second


class Progress(QObject):
    """Makes the page when it is gone to, and looks at the sessions each time it is shown."""

    def __init__(
        self,
        window: MainWindow,
        archive: Archive,
        person: Person,
        clock: Clock,
        theme: Callable[[], Theme],
        today: Today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._archive = archive
        self._person = person
        self._clock = clock
        self._theme = theme
        self._today = today
        self._page: ProgressPage | None = None
        self._past: Past | None = None
        self._review: Review | None = None
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._suggest)
        person.changed.connect(self._on_person_changed)
        person.restored.connect(self.look_again)

    def get_ready(self) -> None:
        """Reads the code of the page while nothing else is asked for: a third of what it takes to open it."""
        if self._window.page is not PageName.SESSION:  # in which nothing may stand still
            from hipback_desktop.app import review  # noqa: F401
            from hipback_desktop.ui import progress_page  # noqa: F401

    def new_page(self) -> ProgressPage:
        """The page, for the window."""
        from hipback_desktop.ui.progress_page import ProgressPage

        self._page = page = ProgressPage(self._theme(), paths.asset)
        page.opened.connect(self._look_back)
        page.span_chosen.connect(self._show)
        page.start_requested.connect(self._window.start_requested)
        page.save_requested.connect(self._save)
        page.print_requested.connect(self._print)
        page.week_print_requested.connect(self._print_week)
        return page

    def look_again(self) -> None:
        """At the sessions, if the page is shown."""
        if self._page is not None and self._page.isVisible():
            self._look_back(self._page.weeks())

    def _look_back(self, weeks: int) -> None:
        """At all there is now, then at the weeks asked for."""
        from hipback_desktop.app.review import Past

        self._past = None  # the database may refuse
        archive, today = self._archive, self._clock.now().date()
        self._past = Past(archive.database, lambda: archive.content.exercises, self._person.settings, today)
        self._show(weeks)
        self._later.start(0)  # after the charts: every routine is looked at for it

    def _show(self, weeks: int) -> None:
        if self._page is None or self._past is None:
            return
        self._review = self._past.review(weeks)
        self._page.show_this_week(not self._today.offers_only_breaks)
        self._page.show_review(self._review)

    def _suggest(self) -> None:
        if self._page is None or not self._page.isVisible():
            return
        view = self._today.view()
        card = None if view.only_breaks else view.suggestion
        if card is None:
            self._page.show_suggestion("", "", "")
        else:
            self._page.show_suggestion(card.id, card.name, view.suggestion_reason)

    def _on_person_changed(self) -> None:
        """The weeks are other ones with other goals alone; what is suggested may change with anything."""
        if self._page is None or not self._page.isVisible():
            return
        if self._past is None or not self._past.is_of(self._person.settings):
            self._look_back(self._page.weeks())
        else:
            self._later.start(AGAIN_AFTER_MS)

    def _save(self, chart: Chart, ending: str) -> None:
        from hipback_desktop.app.chart_files import save_chart

        save_chart(self._window, chart, ending)

    def _print(self, chart: Chart) -> None:
        from hipback_desktop.app.chart_files import print_charts

        print_charts(self._window, "", (), (chart,))  # it has its own title

    def _print_week(self) -> None:
        from hipback_desktop.app.chart_files import print_charts
        from hipback_desktop.ui.week_summary import week_summary

        if self._review is not None:
            print_charts(self._window, *week_summary(self._review))
