"""Starts what is asked for from outside while the program runs: by another command, a link, or an opened file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hipback_desktop.app.start import Start
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.front import Front
    from hipback_desktop.app.sessions import Sessions
    from hipback_desktop.core.routine import Routine


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
        self._said = ""

    def start(self, start: Start) -> None:
        """What is wrong is for who asked, and for the window as well when nobody typed it."""
        try:
            self._start(start)
        except UserError as error:
            if start.is_handed_over:
                self._say(error)
            raise

    def follow(self, opened: str) -> None:
        """A link or a file that the desktop hands over; what is wrong is said in the window."""
        try:
            self._start(Start(opened, is_opened=True))
        except UserError as error:
            self._say(error)
        else:
            self._raise_window()

    def play(self, routine: Routine, start: Start) -> None:
        """At once for who typed it; else what is to be read before a session comes first, and then the question."""
        beginnings = self._sessions().beginnings
        if start.is_handed_over:
            self._front.after_screens(lambda: self._say_if_not(lambda: beginnings.ask_about(routine)))
        else:
            beginnings.play(routine)

    def play_first(self, routine: Routine, start: Start) -> None:
        """What the program was started for; when it is not possible, the window says so."""
        self._say_if_not(lambda: self.play(routine, start))

    def _start(self, start: Start) -> None:
        self._take_back()
        if self._sessions().is_running:
            if start.is_handed_over:
                sentence = _("A session is running; stop it first (Esc).")
                self._sessions().over.connect(partial(self._front.window.take_back_notice, sentence))
                raise UserError(sentence)
            raise UserError(_("A session is running; stop it first, with “hipback stop”."))
        routine = self._archive.routine(start.routine)
        self._furnish()
        if start.mute:
            self._sessions().room.mute(True)
        if start.fullscreen:
            self._front.window.showFullScreen()
        self.play(routine, start)

    def _say_if_not(self, begin: Callable[[], object]) -> None:
        try:
            begin()
        except UserError as error:
            self._say(error)

    def _say(self, error: UserError) -> None:
        self._raise_window()
        self._take_back()
        self._said = str(error)
        self._front.tell(self._said)

    def _take_back(self) -> None:
        """What was wrong with the link or file before: the last one is enough."""
        if self._said and self._front.is_built:
            self._front.window.take_back_notice(self._said)
