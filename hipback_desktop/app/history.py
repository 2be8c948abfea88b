"""The history between its page and the store: sessions are found, put right, added, taken out and put back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hipback_desktop import paths
from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.page_name import PageName

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.person import Person
    from hipback_desktop.clock import Clock
    from hipback_desktop.core.exercise import Exercise, Phase
    from hipback_desktop.core.history_filter import HistoryFilter
    from hipback_desktop.core.record import ComfortLog, SessionRecord
    from hipback_desktop.ui.history_page import HistoryPage
    from hipback_desktop.ui.main_window import MainWindow
    from hipback_desktop.ui.sheet import Sheet
    from hipback_desktop.ui.theme import Theme


class History(QObject):
    """Makes the page when it is gone to; ``changed`` says that the sessions are others than before."""

    changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        archive: Archive,
        person: Person,
        clock: Clock,
        theme: Callable[[], Theme],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._archive = archive
        self._person = person
        self._clock = clock
        self._theme = theme
        self._page: HistoryPage | None = None
        self._deleted: list[SessionRecord] = []
        person.restored.connect(self._on_restored)

    def new_page(self) -> HistoryPage:
        """The page, for the window."""
        from hipback_desktop.ui.history_page import HistoryPage

        self._page = page = HistoryPage(self._found, self._today, self._theme(), paths.asset)
        page.add_requested.connect(self.add)
        page.edit_requested.connect(self._edit)
        page.delete_requested.connect(self._delete)
        page.undo_requested.connect(self._on_undo)
        page.goals_requested.connect(self._window.goals_requested)
        return page

    def add(self) -> None:
        """Asks for a session that was done without the program."""
        from hipback_desktop.ui.session_add_sheet import SessionAddSheet

        minutes = self._person.settings.minutes
        exercises = sorted(self._archive.content.exercises.values(), key=lambda exercise: exercise.name)
        sheet = SessionAddSheet(self._clock.now(), minutes, exercises, self._theme(), paths.asset)
        sheet.added.connect(self._on_added)
        self._ask(sheet)

    def look_again(self, record_id: str | None = None) -> None:
        """At the sessions, if the page is shown; with the one of the id open."""
        if self._page is not None and self._window.page is PageName.HISTORY:
            self._page.refresh(record_id)

    def _edit(self, record: SessionRecord) -> None:
        from hipback_desktop.ui.session_edit_sheet import SessionEditSheet

        sheet = SessionEditSheet(record, self._today(), self._theme(), paths.asset)
        sheet.saved.connect(partial(self._on_saved, record))
        self._ask(sheet)

    def _ask(self, sheet: Sheet) -> None:
        sheet.left.connect(self._window.hide_sheet)
        self._window.show_sheet(sheet)

    def _on_saved(self, record: SessionRecord, started_at: datetime, log: ComfortLog) -> None:
        from hipback_desktop.core.by_hand import put_right

        self._window.hide_sheet()
        now = self._clock.now()
        changed = put_right(record, min(started_at, now), log, now)
        if changed is not record:
            self._keep(lambda: self._archive.history.change(changed), record.id)

    def _on_added(
        self,
        name: str,
        started_at: datetime,
        minutes: int,
        phases: Sequence[Phase],
        exercises: Sequence[Exercise],
        note: str,
    ) -> None:
        import uuid

        from hipback_desktop.core.by_hand import told

        self._window.hide_sheet()
        started_at = min(started_at, self._clock.now())  # nobody has done anything later than now
        record = told(str(uuid.uuid4()), name, started_at, minutes, phases, exercises, note)
        self._keep(lambda: self._archive.store.add(record), record.id)

    def _delete(self, record: SessionRecord) -> None:
        """At once; it can be put back until the program ends."""
        if self._keep(lambda: self._archive.history.delete(record.id)):
            self._withdraw_undo()
            self._deleted.append(record)
            self._offer_undo()

    def _on_undo(self) -> None:
        """Puts back what was deleted last; what cannot be put back now stays to be put back later."""
        if not self._deleted:
            return
        self._withdraw_undo()
        record = self._deleted[-1]
        if self._keep(lambda: self._archive.history.put_back(record), record.id):
            self._deleted.pop()
        self._offer_undo()

    def _offer_undo(self) -> None:
        """One notice at a time: of what Undo, and Ctrl+Z, put back next."""
        if self._deleted:
            self._window.show_notice(_deleted_text(self._deleted[-1]), (_("Undo"), self._on_undo), is_fault=False)

    def _withdraw_undo(self) -> None:
        if self._deleted:
            self._window.take_back_notice(_deleted_text(self._deleted[-1]))

    def _keep(self, write: Callable[[], object], record_id: str | None = None) -> bool:
        """Whether it could be kept; shows what is so now, with the session of the id."""
        is_kept = not self._person.tell_failure(write)
        if is_kept:
            self.changed.emit()
        self.look_again(record_id)
        return is_kept

    def _on_restored(self) -> None:
        """What was deleted belongs to sessions that are not these any more."""
        self._withdraw_undo()
        self._deleted.clear()
        self.look_again()

    def _found(self, wanted: HistoryFilter, count: int, before: SessionRecord | None) -> tuple[SessionRecord, ...]:
        return self._archive.history.page(wanted, self._today(), count, before)

    def _today(self) -> date:
        return self._clock.now().date()


def _deleted_text(record: SessionRecord) -> str:
    from hipback_desktop.ui.history_words import day_text, time_text

    return _("{name} of {day}, {time}, was deleted.").format(
        name=record.name, day=day_text(record.started_at.date(), None), time=time_text(record)
    )
