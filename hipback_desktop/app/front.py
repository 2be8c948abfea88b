"""The window and what its pages need, made when somebody first wants to see it."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from hipback_desktop import paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.history import History
    from hipback_desktop.app.library import Library
    from hipback_desktop.app.looks import Looks
    from hipback_desktop.app.person import Person
    from hipback_desktop.app.progress import Progress
    from hipback_desktop.app.sessions import Sessions
    from hipback_desktop.app.today import Today
    from hipback_desktop.app.visit import Visit
    from hipback_desktop.app.welcome import Welcome
    from hipback_desktop.clock import Clock
    from hipback_desktop.core.record import SessionRecord
    from hipback_desktop.core.routine import Routine
    from hipback_desktop.ui.main_window import MainWindow

_QUIET_AFTER_MS: Final = 1000
"""By then the first page has been painted, and nobody has gone on yet."""


class Front(QObject):
    """``closed`` says that the person closed the window; what is told before there is one waits for it."""

    closed = Signal()
    what_works_wanted = Signal()

    def __init__(
        self,
        archive: Archive,
        person: Person,
        sessions: Callable[[], Sessions],
        looks: Callable[[], Looks],
        clock: Clock,
        absence_text: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive = archive
        self._person = person
        self._sessions = sessions
        self._looks = looks
        self._clock = clock
        self._unsaid: dict[str, bool] = {}
        self._absence_text = absence_text
        self._visit: Visit | None = None
        self._questions: Callable[[], None] | None = None
        self._welcome: Welcome | None = None
        self._is_furnished = False

    @cached_property
    def window(self) -> MainWindow:
        """Empty but for its bar."""
        from hipback_desktop.app.pictures import still_painter
        from hipback_desktop.app.voice_chooser import VoiceChooser
        from hipback_desktop.ui.main_window import MainWindow

        looks = self._looks()
        window = MainWindow(
            looks.theme,
            paths.asset,
            settings=lambda: self._person.settings,
            exercise_name=self._archive.exercise_name,
            figure=still_painter(self._archive),
        )
        self._connect(window, looks)
        VoiceChooser(window, self._person, lambda: self._sessions().announcer, self)
        for sentence, is_fault in self._unsaid.items():
            window.show_notice(sentence, is_fault=is_fault)
        return window

    @cached_property
    def today(self) -> Today:
        """Its first page."""
        from hipback_desktop.app.today import Today

        return Today(
            self.window,
            self._archive,
            self._person,
            self._clock,
            lambda: self._sessions().cut_off,
            self._absence_text,
            self,
        )

    @cached_property
    def _library(self) -> Library:
        from hipback_desktop.app.library import Library

        return Library(self.window, self._archive, self._person, self._clock, lambda: self._looks().theme, self)

    @cached_property
    def _history(self) -> History:
        from hipback_desktop.app.history import History

        history = History(self.window, self._archive, self._person, self._clock, lambda: self._looks().theme, self)
        history.changed.connect(self.refresh)
        return history

    @cached_property
    def _progress(self) -> Progress:
        from hipback_desktop.app.progress import Progress

        archive, person, clock = self._archive, self._person, self._clock
        return Progress(self.window, archive, person, clock, lambda: self._looks().theme, self.today, self)

    @property
    def is_built(self) -> bool:
        """Whether there is a window, in sight or not."""
        return "window" in self.__dict__

    def furnish(self, *, asks: bool) -> None:
        """Everything the first frame need not wait for; ``asks``: what is due at once, and not after a session."""
        if self._is_furnished:
            return
        self._is_furnished = True
        from hipback_desktop.app.recovery import offer_recovery
        from hipback_desktop.app.welcome import Welcome

        window, archive, person, clock = self.window, self._archive, self._person, self._clock
        self._looks().look_again()
        self.today.show()
        self._welcome = welcome = Welcome(window, archive.store, person, archive.content.exercises, clock, self)
        welcome.choice_changed.connect(self.today.offer_only_breaks)
        self._sessions().over.connect(self._show_today)
        self._sessions().ended.connect(self._on_session_ended)
        then = welcome.show_what_is_due
        self._questions = partial(offer_recovery, window, archive, self.today.show, then)
        if asks:
            self.ask_what_is_due()

    def ask_what_is_due(self) -> None:
        """Once in a run, before anything else, or as soon as the session that came first is over."""
        from hipback_desktop.ui.page_name import PageName

        window, questions = self.window, self._questions
        if questions is None or window.page is PageName.SESSION or window.is_asking or self._sessions().is_running:
            return
        self._questions = None
        questions()
        QTimer.singleShot(_QUIET_AFTER_MS, self, self._library.get_ready)
        QTimer.singleShot(2 * _QUIET_AFTER_MS, self, lambda: self._progress.get_ready())  # noqa: PLW0108 - then

    def after_screens(self, then: Callable[[], None]) -> None:
        """At once, if nothing is to be read before a session."""
        assert self._welcome is not None  # furnished by then
        self._welcome.before(then)

    def refresh(self) -> None:
        """Today's page, if it is there, has something else to tell."""
        if self._is_furnished:
            self.today.show()

    def look_again(self) -> None:
        """Another command has taken sessions in: what shows some shows these too."""
        if self._is_furnished:
            self.today.show()
            self._history.look_again()
            self._progress.look_again()

    def tell(self, sentence: str, *, is_fault: bool = True) -> None:
        """A sentence for the person."""
        if self.is_built:
            self.window.show_notice(sentence, is_fault=is_fault)
        else:
            self._unsaid[sentence] = is_fault

    def come_forward(self) -> None:
        """In sight, before the other windows."""
        from PySide6.QtCore import Qt

        self._sessions().leave_strip()
        if self._is_furnished and not self.window.isVisible():
            self.today.show()  # it may have been a while
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def play_break(self, routine: Routine) -> None:
        """In the window, wherever it is; it goes back there when the break was done."""
        from hipback_desktop.app.visit import Visit

        visit = Visit(self.window)
        self.come_forward()
        self._sessions().beginnings.play_break(routine)
        self._visit = visit

    def close(self) -> None:
        """Nothing is shown any more."""
        self._is_furnished = False
        if "today" in self.__dict__:
            self.today.close()

    def _connect(self, window: MainWindow, looks: Looks) -> None:
        from hipback_desktop.ui.page_name import PageName

        window.set_page(PageName.LIBRARY, lambda: self._library.new_page())  # noqa: PLW0108 - not made before
        window.set_page(PageName.HISTORY, lambda: self._history.new_page())  # noqa: PLW0108 - it is needed
        window.set_page(PageName.PROGRESS, lambda: self._progress.new_page())  # noqa: PLW0108
        window.start_requested.connect(self._on_start_requested)
        window.continue_requested.connect(self._on_continue_requested)
        window.keep_requested.connect(self._on_keep_requested)
        window.own_change_requested.connect(self._on_own_change_requested)
        window.setting_changed.connect(self._person.change_one)
        window.close_requested.connect(self.closed)
        window.what_works_requested.connect(self.what_works_wanted)
        self._person.settled.connect(window.take_back_notice)
        self._person.changed.connect(window.follow_settings)
        looks.changed.connect(window.show_theme)

    def _on_own_change_requested(self) -> None:
        self._library.change_from_today()

    def _on_start_requested(self, routine_id: str) -> None:
        start = partial(self._sessions().beginnings.ask_and_play, routine_id)
        if self._welcome is not None and self.today.holds_back(routine_id):
            self._welcome.before(start, anew=True)
        else:
            start()

    def _on_continue_requested(self) -> None:
        if not self._sessions().beginnings.go_on():
            self.today.show()

    def _on_keep_requested(self) -> None:
        self._sessions().cut_off.keep()
        self.today.show()

    def _on_session_ended(self, record: SessionRecord) -> None:
        visit, self._visit = self._visit, None
        if visit is not None:
            QTimer.singleShot(0, self, partial(self._end, visit))  # after everything else that the end brings about

    def _end(self, visit: Visit) -> None:
        """Unless something is asked, as after Stop."""
        if not self.window.is_asking:
            visit.end()

    def _show_today(self) -> None:
        self.today.show()
        QTimer.singleShot(0, self, self._ask_if_in_sight)  # after a window that only came for a break has gone again

    def _ask_if_in_sight(self) -> None:
        if self.window.isVisible():
            self.ask_what_is_due()
