"""The session that a crash or a power cut left open: how it can go on, or be kept as far as it went."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hipback_desktop.catalogue.catalogue import load_routine
from hipback_desktop.catalogue.finding import exercises_of
from hipback_desktop.catalogue.reading import shown
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.recovery import record_of, taken_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.person import Person
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.record import OpenSession
    from hipback_desktop.core.timeline import Timeline

_log = logging.getLogger(__name__)


class CutOff:
    """Looks into the journal anew each time it is asked."""

    def __init__(self, archive: Archive, person: Person) -> None:
        self._archive = archive
        self._person = person

    def found(self) -> tuple[OpenSession, Mapping[str, Exercise]] | None:
        """The session as it will go on, with its exercises; without them it is kept as far as it went, and said."""
        opened = self._archive.journal.open_session()
        if opened is None:
            return None
        exercises = self._exercises_of(opened.timeline)
        if exercises is None:
            self._keep(opened)
            self._person.noticed.emit(
                _("{name} cannot go on: its file {file} is not there any more as it was. What you did is kept.").format(
                    name=opened.name, file=shown(Path(Path(opened.timeline.file).name))
                )
            )
            return None
        return taken_up(opened, self._person.settings.lead_in_change_seconds), exercises

    def keep(self) -> None:
        """What was done of it, as a session that was stopped."""
        opened = self._archive.journal.open_session()
        if opened is not None:
            self._keep(opened)

    def _exercises_of(self, timeline: Timeline) -> Mapping[str, Exercise] | None:
        """The shipped ones and those of its file, which count before them; None when one it needs is in neither."""
        exercises = self._archive.content.exercises
        if timeline.file:
            try:
                exercises = exercises_of(load_routine(Path(timeline.file), exercises), exercises)
            except UserError as error:
                _log.info("the file of the session that was cut off cannot be read: %s", error)
        return exercises if all(segment.exercise_id in exercises for segment in timeline.segments) else None

    def _keep(self, opened: OpenSession) -> None:
        names = {exercise.id: exercise.name for exercise in self._archive.content.exercises.values()}
        self._person.tell_failure(partial(self._archive.journal.finish, record_of(opened, names)))
