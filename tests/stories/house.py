"""The words the stories are told in: open, press, after, sees, hears, close.

The program is the real one, with its window, its files and its control socket; only time stands still until ``after``
lets it pass, and what would be heard is written down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop import paths
from hipback_desktop.app.break_surfaces import BreakSurfaces
from hipback_desktop.app.edges import Edges
from hipback_desktop.app.program import Program
from hipback_desktop.app.start import Start
from hipback_desktop.breaks.gnome_reminder import GnomeReminder
from hipback_desktop.breaks.service import Presence
from hipback_desktop.clock import Clock
from hipback_desktop.core.playback import Status
from hipback_desktop.core.presence import Signs
from hipback_desktop.core.record import SessionRecord
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.view import SessionView
from hipback_desktop.desktop.instance_lock import InstanceLock
from hipback_desktop.desktop.mpris import Mpris
from hipback_desktop.session.ticker import Ticker
from hipback_desktop.sound.announcer import Announcer
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore
from hipback_desktop.storage.settings_file import SettingsFile
from hipback_desktop.ui.figure_view import FigureView
from hipback_desktop.ui.main_window import MainWindow
from tests.breaks.desk import FakePresence, answers_come
from tests.fake_surfaces import FakeAutostart, FakeSurfaces
from tests.fakes import FakeKeepAwake
from tests.recording_announcer import RecordingAnnouncer
from tests.session.stage import FakeTicker, ScaledTicker, SteppedClock

ENTER, ESC, SPACE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Tab
RIGHT, LEFT, UP, DOWN = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down
CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE_MS = 10_000
LONG_ENOUGH_SECONDS = 10_000


class FakeDesktopReminder(QObject):
    """Lets itself be switched off, unless the house says what is in the way; both are told a little later."""

    told = Signal(str)

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house

    def switch_off(self) -> None:
        trouble = self._house.desktop_trouble
        if not trouble:
            self._house.signs = replace(self._house.signs, desktop_reminds=False)
        QTimer.singleShot(0, self, lambda: self.told.emit(trouble))


class House:
    """One person's computer, on which the program is opened and closed."""

    def __init__(self, data_dir: Path, qtbot: QtBot) -> None:
        self.folders = paths.folders(data_dir)
        self.clock = SteppedClock()
        self.announcer = RecordingAnnouncer(self.clock)
        self._qtbot = qtbot
        self._tickers: list[FakeTicker] = []
        self.signs = Signs()
        self.input_at: float | None = None
        self.sees_input = True
        self.surfaces = FakeSurfaces()
        self.autostart = FakeAutostart()
        self.desktop_trouble = ""
        self.screen = FakeKeepAwake()
        self.players: Callable[..., Mpris | None] = lambda *_: None
        self._program: Program | None = None

    def knows_me(self, **settings: Any) -> None:
        """The safety screens were seen already, and these settings chosen."""
        seen_at = self.clock.now().isoformat()
        SettingsFile(self.folders.settings).write(Settings(safety_seen_at=seen_at, **settings))

    def has_two_minutes(self, **settings: Any) -> None:
        """Somebody to whom the micro-break is suggested."""
        self.knows_me(minutes=2, strength_days=0, **settings)

    def open(self, start: Start | None = None) -> None:
        """Starts the program and waits until its content is there."""
        self.has_begun(start)
        self.goes_on()

    def has_begun(self, start: Start | None = None) -> None:
        """The program has its window, which nobody has seen yet."""
        self._make(start)

    def goes_on(self) -> None:
        """The window is shown, and gets its content."""
        with self._qtbot.waitActive(self.window, timeout=PATIENCE_MS):
            self.program.open()
        self._qtbot.waitUntil(lambda: self.program._is_furnished, timeout=PATIENCE_MS)
        self.settle()

    def logs_in(self, *, settles: bool = True) -> None:
        """The desktop starts the program, which waits in the tray if there is one."""
        self._make()
        self.program.wait()
        if settles:
            self.settle()

    def _make(self, start: Start | None = None) -> None:
        self._lock = InstanceLock(self.folders.socket)
        assert self._lock.is_mine()
        application = cast(QApplication, QApplication.instance())
        edges = Edges(
            self.clock,
            self._new_ticker,
            self._new_announcer,
            self._new_presence,
            self._new_surfaces,
            lambda _: self.autostart,
            lambda parent: self._new_ticker(1.0, parent),
            self._new_desktop_reminder,
            lambda _: self.screen,
            self.players,
        )
        self._program = Program(application, self.folders, start, edges)

    def close(self) -> None:
        """Closes the window; no fault may have happened meanwhile."""
        if self._program is None:
            return
        if self.has_window:
            self.window.close()
        self.program._leave()
        self._leave()
        assert not self.folders.faults.exists(), self.folders.faults.read_text(encoding="utf-8")

    def cut_power(self) -> None:
        """The program is gone, without a chance to do anything."""
        program = self.program
        if program._outside is not None:
            program._outside.close()
        program._archive.database.close()
        program._faults.release()
        program._front.closed.disconnect(program._on_closed)
        program._front.window.close()
        self._leave()

    def _leave(self) -> None:
        self._lock.release()
        self._tickers.clear()
        if self.has_window:
            self.window.deleteLater()
        self.program.deleteLater()
        self._program = None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    @property
    def program(self) -> Program:
        assert self._program is not None
        return self._program

    @property
    def window(self) -> MainWindow:
        return self.program._front.window

    @property
    def has_window(self) -> bool:
        """Whether one was ever made."""
        return self.program._front.is_built

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self.window.page.value

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Keys one after another, each to whatever has the keyboard."""
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(self.window.focusWidget() or self.window, key)
            else:
                QTest.keyClick(self.window.focusWidget() or self.window, key, held)
            self.settle()

    def settle(self) -> None:
        """Lets everything happen that happens at once, or as soon as nothing changes any more."""
        for _ in range(3):
            QCoreApplication.processEvents()
        if self._program is not None and self.has_window and self.program._front.today.is_due:
            self.program._front.today.show()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def after(self, seconds: float, *, asleep: float = 0) -> None:
        """Lets time pass, waking whoever asked to be woken, each at the moment asked for; nobody looks meanwhile."""
        self.clock.slept += asleep
        if self._program is not None and self.has_window:
            for figure in self.window.findChildren(FigureView):
                figure._begin_anew()
        end = self.clock.seconds + seconds
        answers_come()
        while wakes := [(at, n) for n, t in enumerate(self._tickers) if (at := t.wakes_at) is not None and at <= end]:
            at, first = min(wakes)
            self.clock.seconds = max(self.clock.seconds, at)
            self._tickers[first].wakes_at = None
            self._tickers[first].due.emit()
            answers_come()
        self.clock.seconds = end
        self.settle()

    def to_the_end(self) -> None:
        """Until the session is over."""
        self.after(LONG_ENOUGH_SECONDS)

    @property
    def words(self) -> list[str]:
        """Every word on the window, from top to bottom as it was built."""
        shown = [child for child in self.window.findChildren(QWidget) if child.isVisible()]
        texts = [child.text() for child in shown if isinstance(child, QLabel | QAbstractButton)]
        names = [child.accessibleName() for child in shown]
        return [text for text in (*texts, *names) if text]

    def sees(self, words: str) -> bool:
        """Whether something on the window says so."""
        return any(words in text for text in self.words)

    def hears(self, words: str) -> bool:
        """Whether something was said that contains it."""
        return any(words in text for text in self.announcer.heard)

    @property
    def now(self) -> SessionView:
        """The present moment of the session."""
        controller = self.program._sessions.controller
        view = controller.view() if controller is not None else None
        assert view is not None
        return view

    @property
    def is_paused(self) -> bool:
        return self.now.status is Status.PAUSED

    @property
    def is_playing(self) -> bool:
        return self.program._sessions.is_running

    @property
    def settings(self) -> Settings:
        """As they are on the disk."""
        settings, complaints = SettingsFile(self.folders.settings).read()
        assert complaints == ()
        return settings

    @property
    def sessions(self) -> tuple[SessionRecord, ...]:
        """As another command sees them on the disk, newest first."""
        database = open_database(self.folders.database)
        try:
            return SessionStore(database).records()
        finally:
            database.close()

    def _new_ticker(self, speed: float, parent: QObject) -> Ticker:
        self._tickers.append(ScaledTicker(self.clock, speed))
        return cast(Ticker, self._tickers[-1])

    def _new_presence(self, clock: Clock, parent: QObject) -> Presence:
        return FakePresence(self._signs_now)

    def _signs_now(self) -> Signs:
        """Somebody who types until ``input_at``, with a pause of ten seconds in every minute."""
        typing = max(0.0, self.clock.seconds % 60 - 50)
        idle = typing if self.input_at is None else self.clock.seconds - self.input_at
        return replace(self.signs, idle_seconds=idle if self.sees_input else None)

    def _new_desktop_reminder(self, parent: QObject) -> GnomeReminder:
        return cast(GnomeReminder, FakeDesktopReminder(self, parent))

    def _new_surfaces(self, *_needs: object) -> BreakSurfaces:
        self.surfaces = FakeSurfaces(has_tray=self.surfaces.desktop_has_tray)
        return cast(BreakSurfaces, self.surfaces)

    def _new_announcer(self, folders: paths.Folders, clock: Clock, parent: QObject) -> Announcer:
        self.announcer = RecordingAnnouncer(self.clock, parent)
        return self.announcer.as_announcer
