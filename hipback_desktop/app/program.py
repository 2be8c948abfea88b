"""The program: everything that lives long is made here, when it is first needed, and joined."""

from __future__ import annotations

import gc
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hipback_desktop.app import keep_wishes_from_others
from hipback_desktop.app.archive import Archive
from hipback_desktop.app.backups import Backups
from hipback_desktop.app.edges import Edges
from hipback_desktop.app.faults import Faults
from hipback_desktop.app.front import Front
from hipback_desktop.app.person import Person
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.storage.settings_file import SettingsFile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from hipback_desktop.app.absences import Absences
    from hipback_desktop.app.breaks import Breaks
    from hipback_desktop.app.looks import Looks
    from hipback_desktop.app.outside import Outside
    from hipback_desktop.app.sessions import Sessions
    from hipback_desktop.app.start import Start
    from hipback_desktop.app.summons import Summons
    from hipback_desktop.app.two_reminders import TwoReminders
    from hipback_desktop.app.what_works import WhatWorks
    from hipback_desktop.core.routine import Routine
    from hipback_desktop.core.settings import Settings
    from hipback_desktop.paths import Folders

UNSEEN_WINDOW_MS = 1000


class Program(QObject):
    """Opens with its window, or waits in the tray and has none until it is asked for."""

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
        self._person = Person(None, SettingsFile(folders.settings), self, noted=self._with_notes)
        self._front = Front(
            self._archive,
            self._person,
            lambda: self._sessions,
            lambda: self._looks,
            self._clock,
            lambda: self._absences.line(),  # noqa: PLW0108 - not made before it is needed
            self,
        )
        self._person.noticed.connect(self._front.tell)
        self._routine_to_start = self._routine_of(start)
        self._front.closed.connect(self._on_closed)
        self._front.what_works_wanted.connect(self._show_what_works)
        self._faults = Faults(folders.faults, self._front.tell)
        self._backups = Backups(self._archive, self._person, self._clock, self._session_runs, self)
        self._outside: Outside | None = None
        self._is_furnished = False
        self._has_left = False

    def _routine_of(self, start: Start | None) -> Routine | None:
        """What to begin with; what is wrong is said in the window when nobody typed it: there is no terminal then."""
        if start is None:
            return None
        try:
            return self._archive.routine(start.routine)
        except UserError as error:
            if not start.is_handed_over:
                raise
            self._start = None
            self._front.tell(str(error))
            return None

    def open(self) -> None:
        """Shows the window; its content comes right after the first frame."""
        window = self._front.window
        window.opened.connect(self._furnish)
        QTimer.singleShot(UNSEEN_WINDOW_MS, self._furnish)
        fills_screen = self._start is not None and self._start.fullscreen
        (window.showFullScreen if fills_screen else window.show)()

    def wait(self) -> None:
        """In the tray, else as a minimised window; from within the event loop, which it may have to end."""
        QTimer.singleShot(0, self, self._wait)

    def _wait(self) -> None:
        self._begin()
        if not self._breaks.waits_in_tray():
            self._front.window.showMinimized()
            self._furnish()

    @cached_property
    def _looks(self) -> Looks:
        from hipback_desktop.app.looks import Looks

        return Looks(self._application, self._person, self)

    @cached_property
    def _sessions(self) -> Sessions:
        from hipback_desktop.app.sessions import Sessions

        sessions = Sessions(
            self._folders,
            self._edges,
            self._archive,
            self._person,
            self._start,
            lambda: self._front.window,
            lambda: self._looks,
            self,
        )
        sessions.turned.connect(self._breaks.service.look)
        sessions.over.connect(self._backups.check)
        sessions.window_wanted.connect(self._raise_window)
        return sessions

    @cached_property
    def _breaks(self) -> Breaks:
        from hipback_desktop.app.breaks import Breaks
        from hipback_desktop.app.pictures import still_painter

        edges = self._edges
        surfaces = edges.surfaces(self._clock, lambda: self._looks, lambda: still_painter(self._archive), self)
        breaks = Breaks(edges, self._archive, self._person, surfaces, self._session_runs, self._play_break, self)
        surfaces.open_chosen.connect(self._raise_window)
        surfaces.quit_chosen.connect(self._leave)
        surfaces.what_works_chosen.connect(self._show_what_works)
        return breaks

    @cached_property
    def _absences(self) -> Absences:
        from hipback_desktop.app.absences import Absences

        return Absences(self._breaks.service, self._front, self._breaks.absence_text, self)

    @cached_property
    def _summons(self) -> Summons:
        from hipback_desktop.app.summons import Summons

        furnish = partial(self._furnish, asks=False)
        return Summons(self._archive, self._front, lambda: self._sessions, furnish, self._raise_window)

    @cached_property
    def _what_works(self) -> WhatWorks:
        from hipback_desktop.app.what_works import WhatWorks

        service = self._breaks.service
        what_works = WhatWorks(self._clock, self._breaks.reason, lambda: self._looks, lambda: service.is_on, self)
        what_works.hipback_wanted.connect(self._two_reminders.take_over)
        self._two_reminders.taken_over.connect(what_works.look_again)
        return what_works

    @cached_property
    def _two_reminders(self) -> TwoReminders:
        from hipback_desktop.app.two_reminders import TwoReminders

        desktop = self._edges.desktop_reminder(self)
        return TwoReminders(self._breaks.service, self._person, self._front, desktop, self)

    def _show_what_works(self) -> None:
        self._looks.dress()
        self._what_works.show()

    def _begin(self) -> None:
        """What goes on with or without a window."""
        if self._outside is not None:
            return
        gc.enable()  # switched off for the start
        gc.freeze()
        keep_wishes_from_others()
        self._listen()

    def _furnish(self, *, asks: bool = True) -> None:
        """Everything the first frame need not wait for; without the data there is nothing to show but why."""
        if self._is_furnished:
            return
        self._is_furnished = True
        try:
            notices = self._archive.notices()
        except UserError as error:
            self._say_and_leave(str(error))
            return
        for sentence in notices:
            self._front.tell(sentence)
        self._begin()
        self._looks.put_icon()
        self._backups.begin()
        from hipback_desktop.app.login import StartAtLogin
        from hipback_desktop.app.new_day import NewDay

        self._front.furnish(asks=asks and self._start is None)
        self._absences.begin()
        self._breaks.begin()
        self._two_reminders.begin()
        StartAtLogin(self._person, self._edges.autostart(self._folders), self)
        NewDay(self._application, self._edges.alarm(self), self._clock, self._front.look_again, self)
        start, routine = self._start, self._routine_to_start
        if start is not None and routine is not None:
            self._summons.play_first(routine, start)

    def _listen(self) -> None:
        from hipback_desktop.app.break_answers import BreakAnswers
        from hipback_desktop.app.outside import Outside
        from hipback_desktop.app.remote import RemoteAnswers

        answers = RemoteAnswers(
            lambda: self._sessions.controller if self._session_runs() else None,
            self._open_again,
            self._summons.start,
            BreakAnswers(self._breaks).answer,
            self._person.take_up,
            self._front.look_again,
        )
        self._outside = Outside(self._folders.socket, answers.answer, self._leave, self._front.tell, self)

    def _session_runs(self) -> bool:
        return "_sessions" in self.__dict__ and self._sessions.is_running

    def _say_and_leave(self, sentence: str) -> None:
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.critical(self._front.window if self._front.is_built else None, _("Hipback"), sentence)
        self._application.exit(1)

    def _with_notes(self, before: Settings, after: Settings) -> Settings:
        from hipback_desktop.core.goals import noted

        return noted(before, after, self._clock.now().date())

    def _play_break(self, routine: Routine) -> None:
        self._furnish(asks=False)
        self._front.play_break(routine)

    def _open_again(self) -> None:
        """The keys go to a break that is offered, for who has no mouse; once more, and the window comes."""
        surfaces = self._breaks.surfaces
        if self._session_runs() or surfaces.has_keyboard or not surfaces.take_keyboard():
            self._raise_window()

    def _raise_window(self) -> None:
        self._furnish()
        self._front.come_forward()
        self._front.ask_what_is_due()

    def follow(self, opened: str) -> None:
        """Starts the routine of a link or a file that the desktop hands over."""
        self._summons.follow(opened)

    def _on_closed(self) -> None:
        """The window is; the program goes on in the tray where that is wanted."""
        if self._is_furnished and self._breaks.stays_without_window:
            self._sessions.stop()
        else:
            self._leave()

    def _leave(self) -> None:
        """A running session is kept as far as it got, and everything is let go of in order."""
        if self._has_left:
            return
        self._has_left = True
        if "_sessions" in self.__dict__:
            self._sessions.stop()
        if "_what_works" in self.__dict__:
            self._what_works.close()
        self._front.close()  # not before: what a session changes for the next one asks for the page as well
        if "_sessions" in self.__dict__:
            self._sessions.close()
        if "_breaks" in self.__dict__:
            self._breaks.close()
        self._backups.close()
        if self._outside is not None:
            self._outside.close()
        self._person.tell_failure(lambda: self._archive.close(self._clock.now().date()))
        self._faults.release()
        self._application.quit()
