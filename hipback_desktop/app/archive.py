"""What is on disk: the shipped content and the person's sessions, each opened when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hipback_desktop import paths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from hipback_desktop.app.figures import Figures
    from hipback_desktop.catalogue.catalogue import Catalogue
    from hipback_desktop.core.routine import Routine
    from hipback_desktop.paths import Folders
    from hipback_desktop.storage.break_store import BreakStore
    from hipback_desktop.storage.database import Database
    from hipback_desktop.storage.day_store import DayStore
    from hipback_desktop.storage.history_store import HistoryStore
    from hipback_desktop.storage.session_journal import SessionJournal
    from hipback_desktop.storage.session_store import SessionStore


class Archive:
    """The content, the database, and the two ways into it."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders

    @cached_property
    def content(self) -> Catalogue:
        """The shipped exercises and routines."""
        from hipback_desktop.catalogue.catalogue import load_catalogue

        return load_catalogue(paths.asset)

    @cached_property
    def figures(self) -> Figures:
        """The figures of the exercises."""
        from hipback_desktop.app.figures import Figures

        return Figures(paths.asset)

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """What the exercises are based on, by key."""
        from hipback_desktop.catalogue.catalogue import load_sources

        return load_sources(paths.asset)

    @cached_property
    def database(self) -> Database:
        """The person's database; raises UserError with what to do when it cannot be opened."""
        from hipback_desktop.storage.database import open_database

        return open_database(self._folders.database)

    @cached_property
    def store(self) -> SessionStore:
        """The sessions that were done."""
        from hipback_desktop.storage.session_store import SessionStore

        return SessionStore(self.database)

    @cached_property
    def days(self) -> DayStore:
        """The same sessions, summed up by day."""
        from hipback_desktop.storage.day_store import DayStore

        return DayStore(self.database)

    @cached_property
    def breaks(self) -> BreakStore:
        """The days at the desk."""
        from hipback_desktop.storage.break_store import BreakStore

        return BreakStore(self.database)

    @cached_property
    def history(self) -> HistoryStore:
        """The same sessions, to be gone through and put right."""
        from hipback_desktop.storage.history_store import HistoryStore

        return HistoryStore(self.database)

    @cached_property
    def journal(self) -> SessionJournal:
        """The session under way."""
        from hipback_desktop.storage.session_journal import SessionJournal
        from hipback_desktop.storage.unsaved import Unsaved

        folders = self._folders
        return SessionJournal(self.database, Unsaved((folders.data_dir, folders.cache_dir, folders.runtime_dir)))

    def notices(self) -> Sequence[str]:
        """Opens the database; what there is to say of it, and of sessions that had to wait for it in files."""
        notices = self.database.notices
        count = self.journal.take_in()
        if not count:
            return notices
        from hipback_desktop.core.language import ngettext

        sentence = ngettext(
            "{count} session that could not be kept at its time is in your history now.",
            "{count} sessions that could not be kept at their time are in your history now.",
            count,
        )
        return (*notices, sentence.format(count=count))

    def routine(self, name: str) -> Routine:
        """A shipped one by its id, or the one in a file; raises UserError when there is no such."""
        from hipback_desktop.catalogue.finding import find_routine

        return find_routine(name, self.content)

    def exercise_name(self, exercise_id: str) -> str:
        """The name of an exercise; one that is not shipped any more goes by its id."""
        exercise = self.content.exercises.get(exercise_id)
        return exercise.name if exercise else exercise_id

    def keep_backup(self, today: date) -> None:
        """Renews the backup that is brought back after damage, and that of the day."""
        from hipback_desktop.storage.daily_backups import keep_daily

        self.database.keep_backup()
        keep_daily(self.database.path, today)

    def keep_backup_of_the_day(self, today: date) -> None:
        """Makes the backups when there is none of the day yet: a program may stay open for weeks."""
        from hipback_desktop.storage.daily_backups import has_daily

        if not has_daily(self.database.path, today):
            self.keep_backup(today)

    def close(self, today: date) -> None:
        """Keeps the backups and closes the database, if it was opened."""
        if "database" in self.__dict__:
            try:
                self.keep_backup(today)
            finally:
                self.database.close()
