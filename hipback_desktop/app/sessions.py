"""Everything a session needs, each thing made when it is first needed: sound, the room, the way through it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hipback_desktop import paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.beginnings import Beginnings
    from hipback_desktop.app.cut_off import CutOff
    from hipback_desktop.app.edges import Edges
    from hipback_desktop.app.flow import SessionFlow
    from hipback_desktop.app.looks import Looks
    from hipback_desktop.app.person import Person
    from hipback_desktop.app.session_room import SessionRoom
    from hipback_desktop.app.start import Start
    from hipback_desktop.paths import Folders
    from hipback_desktop.session.controller import SessionController
    from hipback_desktop.sound.announcer import Announcer
    from hipback_desktop.ui.main_window import MainWindow


class Sessions(QObject):
    """``over``: the window is free again; ``turned``: a session has begun or ended; ``ended`` carries its record.

    ``window_wanted``: somebody asked for it from the desktop's list of players.
    """

    over = Signal()
    ended = Signal(object)
    turned = Signal()
    window_wanted = Signal()

    def __init__(
        self,
        folders: Folders,
        edges: Edges,
        archive: Archive,
        person: Person,
        start: Start | None,
        window: Callable[[], MainWindow],
        looks: Callable[[], Looks],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._edges = edges
        self._archive = archive
        self._person = person
        self._start = start
        self._window = window
        self._looks = looks

    @cached_property
    def announcer(self) -> Announcer:
        """What speaks; the settings let it be tried before any session."""
        return self._edges.announcer(self._folders, self._edges.clock, self)

    @cached_property
    def room(self) -> SessionRoom:
        """Where sessions are played."""
        from hipback_desktop.app.awake import Awake
        from hipback_desktop.app.media import Media
        from hipback_desktop.app.session_room import SessionRoom

        start, person = self._start, self._person
        room = SessionRoom(
            self._edges.clock,
            self.announcer,
            self._archive.journal,
            lambda: person.settings,
            self._edges.ticker,
            start.speed if start else 1.0,
            self,
            times_met=self._archive.store.times_met,
        )
        room.mute(bool(start and start.mute))
        room.opened.connect(lambda _opened: _close_popups())
        room.opened.connect(lambda _opened: self.turned.emit())
        room.ended.connect(lambda _record: self.turned.emit())
        room.ended.connect(self.ended)
        Awake(room.controller, lambda: person.settings, self._edges.keep_awake(room), room)
        player = self._edges.media_player(room.controller.view, room)
        if player is not None:
            Media(room.controller, lambda: person.settings, player, self.window_wanted.emit, room)
        return room

    @cached_property
    def cut_off(self) -> CutOff:
        """The session that a crash left open."""
        from hipback_desktop.app.cut_off import CutOff

        return CutOff(self._archive, self._person)

    @cached_property
    def flow(self) -> SessionFlow:
        """What is shown from the choice of a routine to what is asked after it."""
        from hipback_desktop.app.flow import SessionFlow

        looks = self._looks()
        flow = SessionFlow(
            self._window(),
            self.room,
            self._archive.store,
            self._person,
            self._edges.clock,
            lambda: looks.theme,
            paths.asset,
            self._archive.figures.movement,
            self,
        )
        flow.over.connect(self.over)
        self._person.changed.connect(self._apply_settings)
        looks.changed.connect(self._apply_settings)
        return flow

    @cached_property
    def beginnings(self) -> Beginnings:
        """The ways into a session."""
        from hipback_desktop.app.beginnings import Beginnings

        return Beginnings(self._archive, self._person, self.cut_off, self.flow)

    @property
    def controller(self) -> SessionController | None:
        """None before the first session: asking must not build it."""
        return self.room.controller if "room" in self.__dict__ else None

    @property
    def is_running(self) -> bool:
        """Whether a session is under way, paused or not."""
        return self.controller is not None and self.controller.is_active

    def leave_strip(self) -> None:
        """The window is wanted in its place."""
        if "flow" in self.__dict__:
            self.flow.leave_strip()

    def stop(self) -> None:
        """A session that runs is kept as far as it got."""
        if "room" in self.__dict__:
            self.room.close()

    def close(self) -> None:
        """Nothing is heard any more."""
        if "announcer" in self.__dict__:
            self.announcer.close()

    def _apply_settings(self, *_theme: object) -> None:
        """What is shown and heard of a session takes over what was changed."""
        self.flow.apply_looks()
        self.room.apply_sound_settings()


def _close_popups() -> None:
    """An open menu would lie over the session, and take the keys of Stop for itself."""
    from PySide6.QtWidgets import QApplication

    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
