"""The program: everything that lives long is made here, and joined to the window."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer

from hipback_desktop import paths
from hipback_desktop.app.home import home_view, suited
from hipback_desktop.app.person import Person
from hipback_desktop.app.remote import RemoteAnswers
from hipback_desktop.catalogue.catalogue import load_catalogue
from hipback_desktop.catalogue.finding import exercises_of, find_routine
from hipback_desktop.clock import SystemClock
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.recovery import record_of
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_journal import SessionJournal
from hipback_desktop.storage.session_store import SessionStore
from hipback_desktop.storage.settings_file import SettingsFile
from hipback_desktop.ui.main_window import MainWindow
from hipback_desktop.ui.page_name import PageName
from hipback_desktop.ui.theme import theme_named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from hipback_desktop.app import Start
    from hipback_desktop.app.flow import SessionFlow
    from hipback_desktop.app.session_room import SessionRoom
    from hipback_desktop.core.routine import Routine
    from hipback_desktop.desktop.control_server import ControlServer
    from hipback_desktop.paths import Folders
    from hipback_desktop.sound.announcer import Announcer
    from hipback_desktop.ui.theme import Theme

RECENT_SESSIONS = 200


class Program(QObject):
    """Owns the window, the data and, from the first session on, what a session needs."""

    def __init__(self, application: QApplication, folders: Folders, start: Start | None) -> None:
        super().__init__(application)
        self._application = application
        self._folders = folders
        self._start = start
        self._clock = SystemClock()
        self._content = load_catalogue(paths.asset)
        self._routine_to_start = find_routine(start.routine, self._content) if start else None
        settings_file = SettingsFile(folders.settings)
        settings, complaints = settings_file.read()
        self._person = Person(settings, settings_file, self)
        self._database = open_database(folders.database)
        self._store = SessionStore(self._database)
        self._journal = SessionJournal(self._database)
        self._server: ControlServer | None = None
        self._theme = self._wanted_theme()
        self._window = MainWindow(
            self._theme,
            paths.asset,
            settings=lambda: self._person.settings,
            history=self._store.records,
            today=lambda: self._clock.now().date(),
        )
        self._connect()
        for sentence in (*complaints, *self._database.notices):
            self._window.show_notice(sentence)

    def run(self) -> int:
        """Shows the window until it is closed."""
        from hipback_desktop.app.welcome import Welcome

        self._welcome = Welcome(self._window, self._store, self._person, self._content.exercises, self._clock, self)
        self._show_home()
        if self._start is None:
            self._welcome.show_what_is_due()
        if self._start is not None and self._start.fullscreen:
            self._window.showFullScreen()
        else:
            self._window.show()
        QTimer.singleShot(0, self._after_first_frame)
        return int(self._application.exec())

    @cached_property
    def _announcer(self) -> Announcer:
        from hipback_desktop.sound.announcer import Announcer
        from hipback_desktop.sound.phrase_cache import PhraseCache

        cache = PhraseCache(self._folders.cues, paths.asset("sounds"))
        announcer = Announcer(cache, self._clock, self)
        announcer.voices_listed.connect(self._on_voices_listed)
        return announcer

    @cached_property
    def _room(self) -> SessionRoom:
        from hipback_desktop.app.session_room import SessionRoom

        start = self._start
        speed = start.speed if start else 1.0
        settings = self._person
        room = SessionRoom(self._clock, self._announcer, self._journal, lambda: settings.settings, speed, self)
        room.mute(bool(start and start.mute))
        return room

    @cached_property
    def _flow(self) -> SessionFlow:
        from hipback_desktop.app.flow import SessionFlow

        theme = lambda: self._theme  # noqa: E731 - a name for what changes
        flow = SessionFlow(self._window, self._room, self._store, self._person, self._clock, theme, paths.asset, self)
        flow.over.connect(self._show_home)
        return flow

    def _connect(self) -> None:
        window, person = self._window, self._person
        window.start_requested.connect(self._on_start_requested)
        window.continue_requested.connect(self._on_continue_requested)
        window.keep_requested.connect(self._on_keep_requested)
        window.setting_changed.connect(self._on_setting_changed)
        window.settings_opened.connect(self._on_settings_opened)
        window.voice_tested.connect(self._on_voice_tested)
        window.close_requested.connect(self._on_close_requested)
        person.noticed.connect(window.show_notice)
        person.changed.connect(self._on_person_changed)
        self._application.styleHints().colorSchemeChanged.connect(self._show_theme)

    def _after_first_frame(self) -> None:
        """What the first frame need not wait for."""
        from PySide6.QtGui import QIcon

        from hipback_desktop.desktop.control_server import ControlServer
        from hipback_desktop.desktop.termination import close_on_termination

        self._application.setWindowIcon(QIcon(str(paths.asset("icons/hipback.svg"))))
        close_on_termination(self._window.close, self)
        answers = RemoteAnswers(self._controller, self._raise_window, self._start_from_outside)
        try:
            self._server = ControlServer(self._folders.socket, answers.answer, self)
        except UserError as error:
            self._window.show_notice(str(error))
        if self._routine_to_start is not None:
            self._play(self._routine_to_start)

    def _controller(self) -> Any:
        """The session controller, None before the first session: asking must not build it."""
        return self._room.controller if "_room" in self.__dict__ else None

    def _play(self, routine: Routine) -> None:
        """Without a question, as the command line asks for it."""
        adapted = suited(routine, self._content.exercises, self._person.settings).routine
        if not adapted.steps:
            raise UserError(_("Nothing of this routine suits your choices; change them in the settings."))
        self._flow.play(adapted, exercises_of(adapted, self._content.exercises))

    def _on_start_requested(self, routine_id: str) -> None:
        routine = self._content.routines[routine_id]
        adapted = suited(routine, self._content.exercises, self._person.settings).routine
        self._flow.ask_and_play(adapted, self._content.exercises)

    def _on_continue_requested(self) -> None:
        opened = self._journal.open_session()
        if opened is not None:
            self._flow.go_on(opened, self._content.exercises)

    def _on_keep_requested(self) -> None:
        opened = self._journal.open_session()
        if opened is not None:
            self._person.tell_failure(partial(self._journal.finish, record_of(opened)))
        self._show_home()

    def _show_home(self) -> None:
        opened = self._journal.open_session()
        if opened is not None and not self._can_go_on(opened.timeline.segments):
            self._person.tell_failure(partial(self._journal.finish, record_of(opened)))
            opened = None
        records = self._store.records(limit=RECENT_SESSIONS)
        self._window.show_home(
            home_view(
                self._content.routines,
                self._content.exercises,
                self._person.settings,
                records,
                opened,
                self._clock.now(),
            )
        )

    def _can_go_on(self, segments: tuple[Any, ...]) -> bool:
        """False for a session of a file whose own exercises are not known here."""
        return all(segment.exercise_id in self._content.exercises for segment in segments)

    def _on_setting_changed(self, key: str, value: object) -> None:
        self._person.change(lambda settings: replace(settings, **{key: value}))  # type: ignore[arg-type]

    def _on_person_changed(self) -> None:
        """Everything that shows or uses a setting takes it over."""
        self._show_theme()
        if self._window.page is not PageName.SESSION:
            self._show_home()
        if "_flow" in self.__dict__:
            self._flow.apply_looks()
            self._room.apply_sound_settings()

    def _show_theme(self, *_scheme: object) -> None:
        theme = self._wanted_theme()
        if theme is not self._theme:
            self._theme = theme
            self._window.show_theme(theme)

    def _wanted_theme(self) -> Theme:
        is_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return theme_named(self._person.settings.theme, is_dark)

    def _on_settings_opened(self) -> None:
        from hipback_desktop.sound.voice import offered_voices

        self._window.show_voices([offer.choice.voice for offer in offered_voices()])
        self._announcer.list_voices()

    def _on_voices_listed(self, voices: list[dict[str, str]]) -> None:
        from hipback_desktop.sound.voice import offered_voices

        offered = [offer.choice.voice for offer in offered_voices()]
        self._window.show_voices(list(dict.fromkeys([*offered, *(voice["id"] for voice in voices)])))

    def _on_voice_tested(self, voice: str, rate: int, volume: int) -> None:
        from hipback_desktop.core.wording import breathe_out_text
        from hipback_desktop.sound.voice import chosen_voice

        self._announcer.set_voice(chosen_voice(voice, rate))
        self._announcer.set_volume(volume / 100, self._person.settings.chime_volume / 100)
        self._announcer.say_now(breathe_out_text())

    def _raise_window(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _start_from_outside(self, name: str) -> None:
        controller = self._controller()
        if controller is not None and controller.is_active:
            raise UserError(_("A session is running; stop it first, with “hipback stop”."))
        self._play(find_routine(name, self._content))

    def _on_close_requested(self) -> None:
        """The window goes: a running session is kept as far as it got, and everything is let go of in order."""
        if "_room" in self.__dict__:
            self._room.close()
        if "_announcer" in self.__dict__:
            self._announcer.close()
        if self._server is not None:
            self._server.close()
        self._database.close()
        self._application.quit()
