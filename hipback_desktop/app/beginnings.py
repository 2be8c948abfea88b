"""The ways into a session: Start on Today's page, a routine named by a command, one that a crash cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.app.home import chosen_routine, suited
from hipback_desktop.catalogue.finding import exercises_of
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.cut_off import CutOff
    from hipback_desktop.app.flow import SessionFlow
    from hipback_desktop.app.person import Person
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.routine import Routine


class Beginnings:
    """Finds what is to be played, as it suits the person, and hands it to the flow."""

    def __init__(self, archive: Archive, person: Person, cut_off: CutOff, flow: SessionFlow) -> None:
        self._archive = archive
        self._person = person
        self._cut_off = cut_off
        self._flow = flow

    def ask_and_play(self, routine_id: str) -> None:
        """What was chosen on a page."""
        content = self._archive.content
        self._flow.ask_and_play(chosen_routine(routine_id, content, self._person.settings), content.exercises)

    def ask_about(self, routine: Routine) -> None:
        """A routine that was handed over: a link’s, or an opened file."""
        self._flow.ask_and_play(*self._possible(routine), is_handed_over=True)

    def play(self, routine: Routine) -> None:
        """Without a question, as the command line asks for it."""
        self._flow.play(*self._possible(routine))

    def _possible(self, routine: Routine) -> tuple[Routine, Mapping[str, Exercise]]:
        exercises = self._archive.content.exercises
        adapted = suited(routine, exercises, self._person.settings).routine
        if not adapted.steps:
            raise UserError(_("This routine is not possible with your choices; change them in the settings."))
        return adapted, exercises_of(adapted, exercises)

    def play_break(self, routine: Routine) -> None:
        """A sitting break, which was made for the person as they are."""
        self._flow.play_break(routine, self._archive.content.exercises)

    def go_on(self) -> bool:
        """The session that was cut off; False when it cannot go on any more, which has been said."""
        found = self._cut_off.found()
        if found is not None:
            self._flow.go_on(*found)
        return found is not None
