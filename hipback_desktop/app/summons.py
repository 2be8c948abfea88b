"""Starts what is asked for from outside while the program runs: by another command, a link, or an opened file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.app.start import Start
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.links import is_link

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.front import Front
    from hipback_desktop.app.sessions import Sessions


class Summons:
    """``furnish`` makes what the window shows, ``raise_window`` brings it forward; neither before it is needed."""

    def __init__(
        self,
        archive: Archive,
        front: Front,
        sessions: Callable[[], Sessions],
        furnish: Callable[[], object],
        raise_window: Callable[[], object],
    ) -> None:
        self._archive = archive
        self._front = front
        self._sessions = sessions
        self._furnish = furnish
        self._raise_window = raise_window

    def start(self, start: Start) -> None:
        """What is wrong is for who asked, and with a link, which has no terminal, for the window as well."""
        try:
            self._start(start)
        except UserError as error:
            if is_link(start.routine):
                self._say(error)
            raise

    def follow(self, opened: str) -> None:
        """A link or a file that the desktop hands over; what is wrong is said in the window."""
        try:
            self._start(Start(opened))
        except UserError as error:
            self._say(error)
        else:
            self._raise_window()

    def _start(self, start: Start) -> None:
        if self._sessions().is_running:
            raise UserError(_("A session is running; stop it first, with “hipback stop”."))
        routine = self._archive.routine(start.routine)
        self._furnish()
        if start.mute:
            self._sessions().room.mute(True)
        if start.fullscreen:
            self._front.window.showFullScreen()
        self._sessions().beginnings.play(routine)

    def _say(self, error: UserError) -> None:
        self._raise_window()
        self._front.tell(str(error))
