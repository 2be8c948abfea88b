"""The session that a crash or a power cut left open: how it can go on, or be kept as far as it went."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hipback_desktop.core.recovery import record_of, taken_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.person import Person
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.record import OpenSession


class CutOff:
    """Looks into the journal anew each time it is asked."""

    def __init__(self, archive: Archive, person: Person) -> None:
        self._archive = archive
        self._person = person

    def found(self) -> tuple[OpenSession, Mapping[str, Exercise]] | None:
        """The session as it will go on, with its exercises; one whose exercises are not known here is kept instead."""
        opened = self._archive.journal.open_session()
        if opened is None:
            return None
        exercises = self._archive.content.exercises
        if any(segment.exercise_id not in exercises for segment in opened.timeline.segments):
            self._keep(opened)  # it came from a file whose own exercises are not known here
            return None
        return taken_up(opened, self._person.settings.lead_in_change_seconds), exercises

    def keep(self) -> None:
        """What was done of it, as a session that was stopped."""
        opened = self._archive.journal.open_session()
        if opened is not None:
            self._keep(opened)

    def _keep(self, opened: OpenSession) -> None:
        names = {exercise.id: exercise.name for exercise in self._archive.content.exercises.values()}
        self._person.tell_failure(partial(self._archive.journal.finish, record_of(opened, names)))
