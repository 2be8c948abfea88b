"""The program: everything that lives long is made here, when it is first needed, and joined to the window."""

from __future__ import annotations

import gc
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer

from hipback_desktop import paths
from hipback_desktop.app.archive import Archive
from hipback_desktop.app.edges import Edges
from hipback_desktop.app.faults import Faults
from hipback_desktop.app.person import Person
from hipback_desktop.app.pictures import still_painter
from hipback_desktop.app.today import Today
from hipback_desktop.app.voice_chooser import VoiceChooser
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.storage.settings_file import SettingsFile
from hipback_desktop.ui.main_window import MainWindow
from hipback_desktop.ui.page_name import PageName
from hipback_desktop.ui.theme import theme_named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from hipback_desktop.app.beginnings import Beginnings
    from hipback_desktop.app.cut_off import CutOff
    from hipback_desktop.app.flow import SessionFlow
    from hipback_desktop.app.library import Library
    from hipback_desktop.app.session_room import SessionRoom
    from hipback_desktop.app.start import Start
    from hipback_desktop.core.settings import Settings
    from hipback_desktop.desktop.control_server import ControlServer
    from hipback_desktop.desktop.termination import Termination
    from hipback_desktop.paths import Folders
    from hipback_desktop.sound.announcer import Announcer
    from hipback_desktop.ui.theme import Theme

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
        self._person = Person(settings, settings_file, self, noted=self._with_notes)
        self._server: ControlServer | None = None
        self._termination: Termination | None = None
        self._is_furnished = False
        self._theme = self._wanted_theme()
        self._window = MainWindow(
            self._theme,
            paths.asset,
            settings=lambda: self._person.settings,
            history=self._archive.sessions,
            today=lambda: self._clock.now().date(),
            exercise_name=self._archive.exercise_name,
            figure=still_painter(self._archive),
        )
        self._connect()
        self._faults = Faults(folders.faults, self._window.show_notice)
        self._today = Today(self._window, self._archive, self._person, self._clock, lambda: self._cut_off, self)
        self._voices = VoiceChooser(self._window, self._person, lambda: self._announcer, self)
        for sentence in complaints:
            self._window.show_notice(sentence)

    def open(self) -> None:
        """Shows the window; its content comes right after the first frame."""
        self._window.opened.connect(self._furnish)
        QTimer.singleShot(UNSEEN_WINDOW_MS, self._furnish)
        fills_screen = self._start is not None and self._start.fullscreen
        (self._window.showFullScreen if fills_screen else self._window.show)()

    @cached_property
    def _announcer(self) -> Announcer:
        return self._edges.announcer(self._folders, self._clock, self)

    @cached_property
    def _room(self) -> SessionRoom:
        from hipback_desktop.app.session_room import SessionRoom

        start, person = self._start, self._person
        room = SessionRoom(
            self._clock,
            self._announcer,
            self._archive.journal,
            lambda: person.settings,
            self._edges.ticker,
            start.speed if start else 1.0,
            self,
            times_met=self._archive.store.times_met,
        )
        room.mute(bool(start and start.mute))
        return room

    @cached_property
    def _cut_off(self) -> CutOff:
        from hipback_desktop.app.cut_off import CutOff

        return CutOff(self._archive, self._person)

    @cached_property
    def _flow(self) -> SessionFlow:
        from hipback_desktop.app.flow import SessionFlow

        flow = SessionFlow(
            self._window,
            self._room,
            self._archive.store,
            self._person,
            self._clock,
            lambda: self._theme,
            paths.asset,
            self._archive.figures.movement,
            self,
        )
        flow.over.connect(self._today.show)
        return flow

    @cached_property
    def _beginnings(self) -> Beginnings:
        from hipback_desktop.app.beginnings import Beginnings

        return Beginnings(self._archive, self._person, self._cut_off, self._flow)

    @cached_property
    def _library(self) -> Library:
        from hipback_desktop.app.library import Library

        return Library(self._window, self._archive, self._person, self._clock, lambda: self._theme, self)

    def _connect(self) -> None:
        window, person = self._window, self._person
        window.set_page(PageName.LIBRARY, self._new_library_page)
        window.start_requested.connect(self._on_start_requested)
        window.continue_requested.connect(self._on_continue_requested)
        window.keep_requested.connect(self._on_keep_requested)
        window.own_change_requested.connect(self._on_own_change_requested)
        window.setting_changed.connect(person.change_one)
        window.close_requested.connect(self._on_close_requested)
        person.noticed.connect(window.show_notice)
        person.settled.connect(window.take_back_notice)
        person.changed.connect(self._on_person_changed)
        self._application.styleHints().colorSchemeChanged.connect(self._show_theme)

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
            self._window.show_notice(sentence)
        self._today.show()
        self._receive()
        self._listen()
        if self._routine_to_start is not None:
            self._beginnings.play(self._routine_to_start)

    def _receive(self) -> None:
        from hipback_desktop.app.welcome import Welcome

        welcome = Welcome(
            self._window, self._archive.store, self._person, self._archive.content.exercises, self._clock, self
        )
        welcome.choice_changed.connect(self._today.offer_only_breaks)
        if self._start is None:
            welcome.show_what_is_due()

    def _listen(self) -> None:
        """To other commands, and to the wish of the desktop or a terminal that this should end."""
        from PySide6.QtGui import QIcon

        from hipback_desktop.app.remote import RemoteAnswers
        from hipback_desktop.desktop.control_server import ControlServer
        from hipback_desktop.desktop.termination import Termination

        self._application.setWindowIcon(QIcon(str(paths.asset("icons/hipback.svg"))))
        self._termination = Termination(self._window.close, self)
        answers = RemoteAnswers(self._controller, self._raise_window, self._start_from_outside)
        try:
            self._server = ControlServer(self._folders.socket, answers.answer, self)
        except UserError as error:
            self._window.show_notice(str(error))

    def _say_and_leave(self, sentence: str) -> None:
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.critical(self._window, _("Hipback"), sentence)
        self._application.exit(1)

    def _controller(self) -> Any:
        """The session controller, None before the first session: asking must not build it."""
        return self._room.controller if "_room" in self.__dict__ else None

    def _with_notes(self, before: Settings, after: Settings) -> Settings:
        from hipback_desktop.core.goals import noted

        return noted(before, after, self._clock.now().date())

    def _new_library_page(self) -> QWidget:
        return self._library.new_page()

    def _on_own_change_requested(self) -> None:
        self._library.change_from_today()

    def _on_start_requested(self, routine_id: str) -> None:
        self._beginnings.ask_and_play(routine_id)

    def _on_continue_requested(self) -> None:
        if not self._beginnings.go_on():
            self._today.show()

    def _on_keep_requested(self) -> None:
        self._cut_off.keep()
        self._today.show()

    def _on_person_changed(self) -> None:
        """Everything that shows or uses a setting takes it over."""
        self._show_theme()
        if "_flow" in self.__dict__:
            self._flow.apply_looks()
            self._room.apply_sound_settings()

    def _show_theme(self, *_scheme: object) -> None:
        theme = self._wanted_theme()
        if theme is not self._theme:
            self._theme = theme
            self._window.show_theme(theme)
            if "_flow" in self.__dict__:
                self._flow.apply_looks()

    def _wanted_theme(self) -> Theme:
        is_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return theme_named(self._person.settings.theme, is_dark)

    def _raise_window(self) -> None:
        if "_flow" in self.__dict__:
            self._flow.leave_strip()
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _start_from_outside(self, start: Start) -> None:
        controller = self._controller()
        if controller is not None and controller.is_active:
            raise UserError(_("A session is running; stop it first, with “hipback stop”."))
        routine = self._archive.routine(start.routine)
        if start.mute:
            self._room.mute(True)
        if start.fullscreen:
            self._window.showFullScreen()
        self._beginnings.play(routine)

    def _on_close_requested(self) -> None:
        """The window goes: a running session is kept as far as it got, and everything is let go of in order."""
        if "_room" in self.__dict__:
            self._room.close()
        self._today.close()  # not before: what a session changes for the next one asks for the page as well
        if "_announcer" in self.__dict__:
            self._announcer.close()
        if self._server is not None:
            self._server.close()
        self._person.tell_failure(lambda: self._archive.close(self._clock.now().date()))
        if self._termination is not None:
            self._termination.release()
        self._faults.release()
        self._application.quit()
