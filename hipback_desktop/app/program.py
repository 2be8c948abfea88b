"""The program: everything that lives long is made here, when it is first needed, and joined to the window."""

from __future__ import annotations

import gc
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hipback_desktop import paths
from hipback_desktop.app.archive import Archive
from hipback_desktop.app.edges import Edges
from hipback_desktop.app.faults import Faults
from hipback_desktop.app.person import Person
from hipback_desktop.app.sessions import Sessions
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.storage.settings_file import SettingsFile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from hipback_desktop.app.breaks import Breaks
    from hipback_desktop.app.library import Library
    from hipback_desktop.app.looks import Looks
    from hipback_desktop.app.outside import Outside
    from hipback_desktop.app.start import Start
    from hipback_desktop.app.today import Today
    from hipback_desktop.app.visit import Visit
    from hipback_desktop.core.record import SessionRecord
    from hipback_desktop.core.routine import Routine
    from hipback_desktop.core.settings import Settings
    from hipback_desktop.paths import Folders
    from hipback_desktop.ui.home_page import HomeView
    from hipback_desktop.ui.main_window import MainWindow

UNSEEN_WINDOW_MS = 1000


class Program(QObject):
    """Owns the window, the data and, from the first session on, what a session needs."""

    def __init__(
        self, application: QApplication, folders: Folders, start: Start | None = None, edges: Edges | None = None
    ) -> None:
        super().__init__(application)
        self._application = application
        self._folders = folders
        self._start = start
        self._edges = edges or Edges()
        self._clock = self._edges.clock
        self._archive = Archive(folders)
        self._routine_to_start = self._archive.routine(start.routine) if start else None
        settings_file = SettingsFile(folders.settings)
        settings, complaints = settings_file.read()
        self._unsaid = list(complaints)
        self._person = Person(settings, settings_file, self, noted=self._with_notes)
        self._person.noticed.connect(self._tell)
        self._faults = Faults(folders.faults, self._tell)
        self._sessions = Sessions(
            folders, self._edges, self._archive, self._person, start, lambda: self._window, lambda: self._looks, self
        )
        self._sessions.over.connect(self._show_today)
        self._sessions.ended.connect(self._on_session_ended)
        self._visit: Visit | None = None
        self._outside: Outside | None = None
        self._is_furnished = False
        self._has_left = False

    def open(self) -> None:
        """Shows the window; its content comes right after the first frame."""
        window = self._window
        window.opened.connect(self._furnish)
        QTimer.singleShot(UNSEEN_WINDOW_MS, self._furnish)
        fills_screen = self._start is not None and self._start.fullscreen
        (window.showFullScreen if fills_screen else window.show)()

    @cached_property
    def _window(self) -> MainWindow:
        from hipback_desktop.app.pictures import still_painter
        from hipback_desktop.app.progress import Progress
        from hipback_desktop.app.voice_chooser import VoiceChooser
        from hipback_desktop.ui.main_window import MainWindow

        window = MainWindow(
            self._looks.theme,
            paths.asset,
            settings=lambda: self._person.settings,
            history=self._archive.sessions,
            today=lambda: self._clock.now().date(),
            exercise_name=self._archive.exercise_name,
            figure=still_painter(self._archive),
        )
        self._connect(window)
        VoiceChooser(window, self._person, lambda: self._sessions.announcer, self)
        Progress(
            window,
            self._archive,
            self._person,
            self._clock,
            lambda: self._looks.theme,
            self._view_of_today,
            self,
        )
        for sentence in self._unsaid:
            window.show_notice(sentence)
        return window

    @cached_property
    def _looks(self) -> Looks:
        from hipback_desktop.app.looks import Looks

        return Looks(self._application, self._person, self)

    @cached_property
    def _today(self) -> Today:
        from hipback_desktop.app.today import Today

        return Today(self._window, self._archive, self._person, self._clock, lambda: self._sessions.cut_off, self)

    @cached_property
    def _breaks(self) -> Breaks:
        from hipback_desktop.app.breaks import Breaks
        from hipback_desktop.app.pictures import still_painter

        edges, sessions = self._edges, self._sessions
        surfaces = edges.surfaces(self._clock, lambda: self._looks, lambda: still_painter(self._archive), self)
        breaks = Breaks(
            edges, self._archive, self._person, surfaces, lambda: sessions.is_running, self._play_break, self
        )
        surfaces.open_chosen.connect(self._raise_window)
        surfaces.quit_chosen.connect(self._leave)
        sessions.turned.connect(breaks.service.look)
        return breaks

    @cached_property
    def _library(self) -> Library:
        from hipback_desktop.app.library import Library

        return Library(self._window, self._archive, self._person, self._clock, lambda: self._looks.theme, self)

    def _connect(self, window: MainWindow) -> None:
        from hipback_desktop.ui.page_name import PageName

        window.set_page(PageName.LIBRARY, self._new_library_page)
        window.start_requested.connect(self._on_start_requested)
        window.continue_requested.connect(self._on_continue_requested)
        window.keep_requested.connect(self._on_keep_requested)
        window.own_change_requested.connect(self._on_own_change_requested)
        window.setting_changed.connect(self._person.change_one)
        window.close_requested.connect(self._on_close_requested)
        self._person.settled.connect(window.take_back_notice)
        self._looks.changed.connect(window.show_theme)

    def _furnish(self) -> None:
        """Everything the first frame need not wait for; without the data there is nothing to show but why."""
        if self._is_furnished:
            return
        self._is_furnished = True
        gc.enable()  # switched off for the start
        gc.freeze()
        try:
            notices = self._archive.notices()
        except UserError as error:
            self._say_and_leave(str(error))
            return
        for sentence in notices:
            self._tell(sentence)
        self._today.show()
        self._receive()
        self._listen()
        self._breaks.begin()
        if self._routine_to_start is not None:
            self._sessions.beginnings.play(self._routine_to_start)

    def _receive(self) -> None:
        from hipback_desktop.app.welcome import Welcome

        welcome = Welcome(
            self._window, self._archive.store, self._person, self._archive.content.exercises, self._clock, self
        )
        welcome.choice_changed.connect(self._today.offer_only_breaks)
        if self._start is None:
            welcome.show_what_is_due()

    def _listen(self) -> None:
        from PySide6.QtGui import QIcon

        from hipback_desktop.app.break_answers import BreakAnswers
        from hipback_desktop.app.outside import Outside
        from hipback_desktop.app.remote import RemoteAnswers

        self._application.setWindowIcon(QIcon(str(paths.asset("icons/hipback.svg"))))
        answers = RemoteAnswers(
            lambda: self._sessions.controller,
            self._raise_window,
            self._start_from_outside,
            BreakAnswers(self._breaks).answer,
        )
        self._outside = Outside(self._folders.socket, answers.answer, self._leave, self._tell, self)

    def _tell(self, sentence: str) -> None:
        """A sentence for the person, on the window if there is one, or when there is."""
        if "_window" in self.__dict__:
            self._window.show_notice(sentence)
        else:
            self._unsaid.append(sentence)

    def _say_and_leave(self, sentence: str) -> None:
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.critical(self._window, _("Hipback"), sentence)
        self._application.exit(1)

    def _with_notes(self, before: Settings, after: Settings) -> Settings:
        from hipback_desktop.core.goals import noted

        return noted(before, after, self._clock.now().date())

    def _new_library_page(self) -> QWidget:
        return self._library.new_page()

    def _on_own_change_requested(self) -> None:
        self._library.change_from_today()

    def _on_start_requested(self, routine_id: str) -> None:
        self._sessions.beginnings.ask_and_play(routine_id)

    def _on_continue_requested(self) -> None:
        if not self._sessions.beginnings.go_on():
            self._today.show()

    def _on_keep_requested(self) -> None:
        self._sessions.cut_off.keep()
        self._today.show()

    def _view_of_today(self) -> HomeView:
        return self._today.view()

    def _show_today(self) -> None:
        self._today.show()

    def _play_break(self, routine: Routine) -> None:
        """In the window, wherever it is; it goes back there when the break was done."""
        from hipback_desktop.app.visit import Visit

        visit = Visit(self._window)
        self._raise_window()
        self._sessions.beginnings.play_break(routine)
        self._visit = visit

    def _on_session_ended(self, record: SessionRecord) -> None:
        from hipback_desktop.core.record import Outcome

        visit, self._visit = self._visit, None
        if visit is not None and record.outcome is Outcome.COMPLETED:
            QTimer.singleShot(0, self, visit.end)  # after everything else that the end brings about

    def _raise_window(self) -> None:
        from PySide6.QtCore import Qt

        self._sessions.leave_strip()
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _start_from_outside(self, start: Start) -> None:
        if self._sessions.is_running:
            raise UserError(_("A session is running; stop it first, with “hipback stop”."))
        routine = self._archive.routine(start.routine)
        if start.mute:
            self._sessions.room.mute(True)
        if start.fullscreen:
            self._window.showFullScreen()
        self._sessions.beginnings.play(routine)

    def _on_close_requested(self) -> None:
        if self._is_furnished and self._breaks.stays_without_window:
            self._sessions.stop()
        else:
            self._leave()

    def _leave(self) -> None:
        """A running session is kept as far as it got, and everything is let go of in order."""
        if self._has_left:
            return
        self._has_left = True
        self._sessions.stop()
        if "_today" in self.__dict__:  # not before: what a session changes for the next one asks for the page as well
            self._today.close()
        self._sessions.close()
        if "_breaks" in self.__dict__:
            self._breaks.close()
        if self._outside is not None:
            self._outside.close()
        self._person.tell_failure(lambda: self._archive.close(self._clock.now().date()))
        self._faults.release()
        self._application.quit()
