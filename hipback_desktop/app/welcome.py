"""What is asked when the window opens: the screens before the first session, and how it was since last time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from hipback_desktop.core import aftercare
from hipback_desktop.core.other_side import OTHER_SIDE
from hipback_desktop.core.safety import asks_since_last_time, screens_are_due
from hipback_desktop.ui.page_name import PageName

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hipback_desktop.app.person import Person
    from hipback_desktop.clock import Clock
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.record import SessionRecord, SinceLastTime
    from hipback_desktop.storage.session_store import SessionStore
    from hipback_desktop.ui.main_window import MainWindow


class Welcome(QObject):
    """Shows what is due, each thing once; ``choice_changed`` tells whether only breaks are wanted for now.

    That is not stored (evidence.md §14.1): at the next start the screens ask again.
    """

    choice_changed = Signal(bool)

    def __init__(
        self,
        window: MainWindow,
        store: SessionStore,
        person: Person,
        exercises: Mapping[str, Exercise],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._store = store
        self._person = person
        self._exercises = exercises
        self._clock = clock
        self._then: Callable[[], None] | None = None
        window.welcome_finished.connect(self._on_finished)
        window.only_breaks_chosen.connect(self._on_only_breaks)
        window.screens_requested.connect(self._on_screens_requested)

    def show_what_is_due(self) -> None:
        """The safety screens first; without them, the question about last time."""
        latest = self._latest()
        if self._screens_are_due(latest):
            self._show_screens()
        elif latest is not None and asks_since_last_time(latest.started_at, self._clock.now()):
            self._ask_since_last_time(latest)

    def before(self, then: Callable[[], None], *, anew: bool = False) -> None:
        """What is due of the safety screens, and ``then`` the rest; not if only breaks are chosen there, or had been.

        They are shown ``anew`` to who had chosen that, and wants more now.
        """
        if anew or self._screens_are_due(self._latest()):
            self._then = then
            self._show_screens()
        else:
            then()

    def _latest(self) -> SessionRecord | None:
        """A side made up for belongs to the session before it, which is what is asked about; a break is too short."""
        return self._store.last_counted(without=OTHER_SIDE)

    def _screens_are_due(self, latest: SessionRecord | None) -> bool:
        seen_at = _moment(self._person.settings.safety_seen_at)
        return screens_are_due(seen_at, latest.started_at if latest else None, self._clock.now())

    def _on_finished(self, preferences: dict[str, Any]) -> None:
        self.choice_changed.emit(False)
        seen_at = self._clock.now().isoformat()
        self._person.change(lambda settings: replace(settings, **preferences, safety_seen_at=seen_at))
        self._window.show_page(PageName.TODAY)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _on_screens_requested(self) -> None:
        self._then = None
        self._show_screens()

    def _show_screens(self) -> None:
        self._window.show_welcome(repeats=bool(self._person.settings.safety_seen_at))

    def _on_only_breaks(self) -> None:
        self._then = None
        self._person.change_one("breaks_on", True)
        self.choice_changed.emit(True)
        self._window.show_page(PageName.TODAY)

    def _ask_since_last_time(self, latest: SessionRecord) -> None:
        """Asked once about a session, answered or not."""
        if self._person.settings.asked_about_session == latest.id:
            return
        from hipback_desktop.ui.since_last_time_sheet import SinceLastTimeSheet

        self._person.change(lambda settings: replace(settings, asked_about_session=latest.id))
        sheet = SinceLastTimeSheet()

        def on_answered(answer: SinceLastTime) -> None:
            log = replace(latest.log, since_last_time=answer)
            self._person.tell_failure(lambda: self._store.update_log(latest.id, log))
            self._person.change(lambda settings: aftercare.after_answer(settings, latest, answer, self._exercises))

        sheet.answered.connect(on_answered)
        sheet.finished.connect(self._window.hide_sheet)
        self._window.show_sheet(sheet)
        sheet.show_question()


def _moment(text: str) -> datetime | None:
    """A stored moment; one that cannot be read counts as none, so that the screens are shown again."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
